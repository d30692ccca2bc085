"""Law books nobody is bound by: what was or is proposed, to be tried on recorded facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from domain.law.book import IN_FORCE, LawBook
from domain.law.guidance import Averaged
from domain.law.new_administration import ASSUMED_COMMENCEMENT, with_new_act
from domain.law.service_time import ADOPTED_2024
from domain.law.specialist_training import ACT, SUPERVISOR
from domain.shared.citation import Citation
from domain.shared.dated import Repeal, Version
from domain.shared.days import day_before
from domain.shared.findings import Confidence

T = TypeVar("T")

_HEARING = "Høringsnotat 2024 (spesialistforskriften)"
# The hearing named no day; what became of it is in force from this one.
_ASSUMED_FROM = date(2025, 1, 1)


def _proposed(section: str, paragraph: int, sentence: int | None = None) -> Citation:
    return Citation(
        act=ACT, section=section, paragraph=paragraph, sentence=sentence, amended_by=_HEARING
    )


def _hearing_2024() -> LawBook:
    """Return the regulation as the ministry proposed it in 2024 (R-REG-02, R-REG-04, R-REG-08).

    It stands on what was announced before the amendments were adopted: of what was proposed,
    the guidance got an added word, and the supervisor of great experience was not adopted.
    """
    guidance = replace(
        IN_FORCE.guidance.wordings[-1].value, averaged=Averaged.WHOLE_PATH, regularly=False
    )
    repeal = Repeal(
        in_force_from=_ASSUMED_FROM, announced_on=_ASSUMED_FROM, citation=_proposed("8", 4)
    )
    return IN_FORCE.as_announced_by(day_before(ADOPTED_2024)).amended(
        "hearing-2024",
        {
            "guidance": (_version(guidance, _proposed("2", 3)),),
            "supervisor": (
                _version(
                    replace(SUPERVISOR.wordings[-1].value, or_experienced=True), _proposed("25", 3)
                ),
            ),
            "supervisor_exemption": (
                Repeal(in_force_from=_ASSUMED_FROM, citation=_proposed("25", 4)),
            ),
            "open_practice_floor": (repeal,),
            "open_practice_exemption": (repeal,),
        },
    )


def _version(value: T, citation: Citation) -> Version[T]:
    return Version(
        in_force_from=_ASSUMED_FROM,
        value=value,
        citation=citation,
        confidence=Confidence.C,
    )


PROPOSED: Mapping[str, LawBook] = {
    book.name: book for book in (_hearing_2024(), with_new_act(IN_FORCE, ASSUMED_COMMENCEMENT))
}
