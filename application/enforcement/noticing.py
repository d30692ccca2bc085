"""Recording what time brought about, case by case, each once however often it is tried."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from application.acting import Acting, Decided
from application.actors import MACHINE, Order
from application.enforcement.outcome import Outcome
from application.ids import new_id
from application.ports import Change, Loaded
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id

C = TypeVar("C")

LOG = logging.getLogger(__name__)
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
    for one in found:
        try:
            receipt = acting.perform(MACHINE, _order(one), partial(_decided, acting, one))
        except NothingToDo:
            outcome.done_before += 1
        except Exception as fault:
            # Whatever is wrong with one case must not keep the deadlines of others.
            LOG.exception("%s of case %s was not recorded", one.what, one.case_id)
            outcome.failed[one.case_id] = f"{type(fault).__name__}: {fault}"
        else:
            outcome.recorded += not receipt.repeated
            outcome.done_before += receipt.repeated
    return outcome


def changed(loaded: Loaded[Any], *facts: Fact) -> Change:
    return Change(case_id=loaded.case_id, version=loaded.version, facts=facts)


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
