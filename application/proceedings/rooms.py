"""Whose room an act belongs to: asked before it is tried, for what was recorded never changes."""

from __future__ import annotations

from application.access import Act
from application.actors import Actor
from application.proceedings.acting import ProceedingActing
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id


def act_of_ruling(proceedings: ProceedingActing, proceeding: Id, version: int | None) -> Act:
    """Return the act of the body whose ruling it is; ``version`` None: the one that stands."""
    case = proceedings.at(proceeding, None).case
    rulings = case.rulings
    ruling = rulings.standing if version is None else rulings.by_version.get(version, rulings.last)
    hears = ruling is not None and ruling.body != case.be_open().decided_by
    return Act.HEAR_APPEAL if hears else Act.CONDUCT_PROCEEDING


def act_on_appeal(proceedings: ProceedingActing, proceeding: Id, appeal: Id, actor: Actor) -> Act:
    """Return the act by which a party, or the official who has the appeal, enters what is sent."""
    if proceedings.speaks_for_party(proceeding, actor):
        return Act.FILE_APPEAL
    return act_of_who_has(proceedings.at(proceeding, None).case, appeal)


def act_of_who_has(case: Proceeding, appeal: Id) -> Act:
    """Return the act of the instance that an appeal is with."""
    found = case.appeals.by_id.get(appeal)
    return Act.HEAR_APPEAL if found and found.forwarded else Act.CONDUCT_PROCEEDING
