"""Reads whole cases at once: one row a case, decoded in one go."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from domain.shared.facts import Fact, Recorded, Seen
from infrastructure.store.envelope import Envelope
from infrastructure.store.pieces import HISTORIES, STREAMS, Piece
from infrastructure.store.refusals import VersionsMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection
    from psycopg.rows import DictRow

    from domain.shared.ids import Id
    from infrastructure.store.envelope import Contents
    from infrastructure.store.mapper import FactMapper
    from infrastructure.store.pieces import Pieces
    from infrastructure.store.recorder import FactRecorder

    Decode = Callable[[bytes], list[Any]]
    Taken = tuple[Piece, list[Any]]

T = TypeVar("T")

FIRST_MISSING = """
    SELECT min(wanted) AS version FROM generate_series(1, %(version)s::bigint) AS wanted
    WHERE NOT EXISTS (SELECT FROM facts.alis_events
        WHERE originator_id = %(case_id)s AND originator_version = wanted)
"""
FIRST_INSTANT = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
INSIDE = attrgetter("fact")
RAWS = msgspec.json.Decoder(list[msgspec.Raw])


class Stream:
    """The stored facts of one case, versions 1 to ``version``.

    ``ahead`` is what was decoded while the rest was on its way: the contents of its envelopes or
    the envelopes themselves; None if something is wrong with them, which is told when asked.
    """

    __slots__ = ("_ahead", "_instants", "_pieces", "_reader", "_states", "case_id", "version")

    def __init__(
        self,
        reader: Reader,
        *,
        case_id: Id,
        version: int,
        pieces: Sequence[bytes],
        instants: bytes | None,
        ahead: Sequence[Contents[Any]] | Sequence[Envelope[Any]] | None = None,
    ) -> None:
        self.case_id = case_id
        self.version = version
        self._reader = reader
        self._pieces = pieces
        self._instants = instants
        self._ahead = ahead
        self._states: list[bytes] | None = None

    def facts(self) -> list[Fact]:
        """Return the facts alone, first version first."""
        found = self._ahead or self._decoded(self._reader.transcoder.contents)
        return list(map(INSIDE, found))

    def recorded(self) -> list[Recorded]:
        """Return the facts in their envelopes, first version first."""
        numbered = enumerate(zip(self._envelopes(), self.instants(), strict=True), start=1)
        return [
            envelope.recorded(case=self.case_id, version=version, at=at)
            for version, (envelope, at) in numbered
        ]

    def instants(self) -> list[datetime]:
        """Return when each version was recorded, first version first."""
        if self._instants is None:
            self._instants = self._reader.instants(self.case_id, self.version)
        elapsed = struct.unpack(f">{self.version}q", self._instants)
        # Several times as fast as adding. Rounded once, by the division, the nearest microsecond
        # is the right one until 2242.
        seconds = [(FIRST_INSTANT + microseconds) / 1_000_000 for microseconds in elapsed]
        return msgspec.convert(seconds, list[datetime], strict=False)

    def instants_as_stored(self) -> bytes:
        assert self._instants is not None
        return self._instants

    def states(self) -> list[bytes]:
        """Return each version's stored bytes, first version first."""
        if self._states is None:
            self._states = [bytes(raw) for raw in self._decoded(RAWS.decode)]
        return self._states

    def seen(self, version: int) -> Seen:
        """Return the proof of having read a version: the hash of its stored bytes."""
        if not 1 <= version <= self.version:
            raise VersionsMissing(f"case {self.case_id} has no version {version} here")
        state = self.states()[version - 1]
        return Seen(case=self.case_id, version=version, sha256=sha256(state).hexdigest())

    def _envelopes(self) -> Sequence[Envelope[Any]]:
        if self._ahead and isinstance(self._ahead[0], Envelope):
            return cast("Sequence[Envelope[Any]]", self._ahead)
        return self._decoded(self._reader.transcoder.envelopes)

    def _decoded(self, decode: Callable[[bytes], list[T]]) -> list[T]:
        try:
            found = [one for piece in self._pieces for one in decode(b"[%b]" % piece)]
        except ValueError:
            self._reader.read_one_by_one(self.case_id, self.version)
            raise
        self._be_whole(len(found))
        return found

    def _be_whole(self, found: int) -> None:
        if found != self.version:
            self._reader.read_one_by_one(self.case_id, self.version)
            raise VersionsMissing(f"case {self.case_id} holds {found}, not {self.version}")


class Reader:
    """Reads streams, and names the row at fault when one cannot be read."""

    def __init__(self, recorder: FactRecorder, mapper: FactMapper) -> None:
        self._recorder = recorder
        self._mapper = mapper
        self.transcoder = mapper.envelopes

    def streams(
        self, case_ids: Iterable[Id], *, upto_position: int | None = None
    ) -> dict[Id, Stream]:
        """Return the stream of each case that has any fact, as known at a position."""
        return self._read(STREAMS, self.transcoder.contents, case_ids, upto_position)

    def histories(
        self, case_ids: Iterable[Id], *, upto_position: int | None = None
    ) -> dict[Id, Stream]:
        """Return the same for one who will ask when each fact was recorded."""
        return self._read(HISTORIES, self.transcoder.envelopes, case_ids, upto_position)

    def instants(self, case_id: Id, version: int) -> bytes:
        """Return when each version up to one was recorded, for a stream read without."""
        found = self.histories([case_id])[case_id].instants_as_stored()
        return found[: 8 * version]

    def _read(
        self, pieces: Pieces, decode: Decode, case_ids: Iterable[Id], upto: int | None
    ) -> dict[Id, Stream]:
        cases = list(set(case_ids))

        def take_in(connection: Connection[DictRow]) -> dict[int, list[Taken]]:
            taken: dict[int, list[Taken]] = {}
            for piece in pieces.of(connection, cases, upto):
                taken.setdefault(piece.nth, []).append((piece, _decoded(piece, decode)))
            return taken

        found = self._recorder.facts.run(take_in) if cases else {}
        return {cases[nth - 1]: self._stream(cases[nth - 1], taken) for nth, taken in found.items()}

    def read_one_by_one(self, case_id: Id, version: int) -> None:
        """Read a case the slow way, which raises at the fact that cannot be read."""
        for stored in self._recorder.select_events(case_id, lte=version):
            self._mapper.to_domain_event(stored)

    def _stream(self, case_id: Id, taken: list[Taken]) -> Stream:
        taken.sort(key=lambda one: one[0].version)
        version = taken[-1][0].version
        if sum(piece.facts for piece, _ in taken) != version:
            raise VersionsMissing(self._gap(case_id, version))
        ahead = [one for _, decoded in taken for one in decoded]
        instants = [piece.instants for piece, _ in taken if piece.instants is not None]
        return Stream(
            self,
            case_id=case_id,
            version=version,
            pieces=[piece.states for piece, _ in taken],
            instants=b"".join(instants) if instants else None,
            ahead=ahead if len(ahead) == version else None,
        )

    def _gap(self, case_id: Id, version: int) -> str:
        asked = {"case_id": case_id, "version": version}
        found = self._recorder.facts.run(
            lambda connection: connection.execute(FIRST_MISSING, asked).fetchall()
        )
        return f"case {case_id} lacks version {found[0]['version']} of {version}"


def _decoded(piece: Piece, decode: Decode) -> list[Any]:
    """Return what the piece holds, or nothing if it cannot be read: asked for, it will be told."""
    try:
        return decode(b"[%b]" % piece.states)
    except ValueError:
        return []
