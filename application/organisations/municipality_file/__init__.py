"""The file any municipality can write, read with every problem told at once."""
