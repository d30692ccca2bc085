"""Requests made up from the API's document, sent by people who are there about what is there."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import Any

import schemathesis
from schemathesis import Case, Response
from schemathesis.core.parameters import ParameterLocation

from domain.shared.refusals import Refused
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.known import WHO, Known, known
from tests.support.postgres import own_databases
from tests.support.town import Town, town

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NEAR = (-400, -100, -21, -3, 0, 0, 0, 0, 1, 14, 40, 90, 200)
"""How far from today a day is that somebody states."""
CODED = frozenset({"goal", "goals", "arena", "arenas", "law"})
OFTEN = 4
ORDER = tuple(chain(*((WHO[at % OFTEN], one) for at, one in enumerate(WHO[OFTEN:]))))
"""Everybody in turns; those with most to do come again and again."""
SELDOM = ("If-Match", "Read-After", "Idempotency-Key", "Correlation-Id", "Acting-For", "Prefer")
AT_THE_DOOR = frozenset({401, 403, 404, 405, 415})
WORN_AFTER = 6
"""How many operations are tried on a town before everything in it is begun anew."""


def answered(response: Response) -> dict[str, Any]:
    """Return the object that came back, if any did."""
    told = response.headers.get("content-type", [""])[0]
    found = response.json() if "json" in told and response.content else {}
    return found if isinstance(found, dict) else {}


@dataclass(slots=True, kw_only=True)
class Trying:
    """A town, what is known in it, and who came past the door of which operation."""

    server: EmbeddedPostgres
    stack: ExitStack
    place: Town = field(init=False)
    known: Known = field(init=False)
    sent: int = 0
    turns: int = 0
    operations: list[str] = field(default_factory=list)
    let_in: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._settle()

    def _settle(self) -> None:
        databases = self.stack.enter_context(own_databases(self.server))
        migrate(databases.addresses.migrate)
        migrate_keys(databases.addresses.migrate_keys)
        self.place = self.stack.enter_context(town(databases.addresses))
        self.known = known(self.place)

    def _begin(self, operation: str) -> None:
        """Begin anew now and then; where offices and arenas are closed by now, elsewhere."""
        if operation in self.let_in:
            return
        self.let_in[operation] = []
        if len(self.let_in) % WORN_AFTER:
            return
        try:
            self.known = known(self.place)
        except (AssertionError, Refused):
            self._settle()

    def send(self, case: Case[Any]) -> Response:
        """Send a case, about what is known where it is right, and by somebody of the town."""
        operation = case.operation.label
        self._begin(operation)
        self.sent += 1
        case.operation.app = self.place.client.application
        self._fill(case)
        who = self._who(operation)
        self._speak(case, who)
        response = case.call()
        self.answers[response.status_code] += 1
        past = self.let_in[operation]
        refused = answered(response).get("code") == "malformed"
        if response.status_code not in AT_THE_DOOR and not refused and who not in past:
            past.append(who)
        return response

    def _who(self, operation: str) -> tuple[str, str]:
        past = self.let_in[operation]
        if past and self.sent % 4:
            return past[self.sent % len(past)]
        self.turns += 1
        return ORDER[self.turns % len(ORDER)]

    def _fill(self, case: Case[Any]) -> None:
        if is_right(case, ParameterLocation.PATH):
            for name in case.path_parameters or {}:
                found = self.known.one(name, self.sent)
                if found is not None:
                    case.path_parameters[name] = found
        if is_right(case, ParameterLocation.QUERY) and case.query:
            case.query = self._filled(case.query, "", self.sent)
        if is_right(case, ParameterLocation.BODY) and isinstance(case.body, dict):
            case.body = self._filled(case.body, "", self.sent)

    def _speak(self, case: Case[Any], who: tuple[str, str]) -> None:
        """Say who asks; what else is right in a header is mostly left out, for it mostly bars."""
        own = self.known.headers(*who)
        if not is_right(case, ParameterLocation.HEADER):
            case.headers["Authorization"] = own["Authorization"]
            return
        if self.sent % 5:
            for name in SELDOM:
                case.headers.pop(name, None)
        if "If-Match" in case.headers:
            # Drawn by the grammar of HTTP, whatever pattern the document gives.
            case.headers["If-Match"] = f'"{self.sent % 50}"'
        case.headers.update(own | {"Accept-Language": "en"})

    def _filled(self, value: Any, name: str, which: int) -> Any:
        """Return a value with the ids and codes that are known, and days that are near."""
        match value:
            case dict():
                several = enumerate(value.items(), which)
                return {key: self._filled(one, key, at) for at, (key, one) in several}
            case list():
                return [self._filled(one, name, at) for at, one in enumerate(value, which)]
            case str():
                return self._text(value, name, which)
            case float() if value.is_integer():
                # By JSON Schema 1.0 is whole; here a whole number is written as one.
                return int(value)
            case int() if not isinstance(value, bool) and which % 4:
                return value % 200
        return value

    def _text(self, value: str, name: str, which: int) -> Any:
        if UUID.fullmatch(value):
            return self.known.one(name, which) or self.known.one("person", which)
        if DAY.fullmatch(value) and which % 8:
            return self._near(value)
        return self.known.one(name, which) if name in CODED else value

    def _near(self, day: str) -> str:
        far = date.fromisoformat(day).toordinal() if day[:4] != "0000" else 0
        return str(self.known.town.clock.day + timedelta(days=NEAR[far % len(NEAR)]))


def is_right(case: Case[Any], where: ParameterLocation) -> bool:
    """Return whether a part of a case is by the document; what is wrong is sent as it is."""
    made = case.meta.components.get(where) if case.meta else None
    return made is None or made.mode is schemathesis.GenerationMode.POSITIVE
