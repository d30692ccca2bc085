"""Where a simulated training goes: invitations, evaluations, the change of goals, the end of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from application.demo.refusal import refuse
from domain.plans.accounts.stays import Stay
from domain.plans.evaluations import ASPECTS, Score
from domain.plans.invitations import InvitedAs
from domain.plans.roles import Capacity
from domain.plans.rules.application import Application
from domain.plans.rules.apply_for_approval import apply_for_approval
from domain.plans.rules.change_common_goals import Changing, change_common_goals
from domain.plans.rules.invite import Answering, Inviting, accept_invitation, invite
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

YEAR = timedelta(days=365)
WORDS = (
    "Godt tatt imot, men lite tid til fagdager om vinteren.",
    "Veiledningen er det beste ved stedet.",
    "Det tok tid å få en plass ved sykehjemmet.",
)
POINTS = (2, 3, 4, 4, 5, 5)
UNANSWERED = timedelta(days=9)
GOES_OVER = 0.7
"""How many plans are taken over to the new common goals; the others wait for their leader."""
STATED_IN = "Helsedirektoratets vedtak om spesialistgodkjenning"
REFUSED = 3
"""One of so many who apply is refused at first, and appeals."""


def way(career: Career) -> None:
    """Put what happens around the training on the calendar."""
    draw = Random(f"way/{career.number}")  # noqa: S311 - the same demo for the same number
    settled = career.starts_on + timedelta(days=6)
    career.later(settled, partial(_invite_leader, career))
    if career.number % 5 == 0:
        career.later(career.until.date() - UNANSWERED, partial(_invite_another, career))
    for year in range(1, FULL_PATH // YEAR + 1):
        day = career.starts_on + YEAR * year + timedelta(days=draw.randint(2, 20))
        career.later(day, partial(_evaluate, career, draw))
    _, new = career.catalogue.common_goals()
    if career.starts_on < new[0].first_day and draw.random() < GOES_OVER:
        day = new[0].first_day + timedelta(days=draw.randint(5, 80))
        career.later(day, partial(_change_goals, career))
    career.later(career.starts_on + FULL_PATH + timedelta(days=70), partial(_apply, career))


def _invite_leader(career: Career, at: datetime) -> None:
    invitation, leader = career.new_id("invitation"), career.world.leader(at)
    _invite(career, invitation, leader, InvitedAs.LEADER, at)
    career.later(at.date() + timedelta(days=3), partial(_accept, career, invitation, leader))


def _invite_another(career: Career, at: datetime) -> None:
    appointed = {person for person, _ in career.clinical}
    others = [p for p, _ in career.world.clinical_supervisors() if p not in appointed]
    if others:
        invited_as = InvitedAs.CLINICAL_SUPERVISOR
        _invite(career, career.new_id("invitation"), others[0], invited_as, at)


def _invite(
    career: Career, invitation: Id, person: Id, invited_as: InvitedAs, at: datetime
) -> None:
    sent = invite(
        Inviting(
            plan=career.plan,
            invitation=invitation,
            person=person,
            invited_as=invited_as,
            on=at.date(),
            setting=career.world.setting({person}, at),
        )
    )
    career.record(sent, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def _accept(career: Career, invitation: Id, person: Id, at: datetime) -> None:
    accepted = accept_invitation(
        Answering(plan=career.plan, invitation=invitation, by=person, on=at.date())
    )
    career.record(accepted, at=at, by=person, acting_as=Role.INVITED)


def _evaluate(career: Career, draw: Random, at: datetime) -> None:
    scores = tuple(Score(aspect=aspect, points=draw.choice(POINTS)) for aspect in ASPECTS)
    words = Confidential(draw.choice(WORDS))
    evaluated = career.plan.evaluations.evaluate(scores, words, on=at.date())
    career.record(evaluated, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def _change_goals(career: Career, at: datetime) -> None:
    former, new = career.catalogue.common_goals()
    leader = career.world.leader(at)
    changed = change_common_goals(
        Changing(
            plan=career.plan,
            former=tuple(goal.code for goal in former),
            new=tuple(goal.code for goal in new),
            new_from=new[0].first_day,
            by=leader,
            on=at.date(),
            setting=career.world.setting(set(), at),
            law=career.law,
            stored=career.book,
        )
    )
    career.record(changed, at=at, by=leader, acting_as=Role.LEADER)


def _apply(career: Career, at: datetime) -> None:
    day = at.date()
    stay = Stay(
        plan_id=career.book.case_id,
        plan=career.plan,
        setting=career.world.setting(
            {career.doctor, *career.plan.roles.appointments.spans(Capacity.SUPERVISOR)}, at
        ),
    )
    applied = apply_for_approval(
        Application(
            record=(stay,),
            in_force=career.catalogue.codes_in_force(day),
            submitted_on=day,
            on=day,
            law=career.law,
            justification=Confidential("Det siste ettersendes."),
        )
    )
    career.record(applied, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    if career.number % REFUSED == 0:
        refuse(career, at, then=partial(_confirm, career))
    else:
        career.later(at.date() + timedelta(days=80), partial(_confirm, career))


def _confirm(career: Career, at: datetime) -> None:
    officer = career.world.person("helsedirektoratet")
    confirmed = career.plan.path.confirm(at.date(), stated_in=STATED_IN, by=officer)
    career.record(confirmed, at=at, by=officer, acting_as=Role.DIRECTORATE_OFFICER)
    career.stop()
