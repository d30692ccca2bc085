"""Decisions and what follows them: the notice, the appeals, and who hears them."""
