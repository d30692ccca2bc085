"""The rules the Directorate can exempt from, as the regulation has said them through time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorExemptionRule:
    """Whether the Directorate may exempt for a limited time, if the establishment applies."""

    time_limited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeFloorRule:
    """The smallest post, in per cent of full time, that counts as open unselected practice."""

    percentage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPracticeExemptionRule:
    """Whether the Directorate may exempt from the smallest post in open unselected practice."""

    possible: bool


REPEALED = Repeal(
    in_force_from=date(2025, 1, 1),
    announced_on=date(2024, 12, 16),
    citation=Citation(act=ACT, section="8", paragraph=4, amended_by="FOR-2024-12-16-3129"),
)

SUPERVISOR_EXEMPTION = Dated(
    "supervisor exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=SupervisorExemptionRule(time_limited=True),
        citation=Citation(act=ACT, section="25", paragraph=4),
    ),
)

OPEN_PRACTICE_FLOOR = Dated(
    "open practice floor",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeFloorRule(percentage=50),
        citation=Citation(act=ACT, section="8", paragraph=4, sentence=4),
    ),
    REPEALED,
)

OPEN_PRACTICE_EXEMPTION = Dated(
    "open practice exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=OpenPracticeExemptionRule(possible=True),
        citation=Citation(act=ACT, section="8", paragraph=4, sentence=5),
    ),
    REPEALED,
)
