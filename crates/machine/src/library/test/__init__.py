"""What CPython's own tests lean on. The tests themselves are not here."""
