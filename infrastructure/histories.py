"""The recorded facts as the use cases ask for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from application.actors import Actor, Order
from application.kept import CASES
from application.ports import Change, Loaded, Receipt
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded, Seen, tag_of
from domain.shared.ids import Id
from infrastructure.reaching import reaching
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer

_READ: ContextVar[dict[tuple[Id, type], Any] | None] = ContextVar("read", default=None)
"""What was read while one page is made, which several of its parts ask for."""


class NothingStored:
    """The stream of a case without facts."""

    version = 0

    def facts(self) -> Sequence[Fact]:
        return ()

    def seen(self, version: int) -> Seen:
        raise LookupError(f"there is no version {version}: nothing is stored")


class StoredHistories:
    """Loads, appends and opens through the fact store."""

    def __init__(self, store: FactStore, sealer: Sealer) -> None:
        self._store = store
        self._sealer = sealer

    @contextmanager
    def reading(self) -> Iterator[None]:
        before = _READ.set({})
        try:
            yield
        finally:
            _READ.reset(before)

    def load(self, wanted: Mapping[Id, type], *, upto: int | None = None) -> Mapping[Id, Any]:
        read = _READ.get()
        if read is None or upto is not None:
            return self._load(wanted, upto)
        missing = {case: kind for case, kind in wanted.items() if (case, kind) not in read}
        if missing:
            found = self._load(missing, None)
            read.update({(case, kind): found[case] for case, kind in missing.items()})
        return {case: read[case, kind] for case, kind in wanted.items()}

    @reaching
    def _load(self, wanted: Mapping[Id, type], upto: int | None) -> Mapping[Id, Any]:
        streams = self._store.streams(wanted, upto_position=upto) if wanted else {}
        return {
            case_id: _loaded(case_id, kind, streams.get(case_id, NothingStored()))
            for case_id, kind in wanted.items()
        }

    @reaching
    def history(self, case_id: Id, *, upto: int | None = None) -> Sequence[Recorded]:
        found = self._store.histories([case_id], upto_position=upto).get(case_id)
        return found.recorded() if found else ()

    @reaching
    def naming(self, person: Id) -> Mapping[Id, type]:
        found = self._store.naming(person)
        return {case_id: CASES[tag.partition(".")[0]] for case_id, tag in found.items()}

    @reaching
    def append(
        self,
        changes: Sequence[Change],
        *,
        by: Actor,
        order: Order,
        leant_on: Sequence[Seen] = (),
    ) -> Receipt:
        subjects = {change.case_id: change.subject for change in changes if change.subject}
        return self._store.append(
            [recorded for change in changes for recorded in _enveloped(change, by, order)],
            command_id=order.command_id,
            body_hash=order.body_hash,
            leant_on={seen.case: seen.version for seen in leant_on},
            subjects=subjects,
        )

    @reaching
    def receipt_of(self, order: Order) -> Receipt | None:
        return self._store.receipt_of(order.command_id, order.body_hash)

    @reaching
    def having(self, tag: str) -> Collection[Id]:
        return self._store.having(tag)

    def fingerprints(self, subject: Id) -> Callable[[str], str]:
        return self._sealer.fingerprints(subject)

    @reaching
    def position(self) -> int:
        return self._store.position()

    @reaching
    def position_at(self, instant: datetime) -> int:
        return self._store.position_at(instant)

    @reaching
    def open_text(self, text: Confidential, *, subject: Id, context: str) -> str | None:
        return self._sealer.open_text(text, subject=subject, context=context)


def _loaded(case_id: Id, kind: type, stored: Any) -> Loaded[Any]:
    case, facts = kind(), stored.facts()
    if facts and CASES[tag_of(facts[0]).partition(".")[0]] is not kind:
        return Loaded(case_id=case_id, case=case, stored=NothingStored())
    case.fold(facts)
    return Loaded(case_id=case_id, case=case, stored=stored)


def _enveloped(change: Change, by: Actor, order: Order) -> list[Recorded]:
    return [
        Recorded(
            case_id=change.case_id,
            version=version,
            recorded_by=by.person,
            acting_as=by.acting_as,
            command_id=order.command_id,
            correlation_id=order.correlation_id,
            fact=fact,
            source=order.source,
        )
        for version, fact in enumerate(change.facts, start=change.version + 1)
    ]
