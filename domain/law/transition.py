"""The specialist training regulation: doctors who began under the scheme before (§ 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version


class Scheme(StrEnum):
    """Which scheme a doctor applies for approval under."""

    NEW = "new-scheme"
    OLD = "old-scheme"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSchemeRule:
    """Until when those in training on 1 March 2019 may apply for approval under the old scheme."""

    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsAssessedRule:
    """By when the goals of those who go over to the new scheme are to be assessed and documented.

    Those who were away then have six months from the day they came back.
    """

    last_day: date
    months_after_return: int


def _of_general_practice(letter: str, sentence: int, amended_by: str) -> Citation:
    return Citation(
        act=ACT, section="37", paragraph=3, letter=letter, sentence=sentence, amended_by=amended_by
    )


IN_TRAINING_THEN = Citation(act=ACT, section="37", paragraph=3)

OLD_SCHEME = Dated(
    "old scheme",
    Version(
        in_force_from=NEW_SCHEME,
        value=OldSchemeRule(last_day=date(2025, 3, 1)),
        citation=_of_general_practice("a", 1, "FOR-2019-02-26-145"),
    ),
    Version(
        in_force_from=date(2022, 1, 1),
        announced_on=date(2021, 12, 21),
        value=OldSchemeRule(last_day=date(2026, 12, 31)),
        citation=_of_general_practice("a", 1, "FOR-2021-12-21-3790"),
    ),
)

# On 1 January 2022 the hospitals were given until 31 December 2023 and the doctors of general
# practice were forgotten; the ministry called it a mistake and mended it from 1 September. Whether
# the mending reaches back is not settled: the book answers by the text in force, and by the
# text known on a day, and both are shown.
GOALS_ASSESSED = Dated(
    "goals assessed in transition",
    Version(
        in_force_from=NEW_SCHEME,
        value=GoalsAssessedRule(last_day=date(2022, 3, 1), months_after_return=6),
        citation=_of_general_practice("b", 4, "FOR-2018-12-19-2171"),
    ),
    Version(
        in_force_from=date(2022, 9, 1),
        announced_on=date(2022, 8, 26),
        value=GoalsAssessedRule(last_day=date(2023, 12, 31), months_after_return=6),
        citation=_of_general_practice("b", 4, "FOR-2022-08-26-1512"),
    ),
)
