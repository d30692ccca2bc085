"""What is raised when the embedded server cannot be had."""

from __future__ import annotations


class DatabaseUnavailable(Exception):
    """The embedded PostgreSQL cannot run here; the words say what to do instead."""
