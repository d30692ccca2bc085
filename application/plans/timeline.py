"""The story of a plan: one line a fact, in words, with both its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from domain.plans import activities, goals, guidance, opening, roles
from domain.shared.facts import Fact, Recorded, tag_of
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One fact told: when it happened, when it was recorded, by whom in which capacity.

    ``recorded_by`` is a person, or the name of a program.
    """

    version: int
    happened_on: date | None
    recorded_at: datetime
    recorded_by: Id | str
    acting_as: str
    source: str
    tag: str
    says: Text


SENTENCES: dict[type[Fact], Text] = {
    opening.PlanOpened: Text(nb="Utdanningsplanen ble åpnet", en="The training plan was opened"),
    opening.ArenasPlanned: Text(
        nb="Læringsarenaer ble planlagt: {arenas}", en="Arenas were planned: {arenas}"
    ),
    roles.SupervisorAppointed: Text(
        nb="Veileder ble oppnevnt fra {first_day}", en="A supervisor was appointed from {first_day}"
    ),
    roles.SupervisorReleased: Text(
        nb="Veileder sluttet etter {last_day}", en="The supervisor stepped down after {last_day}"
    ),
    roles.ClinicalSupervisorAppointed: Text(
        nb="Supervisør innen {competence_area} ble oppnevnt fra {first_day}",
        en="A clinical supervisor in {competence_area} was appointed from {first_day}",
    ),
    roles.ClinicalSupervisorReleased: Text(
        nb="Supervisør sluttet etter {last_day}",
        en="A clinical supervisor stepped down after {last_day}",
    ),
    guidance.SessionDrafted: Text(
        nb="Veiledning på {duration_minutes} minutter ble ført",
        en="Guidance of {duration_minutes} minutes was entered",
    ),
    guidance.SessionMinuted: Text(
        nb="Referat ble skrevet", en="Minutes of a guidance session were written"
    ),
    guidance.SessionFinalised: Text(
        nb="Veiledningen ble ferdigstilt", en="A guidance session was finalised"
    ),
    guidance.SessionDiscarded: Text(
        nb="En ført veiledning ble forkastet", en="A drafted guidance session was discarded"
    ),
    activities.ActivityLogged: Text(
        nb="Læringsaktivitet ble registrert", en="A learning activity was logged"
    ),
    activities.ActivitySubmitted: Text(
        nb="Læringsaktivitet ble sendt til signering", en="A learning activity was submitted"
    ),
    activities.ActivitySigned: Text(
        nb="Læringsaktivitet ble signert", en="A learning activity was signed"
    ),
    activities.ActivityReturned: Text(
        nb="Læringsaktivitet ble sendt tilbake", en="A learning activity was sent back"
    ),
    goals.GoalSubmitted: Text(nb="{goal} ble sendt inn", en="{goal} was submitted"),
    goals.GoalRecalled: Text(nb="{goal} ble trukket tilbake", en="{goal} was recalled"),
    goals.GoalRecommended: Text(
        nb="Det ble gitt råd om {goal}: {advice}", en="Advice was given on {goal}: {advice}"
    ),
    goals.GoalApproved: Text(nb="{goal} ble godkjent", en="{goal} was approved"),
    goals.GoalNotAchieved: Text(
        nb="{goal} ble vurdert som ikke oppnådd", en="{goal} was found not achieved"
    ),
    goals.GoalReturned: Text(nb="{goal} ble sendt tilbake", en="{goal} was sent back"),
    goals.GoalOutcomeCorrected: Text(
        nb="Utfallet av {goal} (versjon {corrects}) ble rettet",
        en="The outcome of {goal} (version {corrects}) was corrected",
    ),
}

_LEGAL_DAYS = (
    "held_on",
    "done_on",
    "submitted_on",
    "given_on",
    "approved_on",
    "decided_on",
    "returned_on",
    "recalled_on",
    "corrected_on",
    "finalised_on",
    "written_on",
    "signed_on",
    "discarded_on",
    "planned_on",
    "opened_on",
    "appointed_on",
    "last_day",
)


def timeline(history: Sequence[Recorded]) -> tuple[TimelineEntry, ...]:
    """Return the plan's facts told in words, oldest first."""
    return tuple(_entry(recorded) for recorded in history)


def _entry(recorded: Recorded) -> TimelineEntry:
    assert recorded.recorded_at is not None
    fact = recorded.fact
    fields = msgspec.structs.asdict(fact)
    shown = {name: _shown(value) for name, value in fields.items()}
    sentence = SENTENCES[type(fact)]
    return TimelineEntry(
        version=recorded.version,
        happened_on=next((fields[n] for n in _LEGAL_DAYS if n in fields), None),
        recorded_at=recorded.recorded_at,
        recorded_by=_recorder(recorded.recorded_by),
        acting_as=recorded.acting_as,
        source=recorded.source,
        tag=tag_of(fact),
        says=Text(nb=sentence.nb.format(**shown), en=sentence.en.format(**shown)),
    )


def _recorder(recorded_by: str) -> Id | str:
    """Return the person, or the name of the program that recorded."""
    try:
        return parsed_id(recorded_by)
    except ValueError:
        return recorded_by


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
