"""What the fields of forms and views are called, and what is said beside them."""

from __future__ import annotations

from web.pages.words import read, text

_READ = read("labels")
LABELS = {name: text(both) for name, both in _READ["labels"].items()}
HELPS = {name: text(both) for name, both in _READ["helps"].items()}
