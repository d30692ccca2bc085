"""Pictures drawn on the server: the same numbers stand in a table beside each."""
