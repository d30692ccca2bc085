"""The world around the simulated doctors: Åsnes, the public bodies, those who supervise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from application.actors import ROLE_OF_BODY, Role
from application.bodies.service import NAMES
from application.demo.book import Book, Scribe
from application.demo.groups import GuidanceGroup
from application.demo.people import invent, person_id
from application.organisations.municipality_file.file import OrganisationFile
from application.organisations.service import organisation_id
from application.people.directory import Person
from application.plans.standing import setting_of
from domain.bodies.body import Body, BodyKind, body_id
from domain.catalogue.catalogue import Catalogue
from domain.exemptions.exemption import Exemption
from domain.law.book import IN_FORCE
from domain.law.specialist_training import GENERAL_PRACTICE
from domain.organisations.organisation import Office, Organisation
from domain.plans.setting import Setting
from domain.practitioners.practitioner import Authorisation, Practitioner
from domain.proceedings.proceeding import Proceeding
from domain.shared.days import OSLO
from domain.shared.ids import Id

APART = {"veileder-med-fritak": -1, "veileder-uten-spesialitet": -2}
"""People numbered by themselves: nobody else's name depends on when they come in."""
REGISTRY = "Helsepersonellregisteret (demo)"

SUPERVISORS = 12
CLINICAL = {
    "gynekologi og svangerskapsomsorg": "jordmor",
    "skolehelsetjeneste": "helsesykepleier",
    "akuttmedisin": "legevaktlege",
    "geriatri": "sykehjemslege",
    "psykiatri": "overlege",
    "indremedisin": "overlege-medisin",
}
JULY = 7
"""The common holiday."""

NEW_LEADER_FROM = date(2023, 8, 1)
NEW_LEADER_RECORDED = date(2023, 7, 3)


def at_eight(day: date) -> datetime:
    """Return eight in the morning, in Oslo."""
    return datetime.combine(day, time(8), tzinfo=OSLO)


