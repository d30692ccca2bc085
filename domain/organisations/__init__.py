"""The registered training establishment."""
