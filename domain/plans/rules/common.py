"""Conditions more than one act asks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from domain.law.book import LawBook
from domain.law.specialist_training import GOALS
from domain.plans.plan import TrainingPlan
from domain.plans.setting import Setting
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


class Deciding(Protocol):
    """A question about an act that decides something for a plan's doctor."""

    @property
    def plan(self) -> TrainingPlan: ...
    @property
    def by(self) -> Id: ...


class ByLeader(Protocol):
    """A question about an act only a leader may do."""

    @property
    def by(self) -> Id: ...
    @property
    def on(self) -> date: ...
    @property
    def setting(self) -> Setting: ...


class OfGoal(Protocol):
    """A question about one goal on a day."""

    @property
    def goal(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def in_force(self) -> Collection[str]: ...


def goal_is_in_force(asked: OfGoal) -> Finding | None:
    if asked.goal in asked.in_force:
        return None
    return Finding(
        rule="L-LG-02",
        force=Force.HARD,
        says=Text(
            nb=f"{asked.goal} er ikke et gjeldende læringsmål den {asked.on}.",
            en=f"{asked.goal} is not a learning goal in force on {asked.on}.",
        ),
        basis=(GOALS,),
    )


def leader_in_office(asked: ByLeader) -> Finding | None:
    """A deputy is in office on the days the establishment appointed one (AMB-25)."""
    if asked.setting.leader_on(asked.by, asked.on):
        return None
    return Finding(
        rule="R-ROL-03",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Den som beslutter, var ikke leder eller stedfortreder den {asked.on}.",
            en=f"The one deciding was not leader or deputy on {asked.on}.",
        ),
    )


def is_oneself(says: Text) -> Finding:
    """Nobody signs, advises on or decides their own training (house rule, R-ROL-02)."""
    return Finding(rule="R-ROL-02", force=Force.HARD, confidence=Confidence.C, says=says)


def decider_is_not_the_doctor(asked: Deciding) -> Finding | None:
    if asked.by != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen avgjør egne læringsmål.", en="Nobody decides on their own goals.")
    )


def registered_on(day: date, setting: Setting, law: LawBook) -> Finding | None:
    """Return what is found if the establishment is not registered on the day (R-ORG-01)."""
    rule = law.registration.on(day)
    if not rule.value.registered_establishment or setting.registered_on(day):
        return None
    return Finding(
        rule="R-ORG-01",
        force=Force.HARD,
        says=Text(
            nb=f"Virksomheten var ikke registrert utdanningsvirksomhet den {day}.",
            en=f"The establishment was not registered on {day}.",
        ),
        basis=(rule.citation,),
    )
