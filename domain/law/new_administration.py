"""The Public Administration Act of 2025: adopted, and in force from a day nobody has named yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.law.administration import AdministrationRule, Regime
from domain.law.aside import DeferralRule, SuperiorReversalRule
from domain.law.book import LawBook
from domain.law.digital_notices import Arrives, Decides, DigitalNoticeRule, FilingRule
from domain.law.notices import WITH_NAMES
from domain.law.remedies import Instance
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version
from domain.shared.findings import Confidence

NEW_ACT = "forvaltningsloven (LOV-2025-06-20-81)"
NAME = "new-administration-act"

# Only so that the act can be tried; section 99 leaves the day, and the transition, to the King.
ASSUMED_COMMENCEMENT = date(2027, 1, 1)


def _at(section: str, paragraph: int | None = None, sentence: int | None = None) -> Citation:
    return Citation(act=NEW_ACT, section=section, paragraph=paragraph, sentence=sentence)


_CHANGED: dict[str, tuple[Any, Citation]] = {
    "administration_act": (
        AdministrationRule(regime=Regime.ACT_OF_2025),
        Citation(act=NEW_ACT, section=""),
    ),
    "digital_notice": (DigitalNoticeRule(arrives=Arrives.ALERTED), _at("63", 1, 2)),
    "appeal_filing": (FilingRule(decides=Decides.SENT_OR_DELIVERED), _at("64", 1)),
    "notice_content": (WITH_NAMES, _at("59", 2)),
    "digital_filing": (FilingRule(decides=Decides.SENT_OR_DELIVERED), _at("64", 1)),
    "deferral": (DeferralRule(must_if_irreversible=True), _at("76", 2)),
    # It speaks of superior bodies alone: that it leaves out the municipal ones is inferred.
    "superior_reversal": (
        SuperiorReversalRule(not_by=(Instance.MUNICIPAL_APPEALS,)),
        _at("72", 1),
    ),
}
"""What the act says otherwise than the act of 1967, and where."""

_MOVED = {
    "appeal": _at("63", 1, 1),
    "appeal_once_known": _at("63", 2, 1),
    "appeal_by_others": _at("63", 2, 2),
    "representative": _at("18", 5),
    "interruption": _at("63", 3),
    "extension": _at("63", 5),
    "repeated_appeal": _at("64", 2, 1),
    "late_appeal": _at("65", 1),
    "late_appeal_cap": _at("65", 3),
    "wrong_body": _at("16", 1),
    "corrected_appeal": _at("66", 4),
    "cost_claim": _at("69", 2, 1),
    "detriment_notice": _at("68", 4, 2),
    "lawsuit_despite_appeal": _at("60", 1, 2),
    "lawsuit_condition": _at("60", 1, 1),
    "superior_review_notice": _at("72", 2, 2),
    "superior_reversal_notice": _at("72", 2, 2),
    "superior_reversal_of_appeal": _at("72", 2, 3),
    "provisional_reply": _at("17", 2, 1),
}
"""What the act says as the act of 1967 does, and where."""


def with_new_act(book: LawBook, commencement: date) -> LawBook:
    """Return the book as it would be if the act of 2025 came into force that day (AMB-42).

    Decisions made before the day stay under the act of 1967; what the King decides may differ.
    What the act says was read in full; that it governs from the day is assumed, and marked so.
    """
    rules = book.rules()
    new: dict[str, Sequence[Version[Any] | Repeal]] = {
        name: (_version(value, citation, commencement, _sure(name)),)
        for name, (value, citation) in _CHANGED.items()
    }
    for name, citation in _MOVED.items():
        stood = _last(rules[name])
        new[name] = (_version(stood.value, citation, commencement, stood.confidence),)
    return book.amended(NAME, new)


def _version(
    value: Any, citation: Citation, commencement: date, confidence: Confidence
) -> Version[Any]:
    return Version(
        in_force_from=commencement, value=value, citation=citation, confidence=confidence
    )


def _sure(rule: str) -> Confidence:
    inferred = rule in ("administration_act", "superior_reversal")
    return Confidence.C if inferred else Confidence.A


def _last(rule: Dated[Any]) -> Version[Any]:
    return rule.wordings[-1]


def is_tried(book: LawBook) -> bool:
    """Return whether the book takes the act of 2025 to be in force from some day."""
    regimes = (version.value.regime for version in book.administration_act.wordings)
    return Regime.ACT_OF_2025 in regimes
