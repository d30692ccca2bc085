"""Files of organisations that come with the program."""
