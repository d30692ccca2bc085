"""Learning activities (læringsaktiviteter): logged, submitted, signed or returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class ActivityKind(StrEnum):
    """What the doctor did."""

    PROCEDURE = "procedure"
    OBSERVED_CONSULTATION = "observed-consultation"
    JOINT_CONSULTATION = "joint-consultation"
    CASE_DISCUSSION = "case-discussion"
    COURSE = "course"
    SELF_STUDY = "self-study"
    OTHER = "other"


class Presence(StrEnum):
    """Whether the one who signs must have been in the room (R-SPV-01)."""

    ON_SITE_REQUIRED = "on-site-required"
    ANY = "any"


PRESENCE = dict.fromkeys(ActivityKind, Presence.ANY) | {
    ActivityKind.PROCEDURE: Presence.ON_SITE_REQUIRED,
    ActivityKind.OBSERVED_CONSULTATION: Presence.ON_SITE_REQUIRED,
}


class Channel(StrEnum):
    """How the one who signs followed the activity."""

    ON_SITE = "on-site"
    PHONE = "phone"
    DIGITAL = "digital"


class ActivityLogged(Fact, frozen=True, kw_only=True, tag="plan.activity-logged"):
    """The doctor entered a learning activity that was done."""

    activity: Id
    kind: str
    presence: str
    done_on: date
    arena: str | None
    goals: tuple[str, ...]
    description: Confidential | None = None


class ActivitySubmitted(Fact, frozen=True, kw_only=True, tag="plan.activity-submitted"):
    """The doctor sent a learning activity to one who may sign it."""

    activity: Id
    to: Id
    submitted_on: date


class ActivitySigned(Fact, frozen=True, kw_only=True, tag="plan.activity-signed"):
    """A supervisor or clinical supervisor signed a learning activity."""

    activity: Id
    signed_by: Id
    capacity: str
    channel: str
    signed_on: date


class ActivityReturned(Fact, frozen=True, kw_only=True, tag="plan.activity-returned"):
    """A learning activity was sent back to the doctor with a comment."""

    activity: Id
    returned_by: Id
    comment: Confidential
    returned_on: date


ActivityFact = ActivityLogged | ActivitySubmitted | ActivitySigned | ActivityReturned


class ActivityStage(StrEnum):
    """Where a learning activity is on its way."""

    LOGGED = "logged"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"


# Named once: up to Python 3.11 finding an enum's member takes longer than the rest of an effect.
_LOGGED, _SUBMITTED, _RETURNED, _SIGNED = ActivityStage


@dataclass(slots=True)
class Activity:
    """One learning activity on its way; the versions are those of its facts."""

    logged: ActivityLogged
    logged_at: int
    stage: ActivityStage = _LOGGED
    submitted: ActivitySubmitted | None = None
    returned: ActivityReturned | None = None
    signed: ActivitySigned | None = None
    signed_at: int | None = None


@dataclass(slots=True)
class Activities:
    """The doctor's learning activities, as the facts so far leave them."""

    by_id: dict[Id, Activity] = field(default_factory=dict)

    # acts

    def log(
        self,
        activity: Id,
        *,
        kind: ActivityKind,
        done_on: date,
        arena: str | None,
        goals: tuple[str, ...],
        description: Confidential | None,
    ) -> ActivityLogged:
        if activity in self.by_id:
            raise NotAllowed(
                "activity-exists", nb="Aktiviteten finnes allerede.", en="The activity exists."
            )
        return ActivityLogged(
            activity=activity,
            kind=kind,
            presence=PRESENCE[kind],
            done_on=done_on,
            arena=arena,
            goals=goals,
            description=description,
        )

    def submit(self, activity: Id, *, to: Id, on: date) -> ActivitySubmitted:
        self.in_stage(activity, _LOGGED, _RETURNED)
        return ActivitySubmitted(activity=activity, to=to, submitted_on=on)

    def sign(
        self, activity: Id, *, by: Id, capacity: str, channel: Channel, on: date
    ) -> ActivitySigned:
        self.in_stage(activity, _SUBMITTED)
        return ActivitySigned(
            activity=activity, signed_by=by, capacity=capacity, channel=channel, signed_on=on
        )

    def send_back(
        self, activity: Id, *, by: Id, comment: Confidential, on: date
    ) -> ActivityReturned:
        self.in_stage(activity, _SUBMITTED)
        return ActivityReturned(activity=activity, returned_by=by, comment=comment, returned_on=on)

    def activity(self, activity: Id) -> Activity:
        """Return the activity; raises NotFound."""
        try:
            return self.by_id[activity]
        except KeyError:
            raise NotFound(
                "unknown-activity",
                nb="Planen har ingen slik læringsaktivitet.",
                en="The plan has no such learning activity.",
                field="activity",
            ) from None

    def in_stage(self, activity: Id, *stages: ActivityStage) -> Activity:
        """Return the activity if it is in one of the stages; raises NotFound or NotAllowed."""
        found = self.activity(activity)
        if found.stage not in stages:
            raise NotAllowed(
                "activity-in-wrong-state",
                nb=f"Aktiviteten er {_NB[found.stage]}; dette krever at den er "
                f"{' eller '.join(_NB[stage] for stage in stages)}.",
                en=f"The activity is {found.stage}; this needs it to be {' or '.join(stages)}.",
                rule="R-ALI-05",
            )
        return found

    # effects

    def effects(self) -> Effects:
        """Return what each kind of fact does; asked once, for each is done a million times."""
        return {
            ActivityLogged: self._logged,
            ActivitySubmitted: self._submitted,
            ActivitySigned: self._signed,
            ActivityReturned: self._returned,
        }

    def _logged(self, fact: ActivityLogged, at: int) -> None:
        self.by_id[fact.activity] = Activity(fact, at)

    def _submitted(self, fact: ActivitySubmitted, _: int) -> None:
        activity = self.by_id[fact.activity]
        activity.stage, activity.submitted = _SUBMITTED, fact

    def _signed(self, fact: ActivitySigned, at: int) -> None:
        activity = self.by_id[fact.activity]
        activity.stage, activity.signed, activity.signed_at = _SIGNED, fact, at

    def _returned(self, fact: ActivityReturned, _: int) -> None:
        activity = self.by_id[fact.activity]
        activity.stage, activity.returned = _RETURNED, fact


_NB = {
    _LOGGED: "registrert",
    _SUBMITTED: "sendt til signering",
    _RETURNED: "sendt tilbake",
    _SIGNED: "signert",
}
