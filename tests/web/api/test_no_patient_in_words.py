"""R-KP-03: no patient is recognisable in what is written of a doctor's work, wherever it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.documents import NUMBER
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready
from tests.web.api.test_refusals import nothing_recorded, refused

WRITTEN = f"Pasient {NUMBER}, fulgt over tid."
DOCTOR, SUPERVISOR, LEADER = (
    ("doctor", "doctor"),
    ("supervisor", "supervisor"),
    ("leader", "leader"),
)
ACTS: dict[str, tuple[tuple[str, str], str, dict[str, Any]]] = {
    "an activity is logged": (
        DOCTOR,
        "/activities",
        {"kind": "procedure", "doneOn": "2026-03-02", "description": WRITTEN},
    ),
    "a training is evaluated": (
        DOCTOR,
        "/evaluations",
        {"scores": [{"aspect": "guidance", "points": 4}], "words": WRITTEN},
    ),
    "a goal is advised on": (
        SUPERVISOR,
        f"/goals/{GOAL}/recommend",
        {"advice": "not-yet", "rationale": WRITTEN},
    ),
    "a goal is sent back": (LEADER, f"/goals/{GOAL}/return", {"comment": WRITTEN}),
    "a goal is approved": (LEADER, f"/goals/{GOAL}/approve", {"statement": WRITTEN}),
    "a goal is not achieved": (LEADER, f"/goals/{GOAL}/not-achieved", {"statement": WRITTEN}),
    "an approval is justified": (
        LEADER,
        f"/goals/{GOAL}/approve",
        {"statement": "Vist over tid.", "justification": WRITTEN},
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_identity_number_is_refused(aasnes: Town, act: str) -> None:
    plan = ready(aasnes)
    who, path, body = ACTS[act]
    with nothing_recorded(aasnes):
        told = refused(aasnes.post(plan + path, *who, body), 422, "rule-broken")
    assert told["rule"] == "R-KP-03"
    assert NUMBER not in str(told)
