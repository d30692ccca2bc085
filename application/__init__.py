"""What can be asked for; the only place that composes subjects."""
