"""A house with a door: the pages over the real store, and a provider that may tell one lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import flask
import psycopg
from psycopg_pool import ConnectionPool

from application.actors import Actor, Role
from application.doors import Door
from application.entrance import Entrance
from application.ids import new_id
from application.organisations.commands import RegisterOrganisation
from application.organisations.service import organisation_id
from application.people.service import EnterPerson
from domain.shared.ids import Id
from infrastructure.ids import plain_ids
from infrastructure.oidc.machine import MachineTokens
from infrastructure.oidc.profiles import HELSEID, IDPORTEN
from infrastructure.oidc.relying_party import RelyingParty
from infrastructure.oidc.settings import MachineSettings
from infrastructure.oidc.used_once import PostgresUsedOnce
from tests.infrastructure.oidc.dishonest import CODE, Dishonest
from tests.infrastructure.oidc.running import AUDIENCE, DOCTOR, LEADER, settings_at
from tests.infrastructure.oidc.watch import Watch
from tests.support.apps import app_over
from tests.support.browser import HERE, Browser
from tests.support.entrances import entrance_over
from tests.support.town import Town, order

ANSWER = "/sign-in/helseid/answer"


class Present(Watch):
    """A clock that begins now: the database tells the time too."""

    def __init__(self) -> None:
        self._now = datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """``liar`` speaks as HelseID does; ID-porten's door leads to another issuer."""

    town: Town
    app: flask.Flask
    entrance: Entrance
    liar: Dishonest
    kari: Id
    lars: Id

    def browser(self) -> Browser:
        return Browser(client=self.app.test_client())

    def rows(self, query: str, *told: Any) -> list[tuple[Any, ...]]:
        """Return what the database keeps, read or changed as its owner."""
        with psycopg.connect(self.town.addresses.migrate) as connection:
            connection.execute("SET LOCAL ROLE alis_owner")
            cursor = connection.execute(query.encode(), told)
            return cursor.fetchall() if cursor.description else []

    @property
    def opened(self) -> int:
        """Return how many sessions were ever opened."""
        return int(self.rows("SELECT count(*) FROM sessions.open")[0][0])

    @property
    def noted(self) -> tuple[Id | None, str, str]:
        """Return the last line of the log: who, by which provider, and what came of it."""
        last = "SELECT person::text, provider, outcome FROM signing_in.log ORDER BY number DESC"
        who, provider, outcome = self.rows(last)[0]
        return who, provider, outcome

    def answer(self, **changed: str | None) -> dict[str, str]:
        """Return what the provider has the browser bring; a value of None is left out."""
        state = self.liar.last("/par").form["state"]
        honest = {"code": CODE, "state": state, "iss": self.liar.issuer}
        return {name: value for name, value in (honest | changed).items() if value is not None}

    def sign_in(self, visitor: Browser, **told: str) -> None:
        """Sign in as whomever the provider says."""
        visitor.send("/sign-in/helseid", told)
        assert visitor.status == 200, visitor.page
        come_back(visitor, self.answer())

    def signed_in(self) -> Browser:
        visitor = self.browser()
        self.sign_in(visitor)
        assert visitor.path == "/", visitor.page
        return visitor


def come_back(visitor: Browser, answer: Mapping[str, str], *, at: str = ANSWER) -> None:
    found = visitor.client.get(at, base_url=HERE, query_string=dict(answer), follow_redirects=True)
    visitor._shown(found)


def is_signed_in(visitor: Browser) -> bool:
    visitor.get("/me")
    return visitor.path == "/me"


@contextmanager
def house(town: Town, liar: Dishonest, watch: Watch, *, bound: bool = True) -> Iterator[House]:
    with ConnectionPool(
        town.addresses.application, min_size=1, max_size=4, open=False, configure=plain_ids
    ) as pool:
        other = RelyingParty(settings_at("http://127.0.0.1:9", IDPORTEN), watch)
        entrance = entrance_over(
            pool,
            directory=town.directory,
            histories=town.services.histories,
            clock=town.clock,
            watch=watch,
            doors=[
                Door(
                    name="helseid",
                    title="HelseID",
                    issuer=liar.issuer,
                    provider=RelyingParty(settings_at(liar.issuer, HELSEID), watch),
                ),
                Door(
                    name="idporten",
                    title="ID-porten",
                    issuer="http://127.0.0.1:9",
                    provider=other,
                ),
            ],
        )
        machines = MachineSettings(issuer=liar.issuer, audience=AUDIENCE, bound=bound)
        with app_over(
            town.services,
            tokens=None,
            entrance=entrance,
            machines=MachineTokens(machines, watch, PostgresUsedOnce(pool, watch)),
            address=HERE,
        ) as app:
            yield House(
                town=town,
                app=app,
                entrance=entrance,
                liar=liar,
                kari=entered(town, "Kari Nordmann", DOCTOR),
                lars=entered(town, "Lars Holm", LEADER),
            )


def entered(town: Town, name: str, number: str | None, hpr: str | None = None) -> Id:
    """Return the person with the number, entered the first time."""
    if number and (known := town.directory.with_identity_number(number)):
        return known.person
    person = EnterPerson(person=new_id(), name=name, identity_number=number, hpr=hpr)
    return town.services.people.enter_unasked(person).person


def registered(town: Town, number: str) -> Id:
    """Return an establishment with the organisation number, registered the first time."""
    by = Actor(person=town.people["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
    command = RegisterOrganisation(
        name="Solvik kommune",
        organisation_number=number,
        registered_from=date(2020, 1, 1),
        decided_on=date(2019, 12, 1),
        stated_in="Helsedirektoratet",
    )
    found = organisation_id(command.name, number)
    if not town.services.histories.history(found):
        town.services.organisations.register(command, by, order())
    return found
