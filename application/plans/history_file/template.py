"""The template of a history file, one line of each kind of record."""

from __future__ import annotations

from importlib.resources import files


def template() -> str:
    """Return the template that comes with the program."""
    data = files("application.plans.history_file.data")
    return (data / "template.csv").read_text(encoding="utf-8")