@dataclass(slots=True)
class World:
    """Everything the plans lean on, and the people in it."""

    scribe: Scribe
    organisation: Book[Organisation]
    bodies: list[Book[Body]] = field(default_factory=list)
    practitioners: dict[Id, Book[Practitioner]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    groups: dict[int, GuidanceGroup] = field(default_factory=dict)
    exemptions: dict[Id, Book[Exemption]] = field(default_factory=dict)
    proceedings: dict[Id, Book[Proceeding]] = field(default_factory=dict)

    def person(self, key: str) -> Id:
        """Return the id of a person, entered the first time."""
        if key not in self.people:
            numbered = len(self.people.keys() - APART.keys())
            self.people[key] = invent(key, APART.get(key, numbered))
        return person_id(key)

    def supervisor(self, number: int) -> Id:
        return self.person(f"veileder-{number % SUPERVISORS + 1}")

    def clinical_supervisors(self) -> list[tuple[Id, str]]:
        """Return who supervises in daily work, each with the field of competence."""
        return [(self.person(key), area) for area, key in CLINICAL.items()]

    def group(self, autumn: int) -> GuidanceGroup:
        """Return the guidance group that begins in an autumn."""
        if autumn not in self.groups:
            organiser = self.person("legeforeningen")
            self.groups[autumn] = GuidanceGroup.formed_for(
                autumn, organiser=organiser, scribe=self.scribe
            )
        return self.groups[autumn]

    def leader(self, at: datetime) -> Id:
        """Return who decides at an instant: the leader in office, in July the deputy."""
        office = Office.DEPUTY if at.month == JULY else Office.LEADER
        officers = self.organisation.known_at(at).officers
        return next(held.person for held in officers.holding(office, at.date()))

    def authorise(self, person: Id, first_day: date, *, at: datetime) -> Book[Practitioner]:
        """Record that a person may practise, the first fact of a public record."""
        book = Book(person, Practitioner(), self.scribe)
        book.record(
            book.case.authorise(
                Authorisation.AUTHORISATION,
                first_day=first_day,
                last_day=None,
                stated_in=REGISTRY,
            ),
            at=at,
            by=self.person("helsedirektoratet"),
            acting_as=Role.DIRECTORATE_OFFICER,
        )
        self.practitioners[person] = book
        return book

    def setting(self, people: set[Id], at: datetime) -> Setting:
        """Return what other cases say at an instant, as the use cases would."""
        books = {p: self.practitioners[p] for p in sorted(people) if p in self.practitioners}
        leant_on: tuple[Book[Any], ...] = (self.organisation, *books.values())
        known = {p: book.known_at(at) for p, book in books.items()}
        return setting_of(
            self.organisation.known_at(at),
            known,
            IN_FORCE,
            leant_on=tuple(seen for book in leant_on for seen in book.last_seen(at)),
        )

    def books(self) -> Iterator[Book[Any]]:
        yield self.organisation
        yield from self.bodies
        yield from self.practitioners.values()
        yield from (group.tell() for group in self.groups.values())
        yield from self.exemptions.values()
        yield from self.proceedings.values()


def make_world(file: OrganisationFile, catalogue: Catalogue, scribe: Scribe) -> World:
    """Return the world as it stood before the first plan."""
    organisation = Book(
        organisation_id(file.name, file.organisation_number), Organisation(), scribe
    )
    world = World(scribe=scribe, organisation=organisation)
    _establish_bodies(world, file.registered.first_day)
    _register(world, file, catalogue)
    _appoint_officers(world, file.registered.first_day)
    _change_leaders(world)
    for number in range(SUPERVISORS):
        _qualify(world, world.supervisor(number), file.registered.first_day)
    return world


def _establish_bodies(world: World, day: date) -> None:
    keys = {
        BodyKind.DIRECTORATE: "helsedirektoratet",
        BodyKind.COUNTY_GOVERNOR: "statsforvalteren",
        BodyKind.MEDICAL_ASSOCIATION: "legeforeningen",
        BodyKind.HELSEKLAGE: "helseklage",
        BodyKind.PERSONNEL_BOARD: "helsepersonellnemnda",
        BodyKind.AUDIT: "revisor",
        BodyKind.OPERATIONS: "drift",
    }
    operations = ROLE_OF_BODY[BodyKind.OPERATIONS]
    for kind, key in keys.items():
        book = Book(body_id(kind), Body(), world.scribe)
        at, operator = at_eight(day), world.person("drift")
        established = book.case.establish(kind, name=NAMES[kind].nb)
        book.record(established, at=at, by=operator, acting_as=operations)
        appointed = book.case.appoint(world.person(key), first_day=day, last_day=None)
        book.record(appointed, at=at, by=operator, acting_as=operations)
        world.bodies.append(book)


def _register(world: World, file: OrganisationFile, catalogue: Catalogue) -> None:
    book, registered = world.organisation, file.registered
    known = frozenset(goal.code for goal in catalogue.goals)

    def record(*facts: Any) -> None:
        book.record(
            *facts,
            at=at_eight(registered.first_day),
            by=world.person("helsedirektoratet"),
            acting_as=Role.DIRECTORATE_OFFICER,
        )

    record(
        book.case.register(
            name=file.name,
            organisation_number=file.organisation_number,
            registered_from=registered.first_day,
            decided_on=registered.decided_on,
            stated_in=registered.source,
        )
    )
    for arena in file.arenas:
        record(book.case.open_arena(arena, first_day=registered.first_day, known=known))
    record(
        book.case.publish_programme(
            first_day=file.programme.first_day,
            arenas=tuple(arena.code for arena in file.arenas),
            guidance=file.programme.guidance,
            assessment=file.programme.assessment,
            supervision=file.programme.supervision,
            paths=file.programme.paths,
            activities=file.programme.activities,
            responsibility=file.programme.responsibility,
        )
    )


def _appoint_officers(world: World, day: date) -> None:
    book = world.organisation
    appointments = (
        ("administrator", Office.ADMINISTRATOR),
        ("leder-1", Office.LEADER),
        ("stedfortreder", Office.DEPUTY),
        ("klagenemnda", Office.APPEALS_MEMBER),
    )
    for key, office in appointments:
        book.record(
            book.case.appoint(world.person(key), office, first_day=day, last_day=None),
            at=at_eight(day),
            by=world.person("helsedirektoratet"),
            acting_as=Role.DIRECTORATE_OFFICER,
        )


def _change_leaders(world: World) -> None:
    """Have the second leader follow the first, recorded in the month before."""
    book, office = world.organisation, Office.LEADER
    old, new = world.person("leder-1"), world.person("leder-2")
    last_day = NEW_LEADER_FROM - timedelta(days=1)
    book.record(
        book.case.appoint(new, office, first_day=NEW_LEADER_FROM, last_day=None),
        book.case.release(old, office, last_day=last_day),
        at=at_eight(NEW_LEADER_RECORDED),
        by=world.person("administrator"),
        acting_as=Role.ADMINISTRATOR,
    )


def _qualify(world: World, person: Id, day: date) -> None:
    book = world.authorise(person, date(2001, 7, 1), at=at_eight(day))
    book.record(
        book.case.approve_as_specialist(
            GENERAL_PRACTICE, first_day=date(2008, 2, 1), last_day=None, stated_in=REGISTRY
        ),
        book.case.complete_supervisor_course(
            "Veilederkurs", completed_on=date(2019, 2, 15), stated_in=REGISTRY
        ),
        at=at_eight(day),
        by=world.person("helsedirektoratet"),
        acting_as=Role.DIRECTORATE_OFFICER,
    )
