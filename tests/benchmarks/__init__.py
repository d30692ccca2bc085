"""Measurements against the event library's own ways; ``python -m tests.benchmarks``."""
