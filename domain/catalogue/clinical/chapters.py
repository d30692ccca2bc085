"""What the chapters of general practice have in common (annex 2, C21)."""

from __future__ import annotations

from datetime import date

from domain.catalogue.goals import Chapter
from domain.shared.citation import Citation
from domain.shared.texts import Text

_IN_FORCE = date(2019, 3, 1)
_TEXT_READ_OF = date(2026, 1, 1)  # earlier wordings of C21 were not among the sources


def chapter(number: str, *, nb: str, en: str) -> Chapter:
    return Chapter(
        theme=Text(nb=f"{number} {nb}", en=f"{number} {en}"),
        basis=Citation(act="spesialistforskriften", section="2", annex=f"2 C21 {number}"),
        first_day=_IN_FORCE,
        verified_from=_TEXT_READ_OF,
    )
