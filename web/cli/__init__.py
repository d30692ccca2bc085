"""The command line `alis`, a module a noun."""
