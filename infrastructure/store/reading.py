"""Reads whole cases at once: one row a case, decoded in one go."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from hashlib import sha256
from operator import itemgetter
from typing import TYPE_CHECKING, LiteralString, TypeVar

import msgspec

from domain.shared.facts import Fact, Recorded, Seen
from infrastructure.store.refusals import VersionsMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection
    from psycopg.rows import DictRow

    from domain.shared.ids import Id
    from infrastructure.store.mapper import FactMapper
    from infrastructure.store.recorder import FactRecorder

T = TypeVar("T")

# Joined by commas the states are a JSON list; an array of them takes longer to carry and parse.
# Some tens of kilobytes a row: far larger values cost more to build, carry and take in than
# they hold. Piece by piece the primary key gives the order; otherwise the database would sort.
PIECES: LiteralString = """
    SELECT wanted.case_id, piece.*
    FROM unnest(%(cases)b::uuid[]) AS wanted (case_id)
    CROSS JOIN LATERAL (
        SELECT max(originator_version) AS version FROM facts.alis_events
        WHERE originator_id = wanted.case_id
    ) AS last
    CROSS JOIN LATERAL generate_series(1, last.version, 64) AS from_version
    CROSS JOIN LATERAL (
        SELECT count(*) AS facts, max(originator_version) AS version, {columns}
        FROM facts.alis_events
        WHERE originator_id = wanted.case_id
            AND originator_version BETWEEN from_version AND from_version + 63
            AND (%(upto)s::bigint IS NULL OR notification_id <= %(upto)s)
    ) AS piece
    WHERE piece.facts > 0
"""
STATES: LiteralString = "string_agg(state, ',' ORDER BY originator_version) AS states"
# Instants are joined as they lie in the database: microseconds since 2000, eight bytes each.
INSTANTS: LiteralString = """
    string_agg(timestamptz_send(recorded_at), '' ORDER BY originator_version) AS instants
"""
STREAMS = PIECES.format(columns=STATES)
HISTORIES = PIECES.format(columns=f"{STATES}, {INSTANTS}")
FIRST_MISSING = """
    SELECT min(wanted) AS version FROM generate_series(1, %(version)s::bigint) AS wanted
    WHERE NOT EXISTS (SELECT FROM facts.alis_events
        WHERE originator_id = %(case_id)s AND originator_version = wanted)
"""
FIRST_INSTANT = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
RAWS = msgspec.json.Decoder(list[msgspec.Raw])


class Stream:
    """The stored facts of one case, versions 1 to ``version``; decoded when asked."""

    __slots__ = ("_instants", "_pieces", "_reader", "_states", "case_id", "version")

    def __init__(
        self,
        reader: Reader,
        *,
        case_id: Id,
        version: int,
        pieces: Sequence[bytes],
        instants: bytes | None,
    ) -> None:
        self.case_id = case_id
        self.version = version
        self._reader = reader
        self._pieces = pieces
        self._instants = instants
        self._states: list[bytes] | None = None

    def facts(self) -> list[Fact]:
        """Return the facts alone, first version first."""
        return [found.fact for found in self._decoded(self._reader.transcoder.contents)]

    def recorded(self) -> list[Recorded]:
        """Return the facts in their envelopes, first version first."""
        envelopes = self._decoded(self._reader.transcoder.envelopes)
        numbered = enumerate(zip(envelopes, self.instants(), strict=True), start=1)
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
        return self._read(STREAMS, case_ids, upto_position)

    def histories(
        self, case_ids: Iterable[Id], *, upto_position: int | None = None
    ) -> dict[Id, Stream]:
        """Return the same for one who will ask when each fact was recorded."""
        return self._read(HISTORIES, case_ids, upto_position)

    def instants(self, case_id: Id, version: int) -> bytes:
        """Return when each version up to one was recorded, for a stream read without."""
        found = self._read(HISTORIES, [case_id], None)[case_id].instants_as_stored()
        return found[: 8 * version]

    def _read(
        self, statement: LiteralString, case_ids: Iterable[Id], upto: int | None
    ) -> dict[Id, Stream]:
        asked = {"cases": list(set(case_ids)) or None, "upto": upto}

        def select(connection: Connection[DictRow]) -> list[DictRow]:
            with connection.cursor(binary=True) as cursor:
                return cursor.execute(statement, asked, prepare=True).fetchall()

        pieces: dict[Id, list[DictRow]] = {}
        for row in self._recorder.facts.run(select):
            pieces.setdefault(row["case_id"], []).append(row)
        return {case_id: self._stream(case_id, found) for case_id, found in pieces.items()}

    def read_one_by_one(self, case_id: Id, version: int) -> None:
        """Read a case the slow way, which raises at the fact that cannot be read."""
        for stored in self._recorder.select_events(case_id, lte=version):
            self._mapper.to_domain_event(stored)

    def _stream(self, case_id: Id, pieces: list[DictRow]) -> Stream:
        pieces.sort(key=itemgetter("version"))
        version = pieces[-1]["version"]
        if sum(piece["facts"] for piece in pieces) != version:
            raise VersionsMissing(self._gap(case_id, version))
        return Stream(
            self,
            case_id=case_id,
            version=version,
            pieces=[piece["states"] for piece in pieces],
            instants=_joined(pieces),
        )

    def _gap(self, case_id: Id, version: int) -> str:
        asked = {"case_id": case_id, "version": version}
        found = self._recorder.facts.run(
            lambda connection: connection.execute(FIRST_MISSING, asked).fetchall()
        )
        return f"case {case_id} lacks version {found[0]['version']} of {version}"


def _joined(pieces: list[DictRow]) -> bytes | None:
    """Return the instants of all pieces, if they were read."""
    if "instants" not in pieces[0]:
        return None
    return b"".join(piece["instants"] for piece in pieces)
