"""The new assessment of a goal that was not achieved (section 26, second to fourth paragraph)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherAssessmentRule:
    """How many months of relevant activities a further assessment is demanded after."""

    months: int


FURTHER_ASSESSMENT = Dated(
    "further assessment",
    Version(
        in_force_from=NEW_SCHEME,
        value=FurtherAssessmentRule(months=6),
        citation=Citation(act=ACT, section="26", paragraph=4),
    ),
)

ARRANGED_BY_COUNTY_GOVERNOR = Citation(act=ACT, section="26", paragraph=3, sentence=2)
MONTHS_COUNTED = Citation(act="domstolloven", section="148", paragraph=2)
