def old(a, b):
    return (
        "%s and %r" % (a, b),
        "%5s|%-5s|%.2s" % (a, b, a),
        "%d" % (a,),
        "100%% %a" % (a,),
        "%s" % a,
        "%s %s" % (a, *b),
    )
