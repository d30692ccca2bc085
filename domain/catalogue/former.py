"""The common competence goals until 28 February 2026 (LM), known by their codes only.

They were replaced as a set. No provision says which new goal answers to which old one, so
nothing here maps them: an old goal that was approved is evidence, not approval (AMB-37).
"""

from __future__ import annotations

from datetime import date

from domain.catalogue.goals import Chapter, Goal
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.texts import Text

_THEME = Text(
    nb="Felles kompetansemål til 28. februar 2026",
    en="Common competence goals until 28 February 2026",
)
_LAST_DAY = date(2026, 2, 28)
_REPEALED_BY = Citation(
    act="spesialistforskriften", section="2", annex="2 A", amended_by="FOR-2025-01-24-114"
)

_ORIGINAL = Chapter(
    theme=_THEME,
    basis=Citation(act="spesialistforskriften", section="2", annex="2 A"),
    first_day=date(2019, 3, 1),
    last_day=_LAST_DAY,
    repealed_by=_REPEALED_BY,
    confidence=Confidence.B,
)
_ADDED = Chapter(
    theme=_THEME,
    basis=Citation(
        act="spesialistforskriften", section="2", annex="2 A", amended_by="FOR-2023-08-25-1372"
    ),
    first_day=date(2024, 9, 1),
    last_day=_LAST_DAY,
    repealed_by=_REPEALED_BY,
    confidence=Confidence.C,  # one secondary source names the goal
)


def _untitled(chapter: Chapter, number: int) -> Goal:
    return chapter.goal(
        f"LM-{number:02d}",
        nb=f"Felles kompetansemål LM-{number:02d} (teksten er ikke i kildene)",
        en=f"Common competence goal LM-{number:02d} (text not in the sources)",
    )


_NUMBERS = (4, 13, 19, 20, 21, 22, 23, 32, 33, 34, 41, 42, 43, 46, 47, 51, 55, 59, 60)
_LAST_NUMBERS = (70, 71, 72, 73, 74)

GOALS = (
    *(_untitled(_ORIGINAL, number) for number in _NUMBERS + _LAST_NUMBERS),
    _untitled(_ADDED, 75),
)
