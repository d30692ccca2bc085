"""What waits for somebody, in words, and the page on which it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from application.actors import Role
from application.plans.tasks.room import TaskKind, TaskRow
from application.proceedings.docket import DocketLine
from application.proceedings.trails.words import WAITING
from domain.shared.ids import Id
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
        nb="Registrer utfallet av ny vurdering", en="Record the outcome of a new assessment"
    ),
    TaskKind.CONFIRM_ACTIVITIES: Text(
        nb="Bekreft aktivitet siden forrige vurdering", en="Confirm activities since the last one"
    ),
    TaskKind.HOLD_REVIEW: Text(nb="Hold halvårssamtale", en="Hold the half-yearly review"),
    TaskKind.ANSWER_CONCERN: Text(nb="Svar på bekymring", en="Answer a concern"),
    TaskKind.FOLLOW_UP_CONCERN: Text(nb="Følg opp bekymring", en="Follow up a concern"),
    TaskKind.DECIDE_EXEMPTION: Text(nb="Avgjør søknad om fritak", en="Decide on an exemption"),
}
SEE_CASE = Text(nb="se saken", en="see the case")
GOALS = frozenset({TaskKind.RECOMMEND_GOAL, TaskKind.DECIDE_GOAL, TaskKind.MEND_GOAL})
D, S, C, L, G, K = (
    Role.DOCTOR,
    Role.SUPERVISOR,
    Role.CLINICAL_SUPERVISOR,
    Role.LEADER,
    Role.GROUP_ORGANISER,
    Role.COUNTY_GOVERNOR_OFFICER,
)
DO = "/{role}/do/plans/{case}"
PLACES: Mapping[TaskKind, tuple[tuple[Role, ...], str]] = {
    TaskKind.WRITE_MINUTES: ((D, S), DO + "/sessions/{subject}/minutes"),
    TaskKind.FINALISE_SESSION: ((S,), DO + "/sessions/{subject}/finalise"),
    TaskKind.SIGN_ACTIVITY: ((S, C), DO + "/activities/{subject}/sign"),
    TaskKind.MEND_ACTIVITY: ((D,), "/{role}/{case}/work"),
    TaskKind.CERTIFY_COURSE: ((D,), DO + "/courses/{subject}/certificate"),
    TaskKind.CONFIRM_VISIT: (
        (Role.COLLEAGUE,),
        DO + "/visits/{subject}/confirm",
    ),
    TaskKind.DOCUMENT_VISIT: ((D,), DO + "/visits/{subject}/document"),
    TaskKind.RECOMMEND_GOAL: ((S, C), DO + "/goals/{subject}/recommend"),
    TaskKind.DECIDE_GOAL: ((L,), DO + "/goals/{subject}/approve"),
    TaskKind.MEND_GOAL: ((D,), "/{role}/{case}/goals/{subject}"),
    TaskKind.JOIN_GROUP: ((D,), "/{role}/{case}/guidance"),
    TaskKind.ISSUE_DIPLOMA: ((G,), "/{role}/{case}"),
    TaskKind.DRAW_UP_PLAN: ((D, L, S), DO + "/versions"),
    TaskKind.AGREE_TO_PLAN: ((D, L, S), "/{role}/{case}/plan"),
    TaskKind.ANSWER_INVITATION: ((Role.INVITED,), "/{role}"),
    TaskKind.APPOINT_INVITED: ((L,), "/{role}/{case}"),
    TaskKind.RECEIVE_MOVE: ((L,), "/{role}/do/moves?origin={case}"),
    TaskKind.CHANGE_COMMON_GOALS: ((L,), "/{role}/{case}/plan"),
    TaskKind.APPOINT_SUPERVISOR: ((L,), DO + "/supervisors"),
    TaskKind.CONFIRM_SERVICE: ((L,), DO + "/service/{subject}/confirm"),
    TaskKind.NOTIFY_DIRECTORATE: (
        (L, Role.ADMINISTRATOR),
        "/{role}/do/organisations/{case}/notifications",
    ),
    TaskKind.ARRANGE_REASSESSMENT: ((K,), "/{role}"),
    TaskKind.RECORD_REASSESSMENT: ((K,), "/{role}"),
    TaskKind.CONFIRM_ACTIVITIES: ((L, K), "/{role}/{case}/reviews"),
    TaskKind.HOLD_REVIEW: ((L, S), DO + "/reviews"),
    TaskKind.ANSWER_CONCERN: ((L,), "/{role}/{case}/reviews"),
    TaskKind.FOLLOW_UP_CONCERN: ((L,), "/{role}/{case}/reviews"),
    TaskKind.DECIDE_EXEMPTION: ((Role.DIRECTORATE_OFFICER,), "/{role}/exemptions/{case}"),
}
"""Where each is done, and in which capacities, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """One thing that waits, since when and until when; ``of`` is the goal it is about."""

    says: Text
    of: str | None
    about: str | None
    to: str
    since: date
    waited: int
    due_on: date | None
    days_left: int | None
    legal: bool = True
    """Whether the day is one the law sets, or a target of the house."""


def of_task(
    one: TaskRow,
    today: date,
    *,
    held: Mapping[Role, Collection[Id]],
    called: Mapping[Id, str],
) -> Waits:
    """Return a task, and where it is done.

    ``held``: the roles of the one who looks, with the cases; ``called``: whom each case is of.
    """
    kind = TaskKind(one.kind)
    return Waits(
        says=WORDS[kind],
        of=one.subject if kind in GOALS else None,
        about=called.get(one.case_id),
        to=_place(one, kind, held),
        since=one.since,
        waited=(today - one.since).days,
        due_on=one.due_on,
        days_left=(one.due_on - today).days if one.due_on else None,
    )


def of_case(one: DocketLine, role: Role, names: Mapping[Id, str]) -> Waits:
    """Return a case that waits for an office: a legal day goes before a target."""
    return Waits(
        says=_begun(WAITING.get(one.waits_for, SEE_CASE)),
        of=None,
        about=names.get(one.party),
        to=f"/{role}/cases/{one.proceeding}",
        since=one.since,
        waited=one.days_waited,
        due_on=one.legal_by or one.target_on,
        days_left=one.days_left if one.legal_by else one.days_to_target,
        legal=one.legal_by is not None,
    )


def _begun(says: Text) -> Text:
    return Text(nb=says.nb[:1].upper() + says.nb[1:], en=says.en[:1].upper() + says.en[1:])


def _place(one: TaskRow, kind: TaskKind, held: Mapping[Role, Collection[Id]]) -> str:
    roles, address = PLACES[kind]
    able = [role for role in roles if role in held]
    # One may be a doctor in one plan and a supervisor in another.
    in_case = [role for role in able if one.case_id in held[role]]
    role = next(iter([*in_case, *able, *roles]))
    return address.format(role=role, case=one.case_id, subject=one.subject)
