"""A case with everything in it, as a trail: refused, appealed twice, quashed, and decided anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from application.proceedings.trails.found import Facts, Found, found_beside, kept_with
from application.proceedings.trails.trail import Trail, trail
from domain.law.book import IN_FORCE
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind
from domain.law.specialist_training import ACT
from domain.proceedings import appeal_facts as a
from domain.proceedings import facts as f
from domain.proceedings.appeal import Defect, Outcome
from domain.proceedings.rulings import Decided
from domain.shared.citation import Citation
from domain.shared.days import OSLO
from domain.shared.facts import Fact, Recorded, Seen
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support.plans import DOCTOR, LEADER, OPENED, ORGANISATION, text
from tests.support.proceedings import (
    ADVISER,
    BOARD_MEMBER,
    CASE_HANDLER,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
)
from tests.support.services import service_entered

LAST_APPEAL = Id(f"{UUID(int=0xA9B)}")
PROCEEDING, PLAN = Id(f"{UUID(int=0x9C0)}"), Id(f"{UUID(int=0x91A)}")
NAMES = {
    DOCTOR: "Ada Lege",
    ADVISER: "Advokat Vik",
    CASE_HANDLER: "Kari Saksbehandler",
    BOARD_MEMBER: "Nils Nemnd",
    OTHER_PARTY: "Per Part",
    LEADER: "Lise Leder",
    ORGANISATION: "Åsnes kommune",
}
ROLES = {
    CASE_HANDLER: "directorate-officer",
    BOARD_MEMBER: "personnel-board-officer",
    DOCTOR: "doctor",
}
TODAY = date(2026, 10, 12)
SEEN = (
    Seen(case=PLAN, version=2, sha256="8f43a9" * 10 + "01ab"),
    Seen(case=ORGANISATION, version=7, sha256="00c1d2" * 10 + "ffee"),
)
SHORT_SERVICE = Finding(
    rule="R-SVC-01",
    force=Force.HARD,
    says=Text(
        nb="Det mangler 4 måneder tjeneste av 60.", en="4 months of service are missing of 60."
    ),
    basis=(Citation(act=ACT, section="31", paragraph=1),),
)
NO_GROUP = Finding(
    rule="R-GRP-01",
    force=Force.HARD,
    says=Text(nb="Andre år av gruppeveiledningen mangler.", en="The second group year is missing."),
    basis=(Citation(act=ACT, section="2", paragraph=3),),
    confidence=Confidence.C,
)
SHORTER = Finding(
    rule="R-SVC-01",
    force=Force.HARD,
    says=Text(nb="Det mangler 1 måned tjeneste av 60.", en="1 month of service is missing of 60."),
    basis=SHORT_SERVICE.basis,
)


def quashed_story() -> Story:
    """Return the story of a refusal that was quashed on one of two appeals, and made anew."""
    story = Story()
    story.told(
        story.case.open(
            DecisionKind.SPECIALIST_APPROVAL,
            party=DOCTOR,
            organisation=ORGANISATION,
            plan=PLAN,
            about="",
            received_on=date(2026, 2, 2),
            by=CASE_HANDLER,
            on=date(2026, 2, 2),
            law=story.law,
        )
    )
    story.told(_refused(date(2026, 3, 31), (SHORT_SERVICE, NO_GROUP))).sent().made_available()
    story.repeated(date(2026, 4, 8)).filed(date(2026, 4, 14), Defect.SIGNATURE)
    story.demanded(date(2026, 4, 16)).mended(date(2026, 4, 20), Defect.SIGNATURE)
    story.filed(date(2026, 4, 21), Defect.AUTHORITY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY)
    story.demanded(date(2026, 4, 22), appeal=OTHER_APPEAL)
    story.reviewed(date(2026, 5, 4)).dismissed(date(2026, 5, 8), appeal=OTHER_APPEAL)
    story.notified(date(2026, 5, 8))
    story.forwarded(date(2026, 5, 11)).warned(date(2026, 6, 1))
    story.heard(date(2026, 9, 1), Outcome.QUASHED).notified(date(2026, 9, 2))
    story.told(_refused(date(2026, 10, 1), (SHORTER,))).notified(date(2026, 10, 5))
    story.filed(date(2026, 10, 8), appeal=LAST_APPEAL, sent=date(2026, 10, 7))
    return story


def _refused(on: date, findings: tuple[Finding, ...]) -> f.DecisionMade:
    return f.DecisionMade(
        outcome=Decided.REFUSED,
        decided_by=CASE_HANDLER,
        decided_on=on,
        text=text("Søknaden avslås."),
        conditions=None,
        consulted=(LEADER,),
        seen=SEEN,
        law=IN_FORCE.version,
        basis=tuple(dict.fromkeys(cited for one in findings for cited in one.basis)),
        findings=findings,
        remedy="appeal",
        heard_by="personnel-board",
    )


def recorded(case: Id, facts: Sequence[Fact]) -> tuple[Recorded, ...]:
    """Return facts in their envelopes, each by the one it names and at noon of its day."""
    return tuple(
        Recorded(
            case_id=case,
            version=version,
            recorded_by=_by(fact),
            acting_as=ROLES.get(Id(_by(fact)), "system-administrator"),
            command_id=case,
            correlation_id=case,
            fact=fact,
            recorded_at=datetime.combine(_on(fact), time(12), tzinfo=OSLO).astimezone(UTC),
        )
        for version, fact in enumerate(facts, start=1)
    )


def _by(fact: Fact) -> str:
    """Return who recorded a fact: the first person it names, or the program."""
    if isinstance(fact, f.AppealDeadlineComputed | a.TimelinessJudged):
        return CASE_HANDLER
    names = (name for name in fact.__struct_fields__ if name.endswith("_by"))
    people = (str(getattr(fact, name)) for name in names)
    return next((one for one in people if one in ROLES), DOCTOR)


def _on(fact: Fact) -> date:
    days = (getattr(fact, name) for name in fact.__struct_fields__ if name.endswith("_on"))
    return next((day for day in days if day), date(2026, 10, 6))


def quashed_trail(today: date = TODAY) -> Trail:
    """Return the trail of that story, with service entered since it was decided anew."""
    case = quashed_story().case
    plan = recorded(PLAN, (OPENED, OPENED, service_entered()))
    return trail(
        PROCEEDING,
        case,
        told=recorded(PROCEEDING, case.facts),
        own=(PLAN, plan),
        findings_now=(),
        found=quashed_found(today, case.decided),
        law=IN_FORCE,
        today=today,
    )


def quashed_found(today: date, made: f.DecisionMade | None) -> tuple[Found, ...]:
    assert made
    by = PROPOSED["hearing-2024"].version
    then = found_beside(made, (SHORTER, NO_GROUP), facts=Facts.THEN, on=made.decided_on, law=by)
    return (kept_with(made), then, found_beside(made, (), facts=Facts.NOW, on=today, law=by))
