"""Words a person must state, such as the title of a course or who issued a document."""

from __future__ import annotations

from domain.shared.refusals import Invalid


def stated(written: str, *, field: str) -> str:
    """Return what was written, trimmed; raises Invalid for nothing but blanks."""
    if not written.strip():
        raise Invalid(
            "text-missing",
            nb="Teksten kan ikke være tom.",
            en="The text cannot be empty.",
            field=field,
        )
    return written.strip()
