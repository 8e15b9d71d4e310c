"""Assertions that several of CPython's tests share."""


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, exc, template):
        """Groups of the same types in the same shape, with equal messages."""
        if exc is None or template is None:
            return self.assertIs(exc, template)
        self.assertEqual(type(exc), type(template) if not isinstance(template, type) else template)
        if isinstance(exc, BaseExceptionGroup):
            self.assertEqual(exc.message, template.message)
            self.assertEqual(len(exc.exceptions), len(template.exceptions))
            for part, like in zip(exc.exceptions, template.exceptions):
                self.assertExceptionIsLike(part, like)
        elif not isinstance(template, type):
            self.assertEqual(exc.args, template.args)
