"""Turns what was recorded into stored rows and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from eventsourcing.persistence import Mapper, Notification, StoredEvent

from application.ports import Positioned
from domain.shared.facts import Recorded, tag_of
from domain.shared.ids import Id
from infrastructure.store.envelope import Envelope, EnvelopeTranscoder
from infrastructure.store.refusals import UnreadableFact

if TYPE_CHECKING:
    from eventsourcing.domain import DomainEventProtocol


@dataclass(frozen=True)
class StoredFact(StoredEvent):
    """A stored row, with the instant the database set."""

    recorded_at: datetime


@dataclass(frozen=True)
class PositionedFact(Notification):
    """A stored row with its position, and the instant the database set."""

    recorded_at: datetime


class FactMapper(Mapper[Id]):
    """Maps ``Recorded`` to rows; what it writes it has read back first."""

    def __init__(self, transcoder: EnvelopeTranscoder) -> None:
        super().__init__(transcoder=transcoder)
        self.envelopes = transcoder

    def to_stored_event(self, domain_event: DomainEventProtocol[Id]) -> StoredEvent:
        assert isinstance(domain_event, Recorded)
        stored = StoredEvent(
            originator_id=domain_event.case_id,
            originator_version=domain_event.version,
            topic=tag_of(domain_event.fact),
            state=self.envelopes.encode(Envelope.of(domain_event)),
        )
        # Construction validates nothing: only reading back tells that the row can be read.
        envelope = self._envelope(stored)
        if envelope != Envelope.of(domain_event):
            raise _unreadable(stored, "it reads back as something else")
        return stored

    def to_domain_event(self, stored_event: StoredEvent) -> Recorded:
        envelope = self._envelope(stored_event)
        if tag_of(envelope.fact) != stored_event.topic:
            raise _unreadable(stored_event, f"it holds a {tag_of(envelope.fact)}")
        return envelope.recorded(
            case=_case(stored_event),
            version=stored_event.originator_version,
            at=getattr(stored_event, "recorded_at", None),
        )

    def positioned(self, stored: StoredEvent) -> Positioned:
        assert isinstance(stored, PositionedFact)
        return Positioned(position=stored.id, recorded=self.to_domain_event(stored))

    def _envelope(self, stored: StoredEvent) -> Envelope[Any]:
        try:
            return self.envelopes.decode(stored.state)
        except ValueError as cause:
            raise _unreadable(stored, cause) from cause


def _case(stored: StoredEvent) -> Id:
    return Id(str(stored.originator_id))


def _unreadable(stored: StoredEvent, cause: object) -> UnreadableFact:
    return UnreadableFact(_case(stored), stored.originator_version, stored.topic, cause)
