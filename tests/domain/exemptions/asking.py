"""Acts on an exemption with every answer in order, of which a test changes one thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.exemptions.exemption import Exemption
from domain.law.book import IN_FORCE
from domain.law.exemptions import ExemptionKind
from domain.shared.facts import Fact
from tests.support.exemptions import (
    APPLIED_ON,
    DECIDED_ON,
    EXEMPTION,
    FIRST_DAY,
    LAST_DAY,
    LETTER,
    OFFICER,
    PLAN,
)
from tests.support.history import Given, folded
from tests.support.plans import LEADER, ORGANISATION, SUPERVISOR

Act = Callable[[Exemption], Fact]


def exemption(*facts: Fact) -> Given[Exemption]:
    return folded(Exemption, EXEMPTION, *facts)


def applying(**changed: Any) -> Act:
    said: dict[str, Any] = {
        "kind": ExemptionKind.SUPERVISOR_SPECIALTY,
        "organisation": ORGANISATION,
        "supervisor": SUPERVISOR,
        "plans": (PLAN,),
        "supporting": (),
        "by": LEADER,
        "on": APPLIED_ON,
        "law": IN_FORCE,
    } | changed
    kind = said.pop("kind")
    return lambda case: case.apply_for(kind, **said)


def granting(**changed: Any) -> Act:
    said: dict[str, Any] = {
        "first_day": FIRST_DAY,
        "last_day": LAST_DAY,
        "plans": None,
        "by": OFFICER,
        "on": DECIDED_ON,
        "stated_in": LETTER,
        "law": IN_FORCE,
    }
    return lambda case: case.grant(**(said | changed))


def refusing(**changed: Any) -> Act:
    said: dict[str, Any] = {
        "by": OFFICER,
        "on": DECIDED_ON,
        "stated_in": LETTER,
        "law": IN_FORCE,
    }
    return lambda case: case.refuse(**(said | changed))


def extending(last_day: date | None, **changed: Any) -> Act:
    said: dict[str, Any] = {
        "by": OFFICER,
        "on": LAST_DAY,
        "stated_in": LETTER,
        "law": IN_FORCE,
    }
    return lambda case: case.extend(last_day, **(said | changed))


def revoking(last_day: date, **changed: Any) -> Act:
    said: dict[str, Any] = {
        "by": OFFICER,
        "on": date(2026, 3, 1),
        "stated_in": LETTER,
        "law": IN_FORCE,
    }
    return lambda case: case.revoke(last_day, **(said | changed))
