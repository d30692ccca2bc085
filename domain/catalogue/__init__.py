"""Learning goals and arenas, as versioned data."""
