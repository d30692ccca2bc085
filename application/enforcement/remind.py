"""Reminders: recorded in the case, and put in the postbox for each who is reminded."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from application.acting import Acting
from application.enforcement.noticing import (
    NothingToDo,
    Noticing,
    changed,
    in_parts,
    notice,
    read_at_once,
)
from application.enforcement.outcome import Outcome
from application.enforcement.post import Message, Postbox
from application.enforcement.reminders import FARTHEST, REMINDERS, reminder_due
from application.enforcement.rows import DeadlineRow
from application.enforcement.sources import SOURCES, Source
from application.ports import Change, Loaded, Views
from domain.law.book import LawBook
from domain.organisations.organisation import Office, Organisation
from domain.proceedings.deadlines import ProceedingDeadline
from domain.shared.enforced import Due, Reminded
from domain.shared.ids import Id, derived_id

LOG = logging.getLogger(__name__)
_MESSAGES = Id("7c1de9a4-20c5-5c0b-9a1e-0c4f3a9b5d42")


def remind(acting: Acting, views: Views, postbox: Postbox, law: LawBook, day: date) -> Outcome:
    """Remind of every day to come whose time it is; of several missed reminders of one only."""
    due = views.due("deadlines", first_day=day, last_day=day + timedelta(days=FARTHEST))
    outcome = notice(acting, (_noticing(row, law, day) for row in due))
    # Put again what was recorded and may not have been put: the same message is kept once.
    sources = {row.case_id: SOURCES[row.kind] for row in due}
    for cases in in_parts(sources):
        wanted = {case: sources[case].case for case in cases}
        read = read_at_once(acting, wanted)
        for case in cases:
            try:
                loaded = read or acting.histories.load({case: wanted[case]})
                postbox.put(tuple(_messages(loaded[case], sources[case], law)))
            except Exception as fault:
                LOG.exception("the reminders of case %s were not put", case)
                outcome.fails(case, fault)
    return outcome


OF_APPELLANT = str(ProceedingDeadline.CORRECTION)
"""What is due from whoever appeals: a person, or an establishment."""


def _noticing(row: DeadlineRow, law: LawBook, day: date) -> Noticing[Any]:
    source = SOURCES[row.kind]

    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Any] = found[row.case_id]
        for due in source.due(loaded.case, law, row.kind, row.subject):
            if due.due_on == row.due_on:
                reminded = source.noticed(loaded.case).closest_reminder(due)
                days = reminder_due(due, day, reminded=reminded)
                if days is not None:
                    left_out = source.left_out(loaded.case)
                    # Of what concerns the establishment itself its leaders are told.
                    itself = row.organisation in due.concerns
                    told = source.leaders or itself
                    appellant = _appellant(row, found)
                    organisation = found[row.organisation].case if told else appellant
                    found_to = whom(due, organisation, left_out, day)
                    none_reads = {row.organisation, *((row.person,) if appellant else ())}
                    to = tuple(one for one in found_to if one not in none_reads)
                    return (changed(loaded, _sent(source, due, days, to, day)),)
        raise NothingToDo

    left = (row.due_on - day).days
    reached = [days for days in REMINDERS[row.kind].days_before if left <= days]
    return Noticing(
        case_id=row.case_id,
        what=f"remind/{row.kind}/{row.subject}/{row.due_on}/{min(reached, default=left)}",
        wanted={
            row.case_id: source.case,
            row.organisation: Organisation,
            **({row.person: Organisation} if row.kind == OF_APPELLANT else {}),
        },
        decide=decide,
    )


def _appellant(row: DeadlineRow, found: Mapping[Id, Any]) -> Organisation | None:
    """Return the establishment that appeals, whose leaders are told; None where a person does."""
    loaded = found.get(row.person) if row.kind == OF_APPELLANT else None
    return loaded.case if loaded and loaded.case.registered else None


def _sent(source: Source, due: Due, days_before: int, to: tuple[Id, ...], day: date) -> Reminded:
    return source.reminded(
        kind=due.kind,
        subject=due.subject,
        due_on=due.due_on,
        days_before=days_before,
        to=to,
        reminded_on=day,
    )


def whom(
    due: Due, organisation: Organisation | None, left_out: Id | None, day: date
) -> Iterator[Id]:
    """Yield those it concerns and, of an establishment, the leaders in office, each once."""
    told = dict.fromkeys(due.concerns)
    for office in (Office.LEADER, Office.DEPUTY) if organisation else ():
        assert organisation
        held = organisation.officers.holding(office, day)
        told |= dict.fromkeys(one.person for one in held if one.person != left_out)
    return iter(told)


def _messages(loaded: Loaded[Any], source: Source, law: LawBook) -> Iterator[Message]:
    """Yield the messages of the reminders of what is still due in a case."""
    still_due = {(d.kind, d.subject, d.due_on) for d in source.dues(loaded.case, law)}
    for fact in loaded.stored.facts():
        if isinstance(fact, Reminded) and (fact.kind, fact.subject, fact.due_on) in still_due:
            for person in fact.to:
                yield message(loaded.case_id, fact, person)


def message(case_id: Id, fact: Reminded, person: Id) -> Message:
    """Return the one message of a reminder to a person; its id is the same each time."""
    what = f"{case_id}/{fact.kind}/{fact.subject}/{fact.due_on}/{fact.days_before}/{person}"
    return Message(
        message=derived_id(_MESSAGES, what),
        person=person,
        kind=fact.kind,
        case_id=case_id,
        due_on=fact.due_on,
        put_on=fact.reminded_on,
    )
