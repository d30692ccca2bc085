"""Recording what time brought about, case by case, each once however often it is tried."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Generic, TypeVar

from application.acting import Acting, Decided
from application.actors import MACHINE, Order
from application.enforcement.outcome import Outcome
from application.ids import new_id
from application.ports import Change, Loaded, Receipt
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import CaseChanged

C = TypeVar("C")
T = TypeVar("T")

LOG = logging.getLogger(__name__)
READ_AT_ONCE = 100
"""Cases may be long ones: so many are read by one question, and each is recorded by itself."""

_COMMANDS = Id("3b0a5b8e-6a9a-5f0c-8a5e-2f1f0d7c6b21")


class NothingToDo(Exception):
    """Somebody else has recorded it meanwhile, or it is not so any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticing(Generic[C]):
    """What is to be recorded of one case: ``what`` names it, the same each time it is tried.

    ``decide`` is given the cases of ``wanted`` as they stand, and returns the changes; it
    raises NothingToDo.
    """

    case_id: Id
    what: str
    wanted: Mapping[Id, type]
    decide: Callable[[Mapping[Id, Any]], tuple[Change, ...]]


def notice(acting: Acting, found: Iterable[Noticing[Any]]) -> Outcome:
    """Record each; a case that fails is told of and the others go on."""
    outcome = Outcome()
    for some in in_parts(found):
        read = read_at_once(acting, {c: kind for one in some for c, kind in one.wanted.items()})
        for one in some:
            _notice(acting, one, read, outcome)
    return outcome


def in_parts(many: Iterable[T]) -> Iterator[list[T]]:
    """Yield them in order, as many at once as are read at once."""
    left = iter(many)
    while some := list(islice(left, READ_AT_ONCE)):
        yield some


def changed(loaded: Loaded[Any], *facts: Fact) -> Change:
    return Change(case_id=loaded.case_id, version=loaded.version, facts=facts)


def read_at_once(acting: Acting, wanted: Mapping[Id, type]) -> dict[Id, Any]:
    """Return the cases by one read, none if that fails."""
    try:
        return dict(acting.histories.load(wanted))
    except Exception:
        # Each is then read by itself, and only those that cannot be are told of.
        LOG.warning("%s cases could not be read at once", len(wanted), exc_info=True)
        return {}


def _notice(acting: Acting, one: Noticing[Any], read: dict[Id, Any], outcome: Outcome) -> None:
    try:
        receipt = _recorded(acting, one, read)
    except NothingToDo:
        outcome.done_before += 1
    except Exception as fault:
        # Whatever is wrong with one case must not keep the deadlines of others.
        LOG.exception("%s of case %s was not recorded", one.what, one.case_id)
        outcome.fails(one.case_id, fault)
    else:
        outcome.recorded += not receipt.repeated
        outcome.done_before += receipt.repeated


def _recorded(acting: Acting, one: Noticing[Any], read: dict[Id, Any]) -> Receipt:
    """Record what is decided of the cases as read, or of what they have become since."""
    order = _order(one)
    if one.wanted.keys() <= read.keys():
        changes = one.decide(read)
        for change in changes:
            # It is at another version from here on, whoever of those at work brought it there.
            read.pop(change.case_id, None)
        with suppress(CaseChanged):
            return acting.histories.append(changes, by=MACHINE, order=order)
    return acting.perform(MACHINE, order, partial(_decided, acting, one))


def _decided(acting: Acting, one: Noticing[Any]) -> Decided:
    return Decided(changes=one.decide(acting.histories.load(one.wanted)))


def _order(one: Noticing[Any]) -> Order:
    """Return the order of the thing itself: whoever does it first, it is done once."""
    key = f"{one.case_id}/{one.what}"
    return Order(
        command_id=derived_id(_COMMANDS, key),
        body_hash=hashlib.sha256(key.encode()).digest(),
        correlation_id=new_id(),
        keyed=True,
    )
