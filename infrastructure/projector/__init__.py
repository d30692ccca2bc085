"""Keeps the rows for questions across cases in step with the facts."""
