"""Pages for people, made on the server; every form works without any script."""
