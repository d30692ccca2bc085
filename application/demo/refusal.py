"""A specialist approval refused in the demo, appealed in time or a day late, and heard."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from application.actors import Role
from application.demo.book import Book
from application.demo.career import Act, Career
from application.plans.stays import application_of
from application.proceedings.telling import IN_PLAN, told
from domain.calendar.appeal_question import AppealQuestion, Channel
from domain.calendar.timeliness import Filing
from domain.law.notices import ALWAYS, NoticeContent
from domain.law.remedies import DecisionKind, Instance
from domain.plans.accounts.stays import Stay
from domain.plans.roles import Capacity
from domain.plans.rules.apply_for_approval import wanting
from domain.proceedings.appeal import Outcome, Review, Stage
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules import appeal_body, first_instance, notify
from domain.proceedings.rules.file_appeal import file_appeal
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id, derived_id

Says = tuple[NoticeContent, ...]
OFFICER, BOARD = "helsedirektoratet", "helsepersonellnemnda"
PERSON = {Role.DIRECTORATE_OFFICER: OFFICER, Role.PERSONNEL_BOARD_OFFICER: BOARD}
TO_DECIDE, TO_REVIEW = timedelta(days=75), timedelta(days=40)
TO_HEAR, TO_ENTER = timedelta(days=90), timedelta(days=14)


def refuse(career: Career, at: datetime, *, then: Act) -> None:
    """Have the application just submitted refused; ``then`` is what follows when it is granted."""
    plan = career.book.case_id
    proceeding = derived_id(plan, "approval")
    book = Book(proceeding, Proceeding(), career.world.scribe, subject=career.doctor)
    career.world.proceedings[proceeding] = book
    opened = book.case.open(
        DecisionKind.SPECIALIST_APPROVAL,
        party=career.doctor,
        organisation=career.world.organisation.case_id,
        plan=plan,
        about="",
        received_on=at.date(),
        by=career.doctor,
        on=at.date(),
        law=career.law,
    )
    book.record(opened, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    career.later(at.date() + TO_DECIDE, partial(_decide, career, book, then))


def _decide(career: Career, book: Book[Proceeding], then: Act, at: datetime) -> None:
    case, by, on = book.case, career.world.person(OFFICER), at.date()
    findings = _findings(career, at)
    made = case.decide(
        Decided.REFUSED,
        text=Confidential("Søknaden avslås: vilkårene er ikke vist oppfylt."),
        conditions=None,
        consulted=(),
        seen=career.book.last_seen(at),
        basis=tuple(dict.fromkeys(cited for one in findings for cited in one.basis)),
        findings=findings,
        by=by,
        on=on,
        law=career.law,
    )
    _tell(career, book, at, Role.DIRECTORATE_OFFICER, by, made)
    _notify(career, book, at, Role.DIRECTORATE_OFFICER, ALWAYS)
    assert case.rulings.last
    last_day = case.rulings.last.notice.last_day
    assert last_day
    # Every other one appeals a day late, for a reason that is accepted.
    late = timedelta(days=int(career.doctor[-1], 16) % 2)
    career.later(last_day + late, partial(_appeal, career, book, then))


def _appeal(career: Career, book: Book[Proceeding], then: Act, at: datetime) -> None:
    appeal = derived_id(book.case_id, "appeal")
    filed = file_appeal(
        book.case,
        appeal,
        Filing(channel=Channel.DIGITAL, received=at.date()),
        appellant=career.doctor,
        sent_by=career.doctor,
        received_by=Instance.DIRECTORATE,
        defects=(),
        grounds=Confidential("Det som manglet, er bekreftet siden."),
        by=career.doctor,
        law=career.law,
    )
    _tell(career, book, at, Role.DOCTOR, career.doctor, filed)
    career.later(at.date() + TO_REVIEW, partial(_maintain, career, book, appeal, then))


def _maintain(career: Career, book: Book[Proceeding], appeal: Id, then: Act, at: datetime) -> None:
    case, by, on = book.case, career.world.person(OFFICER), at.date()
    if case.appeals.appeal(appeal).stage is Stage.ADMISSIBILITY:
        accepted = first_instance.accept_late(
            case,
            appeal,
            LateGround.NOT_TO_BLAME,
            because=Confidential("Legen var innlagt på sykehus da fristen gikk ut."),
            by=by,
            on=on,
            law=career.law,
        )
        _tell(career, book, at, Role.DIRECTORATE_OFFICER, by, accepted)
    reviewed = first_instance.review(
        case,
        appeal,
        Review.MAINTAINED,
        result=None,
        because=Confidential("Klagen gir ikke grunn til å endre vedtaket."),
        seen=career.book.last_seen(at),
        by=by,
        on=on,
        law=career.law,
    )
    _tell(career, book, at, Role.DIRECTORATE_OFFICER, by, reviewed)
    forwarded = first_instance.forward(
        case, appeal, Instance.PERSONNEL_BOARD, by=by, on=on, law=career.law
    )
    _tell(career, book, at, Role.DIRECTORATE_OFFICER, by, forwarded)
    career.later(on + TO_HEAR, partial(_hear, career, book, appeal, then))


def _hear(career: Career, book: Book[Proceeding], appeal: Id, then: Act, at: datetime) -> None:
    case, by = book.case, career.world.person(BOARD)
    heard = appeal_body.decide(
        case,
        appeal,
        Outcome.CHANGED,
        to_detriment=False,
        result=Decided.GRANTED,
        text=Confidential("Klagen fører fram; legen godkjennes."),
        seen=career.book.last_seen(at),
        by=by,
        on=at.date(),
        law=career.law,
    )
    _tell(career, book, at, Role.PERSONNEL_BOARD_OFFICER, by, heard)
    of_board = (NoticeContent.COSTS, NoticeContent.LAWSUIT)
    _notify(career, book, at, Role.PERSONNEL_BOARD_OFFICER, of_board)
    career.later(at.date() + TO_ENTER, then)


def _notify(
    career: Career,
    book: Book[Proceeding],
    at: datetime,
    role: Role,
    says: tuple[NoticeContent, ...],
) -> None:
    """Send the notice of the last ruling digitally; it arrives the same day."""
    case, by, on = book.case, career.world.person(PERSON[role]), at.date()
    sent = notify.send_notice(
        case,
        Channel.DIGITAL,
        says,
        ruling=0,
        left_out_because=None,
        by=by,
        on=on,
        law=career.law,
    )
    _tell(career, book, at, role, by, sent)
    asked = AppealQuestion(channel=Channel.DIGITAL, available=on, alerted=on)
    arrived = notify.enter_arrival(case, asked, ruling=0, by=by, on=on, law=career.law)
    _tell(career, book, at, role, by, *arrived)


def _tell(
    career: Career, book: Book[Proceeding], at: datetime, role: Role, by: Id, *facts: Fact
) -> None:
    """Record facts of the proceeding, and in the plan what they come to there."""
    more = told(IN_PLAN, book.case_id, book.case.facts, facts)
    book.record(*facts, at=at, by=by, acting_as=role)
    for fact in more:
        career.record(fact, at=at, by=by, acting_as=role)


def _findings(career: Career, at: datetime) -> tuple[Finding, ...]:
    day: date = at.date()
    around = {career.doctor, *career.plan.roles.appointments.spans(Capacity.SUPERVISOR)}
    stay = Stay(
        plan_id=career.book.case_id, plan=career.plan, setting=career.world.setting(around, at)
    )
    asked = application_of((stay,), career.law, career.catalogue, submitted_on=day, on=day)
    return wanting(asked)
