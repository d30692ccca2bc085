"""Seals confidential texts on their way into the store, and opens them for those who may read."""

from __future__ import annotations

import hmac
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Protocol, get_args

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded, tag_of
from domain.shared.ids import Id

FORMAT = b"\x01"
NONCE_LENGTH = 12


class SealBroken(Exception):
    """A sealed text is not the one that was stored in this place."""


class SubjectKeys(Protocol):
    """Where the keys are."""

    def key_for(self, subject: Id) -> bytes:
        """Return the subject's key, made now if there is none; refuse if it was shredded."""

    def existing(self, subject: Id) -> bytes | None:
        """Return the subject's key, or None if it was shredded."""


def context_of(case: Id, version: int, tag: str, field: str) -> str:
    """Return the one place a text may be opened in."""
    return f"{case}|{version}|{tag}|{field}"


@cache
def confidential_fields(kind: type[Fact]) -> tuple[str, ...]:
    """Return the names of a fact's confidential fields."""
    return tuple(
        field.name
        for field in msgspec.structs.fields(kind)
        if Confidential in (field.type, *get_args(field.type))
    )


def open_fields(fact: Fact) -> dict[str, str]:
    """Return the texts of a fact that are still open, by field."""
    texts = ((name, getattr(fact, name)) for name in confidential_fields(type(fact)))
    return {
        name: value.text
        for name, value in texts
        if isinstance(value, Confidential) and value.text is not None
    }


class RememberedKeys:
    """Each subject's key, asked for once; for one append or one demo's making, and no longer."""

    def __init__(self, keys: SubjectKeys) -> None:
        self._keys = keys
        self._known: dict[Id, bytes] = {}

    def key_for(self, subject: Id) -> bytes:
        if subject not in self._known:
            self._known[subject] = self._keys.key_for(subject)
        return self._known[subject]

    def existing(self, subject: Id) -> bytes | None:
        return self._keys.existing(subject)


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals and opens with each subject's own key."""

    keys: SubjectKeys

    def for_one_append(self) -> Sealer:
        """Return one that holds its keys; to be let go of when the append is made."""
        return Sealer(RememberedKeys(self.keys))

    def fingerprints(self, subject: Id) -> Callable[[str], str]:
        """Return what makes of a text what only the subject's key can make of it."""
        keys = RememberedKeys(self.keys)
        return lambda text: hmac.digest(keys.key_for(subject), text.encode(), sha256).hex()

    def seal(self, recorded: Recorded, subject: Id) -> Recorded:
        """Return the same with every open text sealed for its place."""
        texts = open_fields(recorded.fact)
        if not texts:
            return recorded
        key = self.keys.key_for(subject)
        place = (recorded.case_id, recorded.version, tag_of(recorded.fact))
        sealed = {
            field: Confidential(sealed=seal_text(key, text, context_of(*place, field)))
            for field, text in texts.items()
        }
        fact = msgspec.structs.replace(recorded.fact, **sealed)
        return msgspec.structs.replace(recorded, fact=fact)

    def open_text(self, confidential: Confidential, *, subject: Id, context: str) -> str | None:
        """Return the text, or None if the subject's key was shredded."""
        if confidential.sealed is None:
            return confidential.text
        key = self.keys.existing(subject)
        if key is None:
            return None
        try:
            sealed = b64decode(confidential.sealed, validate=True)
        except ValueError as broken:
            raise SealBroken(f"what is sealed at {context} is not base64") from broken
        return open_content(key, sealed, context).decode()


def seal_text(key: bytes, text: str, context: str) -> str:
    """Return the text sealed for one place, in base64."""
    return b64encode(seal_bytes(key, text, context)).decode()


def seal_bytes(key: bytes, text: str, context: str) -> bytes:
    """Return the text sealed for one place: format, nonce, ciphertext."""
    return seal_content(key, text.encode(), context)


def seal_content(key: bytes, content: bytes, context: str) -> bytes:
    """Return any bytes sealed for one place."""
    nonce = secrets.token_bytes(NONCE_LENGTH)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def open_content(key: bytes, sealed: bytes, context: str) -> bytes:
    """Return the bytes sealed for the place; raises SealBroken."""
    if not sealed.startswith(FORMAT):
        raise SealBroken(f"{context} is sealed in a format unknown here")
    nonce, ciphertext = sealed[1 : 1 + NONCE_LENGTH], sealed[1 + NONCE_LENGTH :]
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, context.encode())
    except (InvalidTag, ValueError) as broken:
        # A ValueError where so much was cut off that no nonce is left.
        raise SealBroken(f"what is sealed at {context} was not sealed there") from broken
