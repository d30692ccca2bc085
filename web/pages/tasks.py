"""What waits for somebody, in words, and the page on which it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from application.plans.tasks.room import TaskKind, TaskRow
from domain.shared.texts import Text

WORDS = {
    TaskKind.WRITE_MINUTES: Text(nb="Skriv referat fra veiledning", en="Write up a session"),
    TaskKind.FINALISE_SESSION: Text(nb="Godkjenn referat fra veiledning", en="Finalise a session"),
    TaskKind.SIGN_ACTIVITY: Text(nb="Signer aktivitet", en="Sign an activity"),
    TaskKind.MEND_ACTIVITY: Text(nb="Rett aktivitet som kom i retur", en="Mend an activity"),
    TaskKind.CERTIFY_COURSE: Text(nb="Last opp kursbevis", en="Add a course certificate"),
    TaskKind.CONFIRM_VISIT: Text(nb="Bekreft praksisbesøk", en="Confirm a practice visit"),
    TaskKind.DOCUMENT_VISIT: Text(nb="Dokumenter praksisbesøk", en="Document a practice visit"),
    TaskKind.RECOMMEND_GOAL: Text(nb="Gi råd om læringsmål", en="Advise on a learning goal"),
    TaskKind.DECIDE_GOAL: Text(nb="Avgjør læringsmål", en="Decide a learning goal"),
    TaskKind.MEND_GOAL: Text(
        nb="Rett innsendt læringsmål som kom i retur", en="Mend a learning goal that was returned"
    ),
    TaskKind.JOIN_GROUP: Text(nb="Bli med i veiledningsgruppe", en="Join a guidance group"),
    TaskKind.ISSUE_DIPLOMA: Text(nb="Utsted kursbevis for gruppe", en="Issue a group diploma"),
    TaskKind.DRAW_UP_PLAN: Text(nb="Lag utdanningsplan", en="Draw up the training plan"),
    TaskKind.AGREE_TO_PLAN: Text(nb="Ta stilling til utdanningsplan", en="Agree to the plan"),
    TaskKind.ANSWER_INVITATION: Text(nb="Svar på invitasjon", en="Answer an invitation"),
    TaskKind.APPOINT_INVITED: Text(nb="Oppnevn en som har sagt ja", en="Appoint one who accepted"),
    TaskKind.RECEIVE_MOVE: Text(nb="Ta imot lege som flytter", en="Receive a doctor who moves"),
    TaskKind.CHANGE_COMMON_GOALS: Text(
        nb="Bytt til nye felles læringsmål", en="Change to the new common goals"
    ),
    TaskKind.APPOINT_SUPERVISOR: Text(nb="Oppnevn veileder", en="Appoint a supervisor"),
    TaskKind.CONFIRM_SERVICE: Text(nb="Bekreft tjeneste", en="Confirm service"),
    TaskKind.NOTIFY_DIRECTORATE: Text(
        nb="Meld endring til Helsedirektoratet", en="Tell the Directorate of a change"
    ),
    TaskKind.ARRANGE_REASSESSMENT: Text(nb="Ordne ny vurdering", en="Arrange a new assessment"),
    TaskKind.RECORD_REASSESSMENT: Text(
        nb="Før utfallet av ny vurdering", en="Record the outcome of a new assessment"
    ),
    TaskKind.CONFIRM_ACTIVITIES: Text(
        nb="Bekreft aktivitet siden forrige vurdering", en="Confirm activities since the last one"
    ),
    TaskKind.HOLD_REVIEW: Text(nb="Hold halvårssamtale", en="Hold the half-yearly review"),
    TaskKind.ANSWER_CONCERN: Text(nb="Svar på bekymring", en="Answer a concern"),
    TaskKind.FOLLOW_UP_CONCERN: Text(nb="Følg opp bekymring", en="Follow up a concern"),
    TaskKind.DECIDE_EXEMPTION: Text(nb="Avgjør søknad om unntak", en="Decide on an exemption"),
}
GOALS = frozenset({TaskKind.RECOMMEND_GOAL, TaskKind.DECIDE_GOAL, TaskKind.MEND_GOAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """One thing that waits, since when and until when; ``of`` is the goal it is about."""

    says: Text
    of: str | None
    case_id: str
    since: date
    waited: int
    due_on: date | None
    days_left: int | None


def waits(tasks: Sequence[TaskRow], today: date) -> Iterator[Waits]:
    """Yield what waits, the oldest first, as it comes."""
    for one in tasks:
        kind = TaskKind(one.kind)
        yield Waits(
            says=WORDS[kind],
            of=one.subject if kind in GOALS else None,
            case_id=one.case_id,
            since=one.since,
            waited=(today - one.since).days,
            due_on=one.due_on,
            days_left=(one.due_on - today).days if one.due_on else None,
        )
