"""The store of facts: appends, reads and follows what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, cast

from application.ports import Positioned, Receipt
from domain.shared.ids import Id
from infrastructure.store.appending import Appending
from infrastructure.store.library import Alis
from infrastructure.store.reading import Reader, Stream
from infrastructure.store.sealing import Sealer, open_fields
from infrastructure.store.subscription import Subscription

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from domain.shared.facts import Recorded
    from infrastructure.store.mapper import FactMapper
    from infrastructure.store.recorder import FactRecorder

NAMING = """
    SELECT DISTINCT ON (originator_id) originator_id, topic FROM facts.alis_events
    WHERE position(convert_to(%s::text, 'UTF8') IN state) > 0
"""
POSITION_AT = "SELECT facts.position_at(%s) AS position"

Subjects = Mapping[Id, Id] | Callable[[Id], Id]


class FactStore:
    """All recorded facts. Connects when first used, so it may be made before a server forks."""

    def __init__(
        self, conninfo: str, *, facts: Any, sealer: Sealer | None = None, pool_size: int = 8
    ) -> None:
        """``facts`` is the union of all kinds of fact; a subscription takes two connections."""
        self._application = Alis(conninfo, facts=facts, pool_size=pool_size)
        self._recorder = cast("FactRecorder", self._application.recorder)
        self._mapper = cast("FactMapper", self._application.mapper)
        self._reader = Reader(self._recorder, self._mapper)
        self._sealer = sealer

    def append(
        self,
        recorded: Sequence[Recorded],
        *,
        command_id: Id,
        body_hash: bytes,
        leant_on: Mapping[Id, int] | None = None,
        simulated: Sequence[datetime] | None = None,
        subjects: Subjects | None = None,
    ) -> Receipt:
        """Record all of it or nothing, once, and return the receipt: the first if repeated.

        Refused with ``CaseChanged`` if a case is not at the version before its first new one,
        or a case in ``leant_on`` not at the version given; with ``KeyReused`` if the command's
        id came with another body. ``subjects`` tells by case whose key seals open texts.
        """
        appending = Appending(
            command_id=command_id,
            body_hash=body_hash,
            leant_on=leant_on or {},
            simulated=simulated,
        )
        # Sealed once, before anything is sent: an attempt that is repeated sends the same bytes.
        self._application.save(*self._sealed(recorded, subjects), appending=appending)
        assert appending.receipt is not None
        return appending.receipt

    def receipt_of(self, command_id: Id, body_hash: bytes) -> Receipt | None:
        """Return the first receipt of a command recorded before."""
        return self._recorder.receipt_of(command_id, body_hash)

    def position(self) -> int:
        """Return the last position taken, 0 if none."""
        return self._recorder.max_notification_id() or 0

    def position_at(self, instant: datetime) -> int:
        """Return the last position recorded at or before an instant, 0 if none."""
        rows = self._recorder.facts.run(
            lambda connection: connection.execute(POSITION_AT, [instant]).fetchall()
        )
        position: int = rows[0]["position"]
        return position

    def naming(self, text: Id) -> dict[Id, str]:
        """Return the cases in whose facts an id is named, each with a tag; reads everything."""
        rows = self._recorder.facts.run(
            lambda connection: connection.execute(NAMING, [text]).fetchall()
        )
        return {row["originator_id"]: row["topic"] for row in rows}

    def tail(self, after: int, limit: int) -> list[Positioned]:
        """Return the next facts after a position."""
        rows = self._recorder.select_notifications(after, limit, inclusive_of_start=False)
        return [self._mapper.positioned(stored) for stored in rows]

    def subscribe(self, after: int) -> Subscription:
        """Return facts after a position, those recorded and those to come; use it in ``with``."""
        return Subscription(self._recorder.subscribe(gt=after), self._mapper)

    def streams(
        self, case_ids: Iterable[Id], *, upto_position: int | None = None
    ) -> dict[Id, Stream]:
        """Return the stream of each case that has any fact, as known at a position."""
        return self._reader.streams(case_ids, upto_position=upto_position)

    def histories(
        self, case_ids: Iterable[Id], *, upto_position: int | None = None
    ) -> dict[Id, Stream]:
        """Return the same for one who will ask when each fact was recorded, by the same read."""
        return self._reader.histories(case_ids, upto_position=upto_position)

    def close(self) -> None:
        self._application.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _sealed(
        self, recorded: Sequence[Recorded], subjects: Subjects | None
    ) -> Sequence[Recorded]:
        return [self._sealed_one(one, subjects) for one in recorded]

    def _sealed_one(self, recorded: Recorded, subjects: Subjects | None) -> Recorded:
        if not open_fields(recorded.fact):
            return recorded
        if self._sealer is None or subjects is None:
            raise TypeError("an open confidential text needs a sealer and its subject")
        subject_of = subjects.__getitem__ if isinstance(subjects, Mapping) else subjects
        return self._sealer.seal(recorded, subject_of(recorded.case_id))
