"""Training plans over HTTP: a module a part, acts and views as tables of routes."""
