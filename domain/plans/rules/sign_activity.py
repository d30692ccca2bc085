"""May this person sign this learning activity?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.activities import (
    Activity,
    ActivityReturned,
    ActivitySigned,
    ActivityStage,
    ActivitySubmitted,
    Channel,
    Presence,
)
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.common import is_oneself
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """May this person sign this activity, having followed it in this way?"""

    plan: TrainingPlan
    activity: Id
    channel: Channel
    by: Id
    capacity: Capacity
    on: date

    @property
    def found(self) -> Activity:
        return self.plan.activities.activity(self.activity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitting:
    """May this activity be sent to this person?"""

    plan: TrainingPlan
    activity: Id
    to: Id
    on: date


def addressee_may_sign(asked: Submitting) -> Finding | None:
    if asked.plan.roles.capacity(asked.to, asked.on):
        return None
    return Finding(
        rule="R-KP-02",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Aktiviteter sendes til legens veileder eller en av supervisørene.",
            en="Activities are sent to the doctor's supervisor or a clinical supervisor.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingBack:
    """May this person send this activity back?"""

    plan: TrainingPlan
    activity: Id
    comment: Confidential
    by: Id
    capacity: Capacity
    on: date

    @property
    def found(self) -> Activity:
        return self.plan.activities.activity(self.activity)


def is_not_the_doctor(asked: Signing | SendingBack) -> Finding | None:
    if asked.by != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen signerer egne aktiviteter.", en="Nobody signs their own activities.")
    )


def is_appointed(asked: Signing | SendingBack) -> Finding | None:
    if asked.plan.roles.holds(asked.by, asked.capacity, asked.on):
        return None
    return Finding(
        rule="R-ROL-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Den som signerer, var ikke {asked.capacity.nb} den {asked.on}.",
            en=f"The one signing was not {asked.capacity.en} on {asked.on}.",
        ),
    )


def is_addressed(asked: Signing | SendingBack) -> Finding | None:
    """The supervisor may answer for an addressee who has left."""
    sent = asked.found.submitted
    if sent and asked.by in (sent.to, asked.plan.roles.supervisor_on(asked.on)):
        return None
    return Finding(
        rule="R-KP-02",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Aktiviteten er sendt til en annen; bare mottakeren eller veilederen kan svare.",
            en="The activity was sent to somebody else; only they or the supervisor can answer.",
        ),
    )


def was_present_where_required(asked: Signing) -> Finding | None:
    required = asked.found.logged.presence == Presence.ON_SITE_REQUIRED
    if not required or asked.channel is Channel.ON_SITE:
        return None
    return Finding(
        rule="R-SPV-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Aktiviteten krever at den som signerer, var til stede.",
            en="The activity requires that the one signing was present.",
        ),
    )


def is_signed_after_it_was_done(asked: Signing) -> Finding | None:
    done_on = asked.found.logged.done_on
    if asked.on >= done_on:
        return None
    return Finding(
        rule="R-SPV-03",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Aktiviteten ble utført {done_on} og kan ikke signeres før.",
            en=f"The activity was done on {done_on} and cannot be signed before.",
        ),
    )


CONDITIONS = (
    is_not_the_doctor,
    is_appointed,
    is_addressed,
    was_present_where_required,
    is_signed_after_it_was_done,
)


def sign_activity(asked: Signing) -> ActivitySigned:
    """Sign the activity; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.activities.in_stage(asked.activity, ActivityStage.SUBMITTED)
    decide(CONDITIONS, asked)
    return asked.plan.activities.sign(
        asked.activity, by=asked.by, capacity=asked.capacity, channel=asked.channel, on=asked.on
    )


def send_activity_back(asked: SendingBack) -> ActivityReturned:
    """Send the activity back with a comment; raises NotFound, NotAllowed or RuleBroken."""
    returned = asked.plan.activities.send_back(
        asked.activity, by=asked.by, comment=asked.comment, on=asked.on
    )
    decide((is_not_the_doctor, is_appointed, is_addressed), asked)
    return returned


def submit_activity(asked: Submitting) -> ActivitySubmitted:
    """Send the activity to one who may sign it; raises NotFound, NotAllowed or RuleBroken."""
    submitted = asked.plan.activities.submit(asked.activity, to=asked.to, on=asked.on)
    decide((addressee_may_sign,), asked)
    return submitted
