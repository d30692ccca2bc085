"""What the use cases need from the world."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from application.actors import Actor, Order
from application.looking import Look
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded, Seen
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from domain.shared.texts import Text

C = TypeVar("C")


class NotYetVisible(Refused):
    """The kept rows have not come as far as the client asked for."""


class Unavailable(Refused):
    """Something the answer needs cannot be reached now; nothing was recorded."""


class NotDurable(Refused):
    """What was recorded is not yet vouched for by a standby; the same request may be repeated."""


class Unreadable(Refused):
    """A stored fact cannot be read by this program; names its case and version."""


class FileRefused(Refused):
    """A file is not one that may be attached; the words tell why, and what would be right."""


class FileTooLarge(FileRefused):
    """A file is larger than any that is taken."""


class Gone(Refused):
    """What was written there can never be read again."""


class Damaged(Unreadable):
    """What is stored of a file is not what was stored; it is not handed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a command led to: its case, that case's version, and the last position it took.

    ``repeated`` tells that the command had been recorded before, and this is its first receipt.
    """

    case_id: Id
    version: int
    position: int
    recorded_at: datetime
    repeated: bool
    # What a party is told where nothing came of what they sent.
    says: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Positioned:
    """A recorded fact and its place among all facts."""

    position: int
    recorded: Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Facts to append to one case seen at ``version``; ``subject``: whose key seals its texts."""

    case_id: Id
    version: int
    facts: tuple[Fact, ...]
    subject: Id | None = None


class Stream(Protocol):
    """The stored facts of one case up to some position."""

    @property
    def version(self) -> int: ...

    def facts(self) -> Sequence[Fact]: ...

    def seen(self, version: int) -> Seen: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded(Generic[C]):
    """A case folded from its stored facts."""

    case_id: Id
    case: C
    stored: Stream

    @property
    def version(self) -> int:
        return self.stored.version

    def last_seen(self) -> tuple[Seen, ...]:
        """Return the last fact of the case, as those who lean on the whole case keep it."""
        return (self.stored.seen(self.version),) if self.version else ()


IMPORTED = "import:"
"""What the source of every fact from a file begins with."""


class Loading(Protocol):
    """Cases folded from recorded facts."""

    def load(self, wanted: Mapping[Id, type], *, upto: int | None = None) -> Mapping[Id, Any]:
        """Return a ``Loaded`` of each wanted kind by id, by one read.

        An id without facts, or of a case of another kind, is an empty case of version 0.
        ``upto`` is a position: what was known then.
        """


class Histories(Loading, Protocol):
    """All recorded facts."""

    def reading(self) -> AbstractContextManager[None]:
        """Read each case once for as long as the block lasts, in which nothing may be recorded."""

    def history(self, case_id: Id, *, upto: int | None = None) -> Sequence[Recorded]:
        """Return the case's facts in their envelopes, oldest first."""

    def naming(self, person: Id) -> Mapping[Id, type]:
        """Return every case that names a person, with its kind; reads all that is stored."""

    def append(
        self,
        changes: Sequence[Change],
        *,
        by: Actor,
        order: Order,
        leant_on: Sequence[Seen] = (),
    ) -> Receipt:
        """Append all changes or none.

        A command already recorded is answered with its first receipt. Raises CaseChanged if a
        case, or one that was leant on, has moved; KeyReused for the same command id with
        another body.
        """

    def receipt_of(self, order: Order) -> Receipt | None:
        """Return the receipt of a command already recorded; raises KeyReused."""

    def having(self, tag: str) -> Collection[Id]:
        """Return the ids of the cases that have a fact with the tag."""

    def fingerprints(self, subject: Id) -> Callable[[str], str]:
        """Return what tells a person's texts apart, by the person's own key.

        Without the key nobody can try out what a text may have been. Raises NotAllowed if the
        key was shredded.
        """

    def position(self) -> int:
        """Return the position of the last fact."""

    def position_at(self, instant: datetime) -> int:
        """Return the position of the last fact recorded at or before the instant."""

    def open_text(self, text: Confidential, *, subject: Id, context: str) -> str | None:
        """Return a sealed text opened, or None if the subject's key was shredded.

        ``context`` is case|version|tag|field of the fact that holds it.
        """


class Clock(Protocol):
    """The only one who knows what time it is."""

    def now(self) -> datetime:
        """Return the instant, with a time zone."""

    def today(self) -> date:
        """Return the day in Europe/Oslo."""

    def day_of(self, instant: datetime) -> date:
        """Return which day an instant is in Europe/Oslo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a file is by its content, and where in it something looks like a patient's identity."""

    media_type: str
    places: tuple[Text, ...]


class Examiner(Protocol):
    """Looks into files before they are taken."""

    def examine(self, name: str, content: bytes) -> Examined:
        """Return what the file is; raises FileRefused."""


class Files(Protocol):
    """The contents of files, outside the facts, encrypted with the key of whom they are about."""

    def keep(self, content: bytes, *, subject: Id, context: str) -> str:
        """Store the content sealed for one place; return the SHA-256 of what is stored.

        Nobody finds what no fact names: kept for a fact that was refused, it does no harm.
        """

    def open_file(self, sha256: str, *, subject: Id, context: str) -> bytes | None:
        """Return the content, or None if the subject's key was shredded; raises Damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One opening of one confidential text: who opened it, in which capacity, when and why.

    No reason: none was needed, or it went with the subject's key.
    """

    opened_at: datetime
    opened_by: str
    acting_as: str
    version: int
    field: str
    reason: str | None


class Openings(Protocol):
    """The log of every opening of a confidential text or file, and every look; it only grows."""

    def note(
        self,
        case_id: Id,
        places: Sequence[tuple[int, str]],
        *,
        by: Actor,
        reason: str | None,
        subject: Id,
    ) -> None:
        """Note that the texts at these versions and fields are opened; the reason is sealed."""

    def note_look(self, about: Id, what: str, *, by: Actor, case_id: Id | None = None) -> None:
        """Note that somebody looks at a person, before anything is shown.

        The same look again within a minute may be taken as one.
        """

    def of_case(self, case_id: Id, *, subject: Id) -> Sequence[Opening]:
        """Return what was opened of a case, oldest first."""

    def of_people(self, ids: Collection[Id], *, most: int) -> Sequence[Look]:
        """Return who else looked at, or opened texts of, the person with these ids, latest first.

        At most so many.
        """


class Views(Protocol):
    """The rows kept for questions across cases."""

    def position(self) -> int:
        """Return the position of the last fact the rows know of."""

    def worker_seen_at(self) -> datetime | None:
        """Return when any worker last gave a sign of life."""

    def wait_for(self, position: int, *, seconds: float) -> bool:
        """Return whether the rows know of the position within so many seconds."""

    def rows(self, view: str, *, on: date | None = None, **having: object) -> Sequence[Any]:
        """Return the rows with these values, or one of a list, whose span contains the day."""

    def due(
        self,
        view: str,
        *,
        first_day: date,
        last_day: date,
        limit: int | None = None,
        **having: object,
    ) -> Sequence[Any]:
        """Return the rows that are due between two days, both included, the earliest first."""

    def count_due(self, view: str, *, first_day: date, last_day: date, **having: object) -> int:
        """Return how many rows are due between two days, both included."""
