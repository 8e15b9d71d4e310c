def handle(task):
    try:
        task()
    except* ValueError as group:
        print(group)
    except* (TypeError, KeyError):
        pass
    else:
        print("fine")
    finally:
        task.close()
