"""The law books: shown, checked, and amended by what somebody proposes."""
