"""What stands in the fields of a form that is shown, before one has typed anything."""

from __future__ import annotations

import re


def typed_in(page: str, key: str) -> str | None:
    """Return what stands in a field of one line; None where the form has no such field."""
    found = re.search(rf'<input[^>]* id="field-{key}"[^>]*?\bvalue="([^"]*)"', page)
    return found.group(1) if found else None


def choices(page: str, key: str) -> dict[str, str]:
    """Return what can be chosen in a field, by its value; nothing where there is no such field."""
    return dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', _select(page, key)))


def chosen(page: str, key: str) -> str | None:
    found = re.search(r'<option value="([^"]+)" selected>', _select(page, key))
    return found.group(1) if found else None


def _select(page: str, key: str) -> str:
    found = re.search(rf'<select[^>]* id="field-{key}".*?</select>', page, re.DOTALL)
    return found.group() if found else ""
