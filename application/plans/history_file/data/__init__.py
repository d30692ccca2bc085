"""The template that comes with the program."""
