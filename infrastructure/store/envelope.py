"""The bytes of a stored fact: JSON of its envelope, with the fact inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec
from eventsourcing.persistence import Transcoder

from domain.shared.confidential import Confidential
from domain.shared.facts import HERE, Recorded
from domain.shared.ids import Id

if TYPE_CHECKING:
    from datetime import datetime

F = TypeVar("F")


class Envelope(msgspec.Struct, Generic[F], frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What is stored of a ``Recorded``; case, version and recorded_at are columns."""

    recorded_by: str = msgspec.field(name="by")
    acting_as: str = msgspec.field(name="as")
    command_id: Id = msgspec.field(name="command")
    # Most commands start a chain of their own; then the command's id is not written twice.
    correlation_id: Id | None = msgspec.field(default=None, name="correlation")
    on_behalf_of: Id | None = msgspec.field(default=None, name="behalf")
    source: str = HERE
    fact: F

    @staticmethod
    def of(recorded: Recorded) -> Envelope[Any]:
        own_chain = recorded.correlation_id == recorded.command_id
        return Envelope(
            recorded_by=recorded.recorded_by,
            acting_as=recorded.acting_as,
            command_id=recorded.command_id,
            correlation_id=None if own_chain else recorded.correlation_id,
            on_behalf_of=recorded.on_behalf_of,
            source=recorded.source,
            fact=recorded.fact,
        )

    def recorded(self: Envelope[Any], *, case: Id, version: int, at: datetime | None) -> Recorded:
        return Recorded(
            case_id=case,
            version=version,
            recorded_by=self.recorded_by,
            acting_as=self.acting_as,
            command_id=self.command_id,
            correlation_id=self.correlation_id or self.command_id,
            fact=self.fact,
            on_behalf_of=self.on_behalf_of,
            source=self.source,
            recorded_at=at,
        )


class Contents(msgspec.Struct, Generic[F], frozen=True, gc=False):
    """An envelope's fact alone: the decoder skips the rest."""

    fact: F


class EnvelopeTranscoder(Transcoder):
    """Encodes envelopes, and decodes them or only the facts inside, one or a list at a time.

    ``facts`` is the union of all facts there are; the store itself knows none of them.
    """

    def __init__(self, facts: Any) -> None:
        envelope: Any = cast("Any", Envelope)[facts]
        contents: Any = cast("Any", Contents)[facts]
        self._encoder = msgspec.json.Encoder(enc_hook=_unwrap)
        self._envelope = msgspec.json.Decoder(envelope, dec_hook=_wrap)
        self._envelopes = msgspec.json.Decoder(list[envelope], dec_hook=_wrap)
        self._contents = msgspec.json.Decoder(list[contents], dec_hook=_wrap)

    def encode(self, obj: Envelope[Any]) -> bytes:
        return self._encoder.encode(obj)

    def decode(self, data: bytes) -> Envelope[Any]:
        found: Envelope[Any] = self._envelope.decode(data)
        return found

    def envelopes(self, listed: bytes) -> list[Envelope[Any]]:
        found: list[Envelope[Any]] = self._envelopes.decode(listed)
        return found

    def contents(self, listed: bytes) -> list[Contents[Any]]:
        found: list[Contents[Any]] = self._contents.decode(listed)
        return found


def _unwrap(value: Any) -> str:
    if not isinstance(value, Confidential):
        raise TypeError(f"a fact cannot hold {type(value).__name__}")
    if value.sealed is None:
        raise TypeError("an open confidential text must never be stored; seal it first")
    return value.sealed


def _wrap(wanted: type, value: Any) -> Confidential:
    if wanted is not Confidential or type(value) is not str:
        raise TypeError(f"a fact cannot hold {wanted.__name__} made of {type(value).__name__}")
    return Confidential.as_stored(value)
