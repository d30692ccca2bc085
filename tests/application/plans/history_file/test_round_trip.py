"""Written and read again an entry is the same; told as facts and back, so it is too."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import msgspec
from hypothesis import given as whatever
from hypothesis import strategies as st

from application.plans.history_file import entries as e
from application.plans.history_file.bringing import Bringing
from application.plans.history_file.cells import Known
from application.plans.history_file.parsing import Line, parsed, people_named
from application.plans.history_file.places import Place
from application.plans.history_file.problems import Notes
from application.plans.history_file.reading import read
from application.plans.history_file.rows import harmed, harmless
from application.plans.history_file.telling import entries_of, facts_of
from application.plans.history_file.writing import written
from application.ports import Loaded
from domain.catalogue.catalogue import CATALOGUE
from domain.organisations.organisation import Organisation
from domain.plans.activities import ActivityKind, Channel
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.service import ServiceKind
from domain.shared.facts import Fact
from domain.shared.ids import Id
from infrastructure.histories import NothingStored
from tests.support import stories
from tests.support.history import folded, given
from tests.support.plans import DOCTOR, OPENED, ORGANISATION, STARTS, SUPERVISOR, SURGEON

HPR = {DOCTOR: "9000001", SUPERVISOR: "9000002"}
"""The surgeon has no HPR number, so is named by id."""
NAMED = {hpr: person for person, hpr in HPR.items()} | {person: person for person in (SURGEON,)}
TODAY = STARTS + timedelta(days=200)
ESTABLISHMENT = stories.REGISTERED.organisation_number or ""

printable = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")
words = st.text(printable, min_size=1, max_size=30).map(str.strip).filter(bool)
texts = st.text(printable | st.sampled_from("\r\n\t=+-@';,\""), min_size=1, max_size=60)
said = st.none() | texts.map(str.strip).filter(bool)
days = st.integers(0, 150).map(lambda days: STARTS + timedelta(days=days))
others = st.sampled_from([SUPERVISOR, SURGEON])
codes = sorted(CATALOGUE.codes_in_force(STARTS))
several = st.lists(st.sampled_from(codes), unique=True, max_size=4).map(tuple)
ids = st.none() | st.uuids().map(lambda found: Id(str(found)))
waits = st.integers(0, 40).map(lambda days: timedelta(days=days))
HOURS = st.none() | st.integers(1, 500_00).map(
    lambda h: Decimal(format((Decimal(h) / 100).normalize(), "f"))
)


@st.composite
def sessions(draw: st.DrawFn) -> e.SessionEntry:
    day = draw(days)
    return e.SessionEntry(
        doctor=DOCTOR,
        id=draw(ids),
        day=day,
        minutes=draw(st.integers(1, 600)),
        supervisor=draw(others),
        goals=draw(several),
        finalised_on=day + draw(waits),
        text=draw(said),
    )


@st.composite
def activities(draw: st.DrawFn) -> e.ActivityEntry:
    day, signer = draw(days), draw(st.none() | others)
    return e.ActivityEntry(
        doctor=DOCTOR,
        id=draw(ids),
        day=day,
        kind=draw(st.sampled_from(ActivityKind)),
        arena=draw(st.sampled_from([None, stories.ARENA.code])),
        goals=draw(several),
        signed_by=signer,
        capacity=draw(st.sampled_from(Capacity)) if signer else None,
        channel=draw(st.sampled_from(Channel)) if signer else None,
        signed_on=day + draw(waits) if signer else None,
        text=draw(said),
    )


@st.composite
def goals(draw: st.DrawFn) -> e.GoalEntry:
    return e.GoalEntry(
        doctor=DOCTOR, day=draw(days), goal=draw(st.sampled_from(codes)), stated_in=draw(words)
    )


@st.composite
def courses(draw: st.DrawFn) -> e.CourseEntry:
    day, certificate = draw(days), draw(st.none() | words)
    last_day = day + draw(waits)
    return e.CourseEntry(
        doctor=DOCTOR,
        id=draw(ids),
        day=day,
        last_day=last_day,
        title=draw(words),
        provider=draw(words),
        hours=draw(HOURS),
        goals=draw(several),
        certificate=certificate,
        issued_on=min(last_day + draw(waits), TODAY) if certificate else None,
        issued_by=draw(words) if certificate else None,
    )


@st.composite
def services(draw: st.DrawFn) -> e.ServiceEntry:
    day, confirmed = draw(days), draw(st.booleans())
    last_day = day + draw(waits)
    return e.ServiceEntry(
        doctor=DOCTOR,
        id=draw(ids),
        day=day,
        last_day=last_day,
        kind=draw(st.sampled_from(ServiceKind)),
        percentage=draw(st.integers(1, 100)),
        arena=draw(st.sampled_from([None, stories.ARENA.code])),
        employer=draw(words),
        confirmed_on=min(last_day + draw(waits), TODAY) if confirmed else None,
        confirmed_by=draw(st.none() | others) if confirmed else None,
    )


anything = st.lists(sessions() | activities() | goals() | courses() | services(), max_size=12)


def a_file(entries: list[e.AnyEntry]) -> str:
    told = ((ESTABLISHMENT, entry) for entry in entries)
    return "".join(written(told, lambda person: HPR.get(person, person)))


def understood(file: str) -> list[Line]:
    notes = Notes()
    rows = read(file.encode(), notes)
    assert people_named(rows) <= NAMED.keys()
    known = Known(people=NAMED, catalogue=CATALOGUE, today=TODAY)
    lines = list(parsed(rows, known, notes))
    assert notes.problems == []
    return lines


def brought(lines: list[Line], *facts: Fact) -> Bringing:
    """Bring lines into a plan of which these facts are told."""
    plan = folded(TrainingPlan, Id(f"{UUID(int=1)}"), OPENED, *facts).case
    place = folded(Organisation, ORGANISATION, stories.REGISTERED, stories.ARENA_OPENED).case
    nothing = NothingStored()
    bringing = Bringing(
        Place(
            plan=Loaded(case_id=Id(f"{UUID(int=1)}"), case=plan, stored=nothing),
            organisation=Loaded(case_id=ORGANISATION, case=place, stored=nothing),
        ),
        lambda text: f"{text!r}",
        Notes(),
    )
    for line in lines:
        bringing.add(line)
    return bringing


def told_of(facts: list[Fact]) -> list[e.AnyEntry]:
    """Return what the export writes of a plan, its words opened."""
    plan = given(OPENED, *facts).case
    opened: dict[Id, str | None] = {
        session.drafted.session: session.minutes.minutes.text
        for session in plan.guidance.sessions.values()
        if session.minutes
    }
    for activity in plan.activities.by_id.values():
        if activity.logged.description:
            opened[activity.logged.activity] = activity.logged.description.text
    return [
        msgspec.structs.replace(entry, text=opened[entry.id])
        if isinstance(entry, e.SessionEntry | e.ActivityEntry) and entry.id in opened
        else entry
        for entry in entries_of(plan, "Fjellvik")
    ]


@whatever(anything)
def test_what_is_written_is_read_the_same(entries: list[e.AnyEntry]) -> None:
    if entries:
        assert [line.entry for line in understood(a_file(entries))] == entries


@whatever(sessions() | activities() | goals() | courses() | services())
def test_what_is_told_as_facts_is_told_the_same(entry: e.AnyEntry) -> None:
    if not isinstance(entry, e.GoalEntry):
        entry = msgspec.structs.replace(entry, id=entry.id or Id(f"{UUID(int=7)}"))
    assert told_of(list(facts_of(entry))) == [entry]


@whatever(anything)
def test_export_then_import_is_the_identity(entries: list[e.AnyEntry]) -> None:
    """The facts of a file, exported and imported into an empty plan, are the same facts."""
    lines = [Line(at, entry, None) for at, entry in enumerate(entries, start=2)]
    first = brought(_without_clashes(lines))
    assert first.notes.problems == []
    if not first.facts:
        return
    exported = a_file(told_of(first.facts))
    again = brought(understood(exported))
    assert again.notes.problems == []
    assert _in_order(again.facts) == _in_order(first.facts)
    # An exported file is canonical: brought in and written out it is the same, byte by byte.
    assert a_file(told_of(again.facts)) == exported


@whatever(anything)
def test_an_export_brought_into_its_own_plan_adds_nothing(entries: list[e.AnyEntry]) -> None:
    lines = [Line(at, entry, None) for at, entry in enumerate(entries, start=2)]
    first = brought(_without_clashes(lines))
    if not first.facts:
        return
    for with_words in (True, False):
        told = told_of(first.facts)
        shown = told if with_words else [e.without_text(entry) for entry in told]
        again = brought(understood(a_file(shown)), *first.facts)
        assert (again.facts, again.notes.problems) == ([], [])


@whatever(st.text(max_size=8) | st.text("=+-@'", max_size=4))
def test_a_harmless_cell_is_no_formula_and_reads_back(value: str) -> None:
    assert not harmless(value).startswith(("=", "+", "-", "@"))
    assert harmed(harmless(value)) == value


def test_a_cell_that_would_be_a_formula_is_written_as_a_text() -> None:
    entry = e.GoalEntry(doctor=DOCTOR, day=date(2025, 9, 1), goal="ALM-031", stated_in="=1+1")
    file = a_file([entry])
    assert ";'=1+1;" in file
    assert understood(file)[0].entry == entry


def _without_clashes(lines: list[Line]) -> list[Line]:
    """Return the lines without a second of the same id, or of the same goal."""
    return list({_key(line.entry): line for line in lines}.values())


def _key(entry: e.AnyEntry) -> object:
    return entry.goal if isinstance(entry, e.GoalEntry) else entry.id or entry


def _in_order(facts: list[Fact]) -> list[Fact]:
    """Return the facts in an order that does not depend on that of the lines."""
    return sorted(facts, key=repr)
