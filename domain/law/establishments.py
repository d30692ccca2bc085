"""What the decisions about an establishment rest on, beside who hears an appeal over them."""

from __future__ import annotations

from datetime import date

from domain.law.book import LawBook
from domain.law.remedies import DecisionKind
from domain.law.specialist_training import ACT
from domain.shared.citation import Citation

REGISTRATION = Citation(act=ACT, section="21", paragraph=1)
APPROVAL = Citation(act=ACT, section="20", paragraph=1)


def rests_on(kind: DecisionKind, on: date, law: LawBook) -> tuple[Citation, ...]:
    """Return where the law lets something be decided of an establishment on a day."""
    match kind:
        case DecisionKind.REGISTRATION:
            return (REGISTRATION,)
        case DecisionKind.ESTABLISHMENT_APPROVAL:
            return (APPROVAL,)
        case DecisionKind.SUPERVISOR_EXEMPTION:
            return (law.supervisor_exemption.on(on).citation,)
        case DecisionKind.HALF_TIME_EXEMPTION:
            found = law.open_practice_exemption.find(on)
            return (found.citation,) if found else ()
    return ()
