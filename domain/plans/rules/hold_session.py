"""May this guidance session be entered, minuted and finalised?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.law.specialist_training import INDIVIDUAL_SUPERVISOR
from domain.plans.guidance import SessionDrafted, SessionFinalised
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import no_qualified_supervisor
from domain.plans.setting import Setting
from domain.shared.conditions import ask, decide
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """May this session with this supervisor be entered?"""

    plan: TrainingPlan
    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...]
    by: Id
    setting: Setting
    law: LawBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Finalisation:
    """May this person finalise this session?"""

    plan: TrainingPlan
    session: Id
    by: Id
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """May this person write in this session?"""

    plan: TrainingPlan
    session: Id
    by: Id

    @property
    def supervisor(self) -> Id:
        return self.plan.guidance.session(self.session).drafted.supervisor


def supervisor_was_appointed(asked: Draft) -> Finding | None:
    if asked.plan.roles.supervisor_on(asked.held_on) == asked.supervisor:
        return None
    return Finding(
        rule="R-SUP-01",
        force=Force.HARD,
        basis=(INDIVIDUAL_SUPERVISOR,),
        says=Text(
            nb=f"Personen var ikke legens veileder den {asked.held_on}.",
            en=f"The person was not the doctor's supervisor on {asked.held_on}.",
        ),
    )


def is_one_who_took_part(asked: Draft | TakingPart) -> Finding | None:
    if asked.by in (asked.plan.doctor, asked.supervisor):
        return None
    return Finding(
        rule="R-ROL-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Bare legen og veilederen som deltok, fører samtalen.",
            en="Only the doctor and the supervisor who took part enter the session.",
        ),
    )


def supervisor_was_qualified(asked: Draft) -> Finding | None:
    return no_qualified_supervisor(
        asked.plan, asked.setting, asked.law, asked.supervisor, asked.held_on
    )


def has_minutes(asked: Finalisation) -> Finding | None:
    if asked.plan.guidance.session(asked.session).minutes:
        return None
    return Finding(
        rule="R-SUP-04",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Samtalen mangler referat.", en="The session has no minutes; write them first."
        ),
    )


def is_finalised_by_its_supervisor(asked: Finalisation) -> Finding | None:
    session = asked.plan.guidance.session(asked.session).drafted
    if asked.by == session.supervisor:
        return None
    return Finding(
        rule="R-SUP-04",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Bare veilederen som holdt samtalen, kan ferdigstille den.",
            en="Only the supervisor who held the session can finalise it.",
        ),
    )


DRAFT_CONDITIONS = (supervisor_was_appointed, is_one_who_took_part)
# What took place is recorded, and flagged; no reason is asked of those who tell of it (R-EXM-01).
DRAFT_FLAGS = (supervisor_was_qualified,)
FINALISE_CONDITIONS = (has_minutes, is_finalised_by_its_supervisor)


def refuse_outsider(asked: TakingPart) -> None:
    """Only those who took part write in a session; raises NotFound or RuleBroken."""
    decide((is_one_who_took_part,), asked)


def draft_session(asked: Draft) -> SessionDrafted:
    """Enter the session; raises Invalid, NotAllowed or RuleBroken."""
    decide(DRAFT_CONDITIONS, asked)
    return asked.plan.guidance.draft(
        asked.session,
        supervisor=asked.supervisor,
        held_on=asked.held_on,
        duration_minutes=asked.duration_minutes,
        goals=asked.goals,
        by=asked.by,
        findings=ask(DRAFT_FLAGS, asked),
    )


def finalise_session(asked: Finalisation) -> SessionFinalised:
    """Finalise the session; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.guidance.drafted(asked.session)
    decide(FINALISE_CONDITIONS, asked)
    return asked.plan.guidance.finalise(asked.session, by=asked.by, on=asked.on)
