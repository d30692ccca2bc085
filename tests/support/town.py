"""A small town over the real store: Åsnes registered, people in their offices, an HTTP client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from flask.testing import FlaskClient
from psycopg_pool import ConnectionPool
from werkzeug.test import TestResponse

from application.actors import Actor, Order, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.organisations.commands import AppointOfficer
from application.organisations.municipality_file.file import aasnes
from application.organisations.service import organisation_id
from application.people.directory import Directory
from application.people.service import EnterPerson
from application.practitioners import service as p
from application.services import Services, services_over
from domain.bodies.body import BodyKind
from domain.law.book import IN_FORCE, LawBook
from domain.organisations.organisation import Office
from domain.practitioners.practitioner import Authorisation
from domain.shared.identifiers import Synthetic
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.addresses import Addresses
from infrastructure.calendars import PostgresCalendars
from infrastructure.contents.examining import ContentExaminer
from infrastructure.directory import PostgresDirectory
from infrastructure.files import PostgresFiles
from infrastructure.histories import StoredHistories
from infrastructure.ids import plain_ids
from infrastructure.keys import Keys
from infrastructure.letters.printing import LetterPrinter
from infrastructure.openings import PostgresOpenings
from infrastructure.postbox import PostgresPostbox
from infrastructure.sessions import PostgresSessions
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer
from infrastructure.tokens import DemoTokens
from infrastructure.views import PostgresViews
from tests.support.apps import app_over
from tests.support.clock import StoppedClock
from tests.support.documented import be_as_documented
from tests.support.entrances import entrance_over
from tests.support.visitors import visitors

TODAY = date(2026, 5, 4)
LEADER = ("leader", "leader")
NAMES = (
    "operator",
    "directorate",
    "administrator",
    "leader",
    "deputy",
    "doctor",
    "another_doctor",
    "supervisor",
    "midwife",
    "auditor",
    "organiser",
    "governor",
    "board",
    "neighbour",
    "stranger",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, with the body read as JSON."""

    status_code: int
    content_type: str | None
    headers: Mapping[str, str]
    json: Any

    @classmethod
    def of(cls, response: TestResponse) -> Answer:
        return cls(
            status_code=response.status_code,
            content_type=response.content_type,
            headers=dict(response.headers),
            json=response.json,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """The services, the people by name, and a client that acts as any of them."""

    services: Services
    clock: StoppedClock
    organisation: Id
    people: Mapping[str, Id]
    tokens: DemoTokens
    client: FlaskClient
    directory: Directory
    addresses: Addresses

    def with_new_people(self) -> Town:
        """Return the town on its own day again, with doctors and a stranger nobody has heard of."""
        self.clock.day = TODAY
        new = {name: new_id() for name in ("doctor", "another_doctor", "stranger")}
        for name, person in new.items():
            self.services.people.enter_unasked(EnterPerson(person=person, name=name.title()))
        for name in ("doctor", "another_doctor"):
            _authorise(self.services, new[name])
        return replace(self, people={**self.people, **new})

    def headers(self, name: str, role: str, **more: str) -> dict[str, str]:
        token = self.tokens.make(self.people[name])
        named = {key.replace("_", "-"): value for key, value in more.items()}
        return {"Authorization": f"Bearer {token}", "Acting-As": role, **named}

    def post(
        self, path: str, name: str, role: str, body: Mapping[str, Any] | None = None, **more: str
    ) -> Answer:
        at, headers = f"/api/v1{path}", self.headers(name, role, **more)
        response = self.client.post(at, json=dict(body or {}), headers=headers)
        be_as_documented(self.client.application, "POST", at, response)
        return Answer.of(response)

    def get(self, path: str, name: str, role: str, **more: str) -> Answer:
        response = self.client.get(f"/api/v1{path}", headers=self.headers(name, role, **more))
        be_as_documented(self.client.application, "GET", f"/api/v1{path}", response)
        return Answer.of(response)

    def done(
        self, path: str, name: str, role: str, body: Mapping[str, Any] | None = None, **more: str
    ) -> Any:
        """Return the receipt of an act that must succeed."""
        response = self.post(path, name, role, body, **more)
        assert response.status_code == 201, response.json
        return response.json

    def plan(self) -> str:
        """Return a plan just opened for the doctor, with a supervisor and a midwife."""
        opened = self.done(
            "/plans",
            *LEADER,
            {
                "doctor": str(self.people["doctor"]),
                "organisation": str(self.organisation),
                "employmentModel": "salaried-gp",
                "startsOn": "2026-01-05",
                "partOneCompletedOn": "2026-01-04",
            },
        )
        plan = f"/plans/{opened['caseId']}"
        supervisor = {"person": str(self.people["supervisor"]), "firstDay": "2026-01-05"}
        self.done(f"{plan}/supervisors", *LEADER, supervisor)
        midwife = {"person": str(self.people["midwife"]), "firstDay": "2026-01-05"}
        area = {"competenceArea": "svangerskapsomsorg"}
        self.done(f"{plan}/clinical-supervisors", *LEADER, midwife | area)
        self.agree_on(plan)
        return plan

    def agree_on(self, plan: str) -> None:
        """Have the three draw up and agree to an individual plan on its first day."""
        today, self.clock.day = self.clock.day, date(2026, 1, 5)
        days = {"firstDay": "2026-01-05", "lastDay": "2031-01-04"}
        version = {**days, "rotations": [{**days, "arena": "ARE-01", "percentage": 100}]}
        self.done(f"{plan}/versions", "doctor", "doctor", version)
        for party in ("leader", "supervisor"):
            self.done(f"{plan}/versions/1/agree", party, party)
        self.clock.day = today


def known_at(there: Town, recorded_at: str) -> str:
    """Let a day pass, so that one can look back at the instant; return it."""
    there.clock.day = datetime.fromisoformat(recorded_at).date() + timedelta(days=1)
    return recorded_at


PEOPLE = {name: new_id() for name in NAMES}
OFFICER = Actor(person=PEOPLE["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
ORGANISATION = organisation_id(aasnes().name, aasnes().organisation_number)


def order() -> Order:
    command_id = new_id()
    return Order(command_id=command_id, body_hash=b"", correlation_id=command_id)


@contextmanager
def town(addresses: Addresses, law: LawBook = IN_FORCE) -> Iterator[Town]:
    """Give the town, settled in a pair of databases that is migrated and empty."""
    with (
        Keys(addresses.keys) as keys,
        FactStore(addresses.application, facts=StoredFact, sealer=Sealer(keys)) as store,
        PostgresViews(addresses.application) as views,
        ConnectionPool(
            addresses.application, min_size=1, max_size=2, open=False, configure=plain_ids
        ) as pool,
    ):
        clock, directory = StoppedClock(TODAY), PostgresDirectory(pool, keys)
        services = services_over(
            histories=StoredHistories(store, Sealer(keys)),
            directory=directory,
            views=views,
            files=PostgresFiles(pool, keys),
            openings=PostgresOpenings(pool, keys),
            examiner=ContentExaminer(),
            printer=LetterPrinter(),
            postbox=PostgresPostbox(pool),
            calendars=PostgresCalendars(pool),
            sessions=PostgresSessions(pool),
            clock=clock,
            synthetic=Synthetic.ALLOWED,
            law=law,
        )
        tokens = DemoTokens("a secret of thirty-two characters or more", clock)
        own = entrance_over(pool, directory=directory, histories=services.histories, clock=clock)
        _settle(services)
        with app_over(
            services, tokens=tokens.person, entrance=own, demo=lambda: visitors(PEOPLE)
        ) as app:
            yield Town(
                services=services,
                clock=clock,
                organisation=ORGANISATION,
                people=PEOPLE,
                tokens=tokens,
                client=app.test_client(),
                directory=directory,
                addresses=addresses,
            )


def _settle(services: Services) -> None:
    """Enter the people and put them in their offices."""
    for name, person in PEOPLE.items():
        services.people.enter_unasked(EnterPerson(person=person, name=name.title()))
    _fill_offices(services, PEOPLE)


def _fill_offices(services: Services, people: Mapping[str, Id]) -> None:
    operator = Actor(person=people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    services.bodies.appoint_first(operator.person, operator, order())
    bodies = {
        BodyKind.DIRECTORATE: "directorate",
        BodyKind.AUDIT: "auditor",
        BodyKind.MEDICAL_ASSOCIATION: "organiser",
        BodyKind.COUNTY_GOVERNOR: "governor",
        BodyKind.PERSONNEL_BOARD: "board",
    }
    for kind, name in bodies.items():
        officer = AppointBodyOfficer(kind=kind, person=people[name], first_day=date(2019, 1, 1))
        services.bodies.appoint(officer, operator, order())
    services.organisations.import_file(aasnes(), OFFICER, order())
    offices = {
        "administrator": (Office.ADMINISTRATOR, date(2019, 3, 1), None),
        "leader": (Office.LEADER, date(2019, 3, 1), None),
        "deputy": (Office.DEPUTY, date(2026, 7, 1), date(2026, 7, 31)),
    }
    for name, (office, first_day, last_day) in offices.items():
        command = AppointOfficer(
            organisation=ORGANISATION,
            person=people[name],
            office=office,
            first_day=first_day,
            last_day=last_day,
        )
        services.organisations.appoint(command, OFFICER, order())
    _qualify(services, people)


def _authorise(services: Services, person: Id) -> None:
    authorised = p.RecordAuthorisation(
        person=person,
        kind=Authorisation.AUTHORISATION,
        first_day=date(2010, 1, 1),
        stated_in="HPR",
    )
    services.practitioners.authorise(authorised, OFFICER, order())


def _qualify(services: Services, people: Mapping[str, Id]) -> None:
    _authorise(services, people["supervisor"])
    specialist = p.RecordSpecialistApproval(
        person=people["supervisor"],
        specialty="allmennmedisin",
        first_day=date(2015, 1, 1),
        stated_in="HPR",
    )
    services.practitioners.approve_as_specialist(specialist, OFFICER, order())
    course = p.RecordSupervisorCourse(
        person=people["supervisor"],
        course="Veilederkurs",
        completed_on=date(2019, 1, 1),
        stated_in="Åsnes kommune",
    )
    services.practitioners.complete_course(course, OFFICER, order())
