"""What a request says of itself: who acts, in which capacity, and which order it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Any, cast

import flask
import msgspec

from application.actors import PROGRAM, Actor, Order, Role
from application.ids import new_id
from application.ports import NotYetVisible
from application.services import Services
from domain.shared.ids import Id, derived_id, parsed_id
from domain.shared.refusals import NotSignedIn
from web.api.problems import malformed

_KEYS = Id("3c9d1c55-3d3c-5f5b-8f35-5d1a7d1a0c02")
ETAG = '^"[0-9]{1,18}"$'
POSITION = "^[0-9]{1,18}$"
_WAIT = re.compile(r"(?:^|[,;\s])wait=([0-9]{1,3})(?:$|[,;\s])")
LONGEST_KEY = 255
LONGEST_WAIT = 30
MOST_WAITING = 2
_WAITING = BoundedSemaphore(MOST_WAITING)

WhoseToken = Callable[[str], Id]


def services() -> Services:
    return cast(Services, flask.current_app.extensions["alis"])


def person() -> Id:
    """Return who is behind the request's bearer token; raises NotSignedIn."""
    scheme, _, token = flask.request.headers.get("Authorization", "").partition(" ")
    whose = cast(WhoseToken | None, flask.current_app.extensions["alis-tokens"])
    if scheme.lower() != "bearer" or not token or whose is None:
        raise NotSignedIn(
            "not-signed-in",
            nb="Send adgangstegnet i «Authorization: Bearer ...».",
            en="Send the token in 'Authorization: Bearer ...'.",
        )
    return whose(token.strip())


def actor() -> Actor:
    """Return the person and the capacity acted in; what is held is read from the facts."""
    whose = person()
    acting_as = flask.request.headers.get("Acting-As", "")
    if acting_as not in set(Role):
        known = ", ".join(Role)
        raise malformed(
            "Acting-As", nb=f"Skal være en av: {known}.", en=f"Must be one of: {known}."
        )
    return Actor(person=whose, acting_as=Role(acting_as), acting_for=_acting_for())


def reader() -> Actor:
    """Return the person, as themselves where no capacity is stated; or a program, as nobody."""
    if "machine" in flask.g:
        return PROGRAM
    if "Acting-As" in flask.request.headers:
        return actor()
    whose = person()
    # One who reads as oneself acts for nobody; what cannot be read is refused all the same.
    _acting_for()
    return Actor(person=whose, acting_as=Role.DOCTOR)


def reason() -> str | None:
    """Return why a text is opened, if it is said. A header carries bytes: UTF-8, or Latin 1."""
    written = flask.request.headers.get("Reason", "").strip()
    try:
        return written.encode("latin-1").decode("utf-8") or None
    except UnicodeError:
        return written


def _acting_for() -> Id | None:
    written = flask.request.headers.get("Acting-For")
    try:
        return None if written is None else parsed_id(written)
    except ValueError:
        raise malformed(
            "Acting-For",
            nb="Skal være id-en til en virksomhet.",
            en="Must be the id of an establishment.",
        ) from None


def order(by: Actor, path: Mapping[str, Any], body: Mapping[str, Any]) -> Order:
    """Return the order a request is: its id by Idempotency-Key, and the version seen."""
    keyed = keyed_id(by)
    command_id = keyed or new_id()
    said = [*_route(), by.acting_as, str(by.acting_for), dict(path), dict(body)]
    return Order(
        command_id=command_id,
        body_hash=sha256(msgspec.json.encode(said, order="sorted")).digest(),
        correlation_id=_correlation() or command_id,
        seen_version=_seen_version(),
        keyed=keyed is not None,
    )


def keyed_id(by: Actor) -> Id | None:
    """Return the id that the actor and the Idempotency-Key make, if there is a key."""
    key = flask.request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not 0 < len(key) <= LONGEST_KEY:
        raise malformed(
            "Idempotency-Key",
            nb=f"Skal ha fra 1 til {LONGEST_KEY} tegn.",
            en=f"Must have 1 to {LONGEST_KEY} characters.",
        )
    return derived_id(_KEYS, f"{by.person}|{key}")


def _route() -> tuple[str, str]:
    """Return what the client knows the route by, which no name in the program changes."""
    return flask.request.method, str(flask.request.url_rule)


def _seen_version() -> int | None:
    written = flask.request.headers.get("If-Match")
    if written is None:
        return None
    if not re.fullmatch(ETAG, written.strip()):
        raise malformed(
            "If-Match",
            nb='Skal være versjonen du så, i anførselstegn: "12".',
            en='Must be the version you saw, in quotes: "12".',
        )
    return int(written.strip().strip('"'))


def _correlation() -> Id | None:
    written = flask.request.headers.get("Correlation-Id")
    try:
        return None if written is None else parsed_id(written)
    except ValueError:
        raise malformed(
            "Correlation-Id", nb="Skal være en id, en UUID.", en="Must be an id, which is a UUID."
        ) from None


@contextmanager
def _may_wait() -> Iterator[bool]:
    """Give whether one more request of this process may wait."""
    may = _WAITING.acquire(blocking=False)
    try:
        yield may
    finally:
        if may:
            _WAITING.release()


def kept_rows_know(position: int, *, seconds: int) -> bool:
    """Wait until kept rows know of a position; return whether they do."""
    # A thread that waits answers nobody else, so only some of them may.
    with _may_wait() as may:
        return services().views.wait_for(position, seconds=seconds if may else 0)


def wait_for_own_write() -> None:
    """Wait until kept rows know of ``Read-After``; raises NotYetVisible after ``wait`` seconds."""
    written = flask.request.headers.get("Read-After")
    if written is None:
        return
    if not re.fullmatch(POSITION, written):
        raise malformed(
            "Read-After",
            nb="Skal være en posisjon, som i en kvittering.",
            en="Must be a position, as in a receipt.",
        )
    if int(written) > (recorded := services().histories.position()):
        raise malformed(
            "Read-After",
            nb=f"Kan høyst være {recorded}, den siste posisjonen som er registrert.",
            en=f"Can be {recorded} at most, the last position recorded.",
        )
    wait = _WAIT.search(flask.request.headers.get("Prefer", ""))
    seconds = min(int(wait.group(1)), LONGEST_WAIT) if wait else 0
    if not kept_rows_know(int(written), seconds=seconds):
        raise NotYetVisible(
            "not-yet-visible",
            nb=f"Oversiktene er ikke kommet til posisjon {written} ennå.",
            en=f"The kept views have not come to position {written} yet.",
        )
