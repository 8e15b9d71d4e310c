# لماذا يتغيّر عدد مراجع كائن: صفوف دفتره، ليست جملًا كاملة. الضمير يعود على الكائن.

maker = { $kind ->
    [interpreter] المفسّر
    [native] شيفرة C
   *[instruction] { $instruction }
}
made-by = { $kind ->
    [interpreter] أنشأه المفسّر
    [native] أنشأته شيفرة C
   *[instruction] أنشأته { $instruction }
}
held-while = { $kind ->
    [interpreter] مُمسَك به أثناء عمل المفسّر
    [native] مُمسَك به أثناء عمل شيفرة C
   *[instruction] مُمسَك به أثناء عمل { $instruction }
}
another-reference = مرجع آخر
reference-less = مرجع أقل

bound = { $kind ->
    [global] رُبط بالاسم { $name }
    [local] رُبط بالاسم المحلي { $name }
   *[local-of] رُبط بالاسم المحلي { $name } في { $function }
}
put-on-stack-of = وُضع على مكدّس القيم في { $function }
put-on-stack = وُضع على مكدّس القيم
stored-in = خُزّن في { $place }
kept-by = يُبقيه { $holder }
held-by-native = تمسك به شيفرة C تعمل الآن

passed = { $kind ->
    [global] مُرّر وسيطًا: صار له الاسم { $name }
    [local] مُرّر وسيطًا: صار له الاسم المحلي { $name }
   *[local-of] مُرّر وسيطًا: صار له الاسم المحلي { $name } في { $function }
}
stack-bound = { $kind ->
    [global] من مكدّس القيم: رُبط بالاسم { $name }
    [local] من مكدّس القيم: رُبط بالاسم المحلي { $name }
   *[local-of] من مكدّس القيم: رُبط بالاسم المحلي { $name } في { $function }
}
handed-over-to = سُلّم إلى مكدّس القيم في { $function }
handed-over = سُلّم إلى مكدّس القيم
stack-stored = من مكدّس القيم: خُزّن في { $place }
stack-kept = من مكدّس القيم: يُبقيه { $holder }
stack-native = من مكدّس القيم: تمسك به شيفرة C تعمل الآن
moved = من { $place } إلى { $to }

taken-from-stack-of = أُخذ من مكدّس القيم في { $function }
taken-from-stack = أُخذ من مكدّس القيم
let-go-by-native = تركته شيفرة C
let-go-by = تركه { $holder }
call-ended = { $kind ->
    [global] انتهى الاستدعاء، ومعه الاسم { $name }
    [local] انتهى الاستدعاء، ومعه الاسم المحلي { $name }
   *[local-of] انتهى الاستدعاء، ومعه الاسم المحلي { $name } في { $function }
}
deleted = { $kind ->
    [global] حُذف الاسم { $name }
    [local] حُذف الاسم المحلي { $name }
   *[local-of] حُذف الاسم المحلي { $name } في { $function }
}
bound-elsewhere = { $kind ->
    [global] رُبط الاسم { $name } بشيء آخر
    [local] رُبط الاسم المحلي { $name } بشيء آخر
   *[local-of] رُبط الاسم المحلي { $name } في { $function } بشيء آخر
}
let-go = { $kind ->
    [global] تركه الاسم { $name }
    [local] تركه الاسم المحلي { $name }
   *[local-of] تركه الاسم المحلي { $name } في { $function }
}
holder-died = مات من كان يمسك به: { $place }
taken-out-of = أُخرج من { $place }

shut-down = انتهى البرنامج: ترك المفسّر كل شيء
collected = وجد الجامع أنه لم تعد تمسك به إلا دورة كائنات

nothing-recorded = لم يُسجَّل شيء بعد.
too-long = ينتهي الدفتر بعد { $entries } من القيود.
no-such-object = لا يوجد مثل هذا الكائن فيما سُجّل.
immortal = هو خالد: لا يتغيّر عدد مراجعه أبدًا.
