"""The documents of a case, each in its room."""
