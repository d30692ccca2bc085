"""Confidential texts: sealed for one place with the person's own key, gone when it is shredded."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import psycopg
import pytest

from application.ids import new_id
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from infrastructure.keys import KeyMissing, Keys, Shred, SubjectShredded
from infrastructure.store.leaves import leaf
from infrastructure.store.sealing import SealBroken, Sealer, context_of
from tests.support.appends import BODY, append_facts
from tests.support.sample_facts import DAY, Reflected, recorded

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore
    from tests.support.pg_cluster import Cluster

SECRET = "I was unsure about the dose"


def reflected(note: str | None = None) -> Reflected:
    return Reflected(
        text=Confidential(SECRET), written_on=DAY, note=None if note is None else Confidential(note)
    )


def append_reflection(store: FactStore, case: Id, subject: Id, *, version: int = 1) -> Reflected:
    store.append(
        [recorded(reflected("short"), case=case, version=1)],
        command_id=new_id(),
        body_hash=BODY,
        subjects={case: subject},
    )
    found = store.streams([case])[case].facts()[0]
    assert isinstance(found, Reflected)
    return found


def place(case: Id, version: int = 1, field: str = "text") -> str:
    return context_of(case, version, "sample.reflected", field)


def test_a_text_is_stored_sealed_and_opens_in_its_place(
    sealing_store: FactStore, keys: Keys
) -> None:
    case, subject = new_id(), new_id()
    found = append_reflection(sealing_store, case, subject)
    assert found.text.text is None
    assert SECRET.encode() not in sealing_store.streams([case])[case].states()[0]
    opened = partial(Sealer(keys).open_text, subject=subject)
    assert opened(found.text, context=place(case)) == SECRET
    assert found.note is not None
    assert opened(found.note, context=place(case, field="note")) == "short"


def test_the_subject_may_be_found_by_a_function(sealing_store: FactStore) -> None:
    sealing_store.append(
        [recorded(reflected(), case=new_id(), version=1)],
        command_id=new_id(),
        body_hash=BODY,
        subjects=lambda case: case,
    )
    assert sealing_store.position() == 1


@pytest.mark.parametrize(
    "moved", ["version", "case", "field", "subject", "bytes", "format", "base64", "cut"]
)
def test_a_sealed_text_moved_elsewhere_does_not_open(
    sealing_store: FactStore, keys: Keys, moved: str
) -> None:
    case, subject, stranger = new_id(), new_id(), new_id()
    text = append_reflection(sealing_store, case, subject).text
    assert text.sealed is not None
    keys.key_for(stranger)
    contexts = {
        "version": place(case, 2),
        "case": place(stranger),
        "field": place(case, field="note"),
    }
    stored = b64decode(text.sealed)
    altered = {
        "bytes": b64encode(stored[:-1] + bytes([stored[-1] ^ 1])).decode(),
        "format": b64encode(b"\x09" + stored[1:]).decode(),
        "base64": f"!{text.sealed[1:]}",
        "cut": text.sealed[:3],
    }
    with pytest.raises(SealBroken):
        Sealer(keys).open_text(
            Confidential(sealed=altered.get(moved, text.sealed)),
            subject=stranger if moved == "subject" else subject,
            context=contexts.get(moved, place(case)),
        )


def test_after_shredding_the_text_is_gone_and_the_history_still_verifies(
    sealing_store: FactStore, keys: Keys
) -> None:
    case, subject = new_id(), new_id()
    text = append_reflection(sealing_store, case, subject).text
    before = _leaf(sealing_store, case)
    keys.shred(subject, "asked for by the doctor")
    assert Sealer(keys).open_text(text, subject=subject, context=place(case)) is None
    assert _leaf(sealing_store, case) == before


def test_a_leaf_binds_case_version_tag_instant_and_bytes() -> None:
    case, at = new_id(), datetime(2026, 5, 4, 12, tzinfo=UTC)
    leaves = {
        leaf(case, 1, "tag", at, b"state"),
        leaf(new_id(), 1, "tag", at, b"state"),
        leaf(case, 2, "tag", at, b"state"),
        leaf(case, 1, "other", at, b"state"),
        leaf(case, 1, "tag", at.replace(microsecond=1), b"state"),
        leaf(case, 1, "tag", at, b"other"),
    }
    assert len(leaves) == 6


def test_a_shredded_subject_never_gets_a_new_key(sealing_store: FactStore, keys: Keys) -> None:
    case, subject = new_id(), new_id()
    keys.shred(subject, "asked for")
    with pytest.raises(SubjectShredded):
        append_reflection(sealing_store, case, subject)
    assert sealing_store.position() == 0


def test_shreds_are_done_again_after_a_restore(keys: Keys) -> None:
    kept, gone = new_id(), new_id()
    keys.key_for(kept)
    # The restore brought back the key of one whose shredding only the copy remembers.
    keys.key_for(gone)
    copy = [Shred(subject=gone, shredded_at=datetime(2026, 1, 2, tzinfo=UTC), reason="asked for")]
    assert keys.reapply_shreds(copy) == [gone]
    assert keys.existing(gone) is None
    assert keys.existing(kept) is not None
    assert keys.ledger() == copy
    assert keys.reapply_shreds(copy) == []


def test_a_key_is_made_once(keys: Keys) -> None:
    subject = new_id()
    assert keys.key_for(subject) == keys.key_for(subject) == keys.existing(subject)


def test_a_key_that_is_neither_there_nor_shredded_is_missed(keys: Keys) -> None:
    with pytest.raises(KeyMissing):
        keys.existing(new_id())


def test_an_open_text_is_never_stored(store: FactStore) -> None:
    with pytest.raises(TypeError, match="needs a sealer and its subject"):
        append_facts(store, new_id(), {1: reflected()})
    with pytest.raises(TypeError, match="open confidential text must never be stored"):
        store._mapper.to_stored_event(recorded(reflected(), case=new_id(), version=1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE keys.subject_keys SET key = key",
        "UPDATE keys.shred_ledger SET reason = ''",
        "DELETE FROM keys.shred_ledger",
        "TRUNCATE keys.shred_ledger",
    ],
)
def test_keys_do_not_change_and_the_ledger_only_grows(
    cluster: Cluster, keys_database: str, statement: str
) -> None:
    with (
        psycopg.connect(cluster.url(keys_database)) as connection,
        pytest.raises(psycopg.Error, match="is refused"),
    ):
        connection.execute(statement.encode())


def _leaf(store: FactStore, case: Id) -> bytes:
    stream = store.streams([case])[case]
    (stored,) = store.tail(0, 10)
    assert stored.recorded.recorded_at is not None
    return leaf(case, 1, "sample.reflected", stored.recorded.recorded_at, stream.states()[0])


class Counted:
    """The keys, and how often each was asked for."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self.asked: list[Id] = []

    def key_for(self, subject: Id) -> bytes:
        self.asked.append(subject)
        return self._keys.key_for(subject)

    def existing(self, subject: Id) -> bytes | None:
        return self._keys.existing(subject)


def test_one_append_asks_for_each_key_once_and_the_next_asks_again(keys: Keys) -> None:
    counted, case, subject, other = Counted(keys), new_id(), new_id(), new_id()
    sealer = Sealer(counted)
    for _ in range(2):
        once = sealer.for_one_append()
        for whose in (subject, subject, other, subject):
            once.seal(recorded(reflected(), case=case, version=1), whose)
    assert counted.asked == [subject, other, subject, other]
    keys.shred(subject, "asked to be forgotten")
    with pytest.raises(SubjectShredded):
        sealer.for_one_append().seal(recorded(reflected(), case=case, version=1), subject)


def test_texts_are_told_apart_by_their_key_only(keys: Keys) -> None:
    sealer, subject, other = Sealer(keys), new_id(), new_id()
    first = sealer.fingerprints(subject)(SECRET)
    assert sealer.fingerprints(subject)(SECRET) == first
    assert sealer.fingerprints(subject)("another") != first
    assert sealer.fingerprints(other)(SECRET) != first
    keys.shred(subject, "asked to be forgotten")
    with pytest.raises(SubjectShredded):
        sealer.fingerprints(subject)(SECRET)
