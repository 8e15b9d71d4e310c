def read(path):
    try:
        handle = open(path)
    except FileNotFoundError as error:
        print(error)
        raise RuntimeError("missing") from error
    except (OSError, ValueError):
        return None
    except:
        raise
    else:
        return handle.read()


def nested(a):
    for x in a:
        try:
            try:
                if x:
                    continue
                break
            except KeyError as e:
                return e
            finally:
                print(x)
        except IndexError:
            pass
    return 1
