"""The trail of a case, and what it says in words."""
