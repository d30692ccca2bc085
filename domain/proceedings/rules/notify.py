"""Telling the party of a ruling, and what that makes of the time to appeal."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from domain.calendar.appeal_question import AppealQuestion, Channel, check, of_arrival
from domain.law.book import LawBook
from domain.law.notices import NoticeContent
from domain.law.remedies import Instance, Remedy
from domain.proceedings import refusals
from domain.proceedings.facts import (
    NoticeRepeated,
    NoticeSent,
    ReasonsDemanded,
)
from domain.proceedings.letter_refusals import letter_of_another
from domain.proceedings.notice import Because
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.detriment import refuse_late_detriment
from domain.proceedings.rules.superior import refuse_late_reversal
from domain.proceedings.rulings import Ruling
from domain.proceedings.timeliness import judge_anew
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


def send_notice(
    proceeding: Proceeding,
    channel: Channel,
    says: tuple[NoticeContent, ...],
    *,
    ruling: int,
    left_out_because: Confidential | None,
    by: Id,
    on: date,
    law: LawBook,
    letter: Id | None = None,
) -> NoticeSent:
    """Send the notice of a ruling; raises RuleBroken for one that does not say what it must.

    A ``letter`` that was written here says what it says.
    """
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    if letter:
        written = proceeding.letter(letter)[1]
        if written.kind != "decision-notice" or written.ruling != found.at:
            raise letter_of_another()
        says = tuple(map(NoticeContent, written.says))
    refuse_late_detriment(proceeding, found, on=on, law=law)
    refuse_late_reversal(proceeding, found, on=on, law=law)
    return found.notice.send(
        channel,
        says,
        demanded=demanded_of(found, law),
        ruling=found.at,
        decided_on=found.decided_on,
        left_out_because=left_out_because,
        letter=letter,
        by=by,
        on=on,
        law=law,
    )


def demanded_of(ruling: Ruling, law: LawBook) -> tuple[NoticeContent, ...]:
    """Return what the notice of a ruling must say."""
    rule = law.notice_content.on(ruling.decided_on).value
    of_the_board = ruling.remedy is Remedy.FINAL and ruling.body == Instance.PERSONNEL_BOARD
    return (
        *(rule.required if ruling.remedy is Remedy.APPEAL else ()),
        *(rule.if_favourable_change if ruling.favours else ()),
        *(rule.if_of_the_board if of_the_board or ruling.lawsuit_waits else ()),
    )


def enter_arrival(
    proceeding: Proceeding,
    asked: AppealQuestion,
    *,
    ruling: int,
    because: Confidential | None = None,
    by: Id,
    on: date,
    law: LawBook,
) -> tuple[Fact, ...]:
    """Enter the arrival; the time to appeal follows, where there is one."""
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    arrived = found.notice.arrive(asked, ruling=found.at, because=because, by=by, on=on)
    with of_arrival():
        # Of a ruling that nobody can appeal no time is counted, and the days are to be known too.
        check(replace(asked, decided=found.decided_on), law)
        return _with_deadline(proceeding, found, arrived, Because.ARRIVAL, on=on, law=law)


def repeat_notice(
    proceeding: Proceeding, alerted_on: date, *, ruling: int, by: Id, law: LawBook
) -> NoticeRepeated:
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    return found.notice.repeat(alerted_on, ruling=found.at, by=by, law=law)


def demand_reasons(
    proceeding: Proceeding, demanded_on: date, *, ruling: int, by: Id, on: date, law: LawBook
) -> tuple[Fact, ...]:
    """Take in a demand for reasons; it counts if it was made before the time was over."""
    proceeding.be_open()
    if proceeding.rulings.last is None:
        return (ReasonsDemanded(demanded_on=demanded_on, entered_by=by),)
    found = proceeding.be_ruled(ruling)
    fact = ReasonsDemanded(ruling=found.at, demanded_on=demanded_on, entered_by=by)
    if not found.notice.arrivals:
        return (fact,)
    return _with_deadline(proceeding, found, fact, Because.REASONS_DEMANDED, on=on, law=law)


def give_reasons(
    proceeding: Proceeding,
    text: Confidential,
    *,
    ruling: int,
    arrived_on: date,
    by: Id,
    on: date,
    law: LawBook,
) -> tuple[Fact, ...]:
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    fact = found.notice.give_reasons(text, ruling=found.at, arrived_on=arrived_on, by=by)
    if not found.notice.arrivals:
        return (fact,)
    return _with_deadline(proceeding, found, fact, Because.REASONS_GIVEN, on=on, law=law)


def extend(
    proceeding: Proceeding,
    until: date,
    *,
    ruling: int,
    because: Confidential,
    by: Id,
    on: date,
    law: LawBook,
) -> tuple[Fact, ...]:
    """Extend the time to appeal; raises NotAllowed once it is over (L-FVL-04)."""
    proceeding.be_running()
    found = proceeding.be_ruled(ruling)
    if found.remedy is not Remedy.APPEAL:
        raise refusals.no_time_runs()
    fact = found.notice.extend(until, ruling=found.at, by=by, on=on, because=because)
    return _with_deadline(proceeding, found, fact, Because.EXTENSION, on=on, law=law)


def compute_anew(proceeding: Proceeding, *, on: date, law: LawBook) -> tuple[Fact, ...]:
    """Return what the law now makes of every time still running, if it is another."""
    facts: list[Fact] = []
    for ruling in proceeding.rulings.in_force:
        last_day = ruling.notice.last_day
        if last_day and last_day >= on:
            facts += as_known(proceeding, ruling, Because.LAW, on=on, law=law)
    return tuple(facts)


def _with_deadline(
    proceeding: Proceeding,
    ruling: Ruling,
    fact: Any,
    because: Because,
    *,
    on: date,
    law: LawBook,
) -> tuple[Fact, ...]:
    """Return the fact and what it makes of the time to appeal, where there is one."""
    if ruling.remedy is not Remedy.APPEAL:
        return (fact,)
    # Computed as it will be once the fact is told.
    after = deepcopy(ruling)
    after.notice.effects()[type(fact)](fact, 0)
    computed = after.notice.compute(ruling.decided_on, because, ruling=ruling.at, on=on, law=law)
    return (fact, computed, *_judged_anew(proceeding, after, computed.last_day, on=on, law=law))


def as_known(
    proceeding: Proceeding, ruling: Ruling, because: Because, *, on: date, law: LawBook
) -> tuple[Fact, ...]:
    """Return what the time to appeal, and the appeals against a ruling, come to by what is known.

    Nothing where they come to what was told last.
    """
    if ruling.remedy is not Remedy.APPEAL:
        return ()
    notice = ruling.notice
    if not notice.arrivals:
        return _judged_anew(proceeding, ruling, None, on=on, law=law)
    computed = notice.compute(ruling.decided_on, because, ruling=ruling.at, on=on, law=law)
    told = (computed,) if computed.last_day != notice.last_day or not notice.computed else ()
    return (*told, *_judged_anew(proceeding, ruling, computed.last_day, on=on, law=law))


def _judged_anew(
    proceeding: Proceeding,
    ruling: Ruling,
    last_day: date | None,
    *,
    on: date,
    law: LawBook,
) -> tuple[Fact, ...]:
    """Judge appeals anew by the time as it is now: those of whoever had the notice.

    Others had a time of their own.
    """
    party = ruling.appellant or proceeding.be_open().party
    touched = [
        one
        for one in proceeding.appeals.of(party)
        if (against := proceeding.ruling_against(one)) and against.at == ruling.at
    ]
    if last_day is None and ruling.notice.arrivals:
        # While reasons are waited for nothing is too late; what came late before stays so.
        touched = [one for one in touched if one.verdict != "late"]
    deadline = ruling.notice.deadline(ruling.decided_on, law)
    way = proceeding.way(law)
    return tuple(judge_anew(touched, ruling, deadline, way=way, on=on, law=law))
