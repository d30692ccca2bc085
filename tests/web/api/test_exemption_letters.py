"""The notice of an exemption says for which days it holds: it is limited in time (R-EXM-01)."""

from __future__ import annotations

from tests.support.printing import printer
from tests.web.api.of_establishment import HELSEKLAGE, LEADER
from tests.web.api.test_exemptions_in_proceedings import (
    CHANGED,
    GRANTED,
    TERMS,
    Taken,
    taken,
)
from tests.web.api.test_letters_to_establishments import told
from tests.web.api.test_proceedings import DECISION, DIRECTORATE

__all__ = ["taken"]
SAYS = "Fritaket gjelder fra 1. februar 2026 til og med 31. desember 2026, for én plan."


def test_granted_the_notice_says_from_when_to_when(taken: Taken) -> None:
    printer()
    taken.case.done("/decide", DIRECTORATE, GRANTED)
    letter = told(taken.case, DIRECTORATE, "decision-notice", LEADER)
    assert "veilederen er spesialist er innvilget." in letter
    assert SAYS in letter


def test_refused_it_says_none_and_granted_on_appeal_it_does(taken: Taken) -> None:
    printer()
    taken.case.done("/decide", DIRECTORATE, DECISION)
    refusal = told(taken.case, DIRECTORATE, "decision-notice", LEADER)
    assert "er avslått." in refusal
    assert "Fritaket gjelder" not in refusal
    appeal = taken.forwarded()
    taken.case.done(f"{appeal}/decide", HELSEKLAGE, CHANGED | {"exemption": TERMS})
    assert SAYS in told(taken.case, HELSEKLAGE, "decision-notice", LEADER)
