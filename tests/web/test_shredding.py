"""A doctor's key is destroyed: every text is gone everywhere, and nothing else has changed."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest

from application.kept import KEPT
from infrastructure.keys import Keys
from infrastructure.projector.rebuilding import rebuild
from infrastructure.store.migrate import migrate, migrate_keys
from infrastructure.views import PostgresViews
from tests.support.commanding import Alis
from tests.support.forms import PLAIN, attached
from tests.support.postgres import Databases
from tests.support.town import Town, known_at, town
from tests.web.api.test_comments import AUDITOR, DOCTOR, LEADER, said, things
from tests.web.api.test_journey import GOAL, advised, submitted
from tests.web.api.test_refusals import refused

STORED = {
    "facts": "SELECT * FROM facts.alis_events ORDER BY notification_id",
    "commands": "SELECT * FROM facts.commands ORDER BY position",
    "files": "SELECT * FROM files.contents ORDER BY sha256",
    "openings": "SELECT * FROM openings.log ORDER BY number",
    "people": "SELECT person, name FROM directory.people ORDER BY person",
}
WORDS = ("Om goal", "Vist over tid", "livsløpet", "egenvurdering", "Feil fil", "Tilsyn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A plan with every kind of text in it."""

    town: Town
    plan: str
    opened: tuple[str, ...]
    files: tuple[str, ...]
    recorded_at: str

    def words(self, query: str = "") -> dict[str, Any]:
        """Return what everybody may read of the texts, opened."""
        reason = {"Reason": "Tilsyn."}
        return {
            path: self.town.get(path + query, *who, **reason).json["items"]
            for path in self.opened
            for who in (AUDITOR if "/goals/" in path else DOCTOR,)
        }

    def views(self) -> dict[str, Any]:
        """Return all that is shown without words."""
        work = ("/goals", f"/goals/{GOAL}/outcome", "/sessions", "/activities", "/guidance")
        ends = ("", *work, "/timeline", "/comments", "/files")
        return {end: self.town.get(self.plan + end, *DOCTOR).json for end in ends}

    def stored(self) -> dict[str, Any]:
        with psycopg.connect(self.town.addresses.migrate) as connection:
            return {name: connection.execute(s.encode()).fetchall() for name, s in STORED.items()}

    def kept(self) -> dict[str, Any]:
        """Return the kept rows, folded anew from the facts."""
        rebuild(self.town.addresses.application, processes=1)
        with PostgresViews(self.town.addresses.application) as views:
            return {kept.name: set(views.rows(kept.name)) for kept in KEPT}


@pytest.fixture
def life(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    with town(databases.addresses) as made:
        yield lived(made.with_new_people())


def lived(there: Town) -> Life:
    plan = there.plan()
    about = things(there, plan)
    submitted(there, plan)
    advised(there, plan)
    there.done(f"{plan}/goals/{GOAL}/approve", *LEADER, {"statement": "Vist over tid."})
    comments = [said(there, plan, kind, thing) for kind, thing in about.items()]
    files = [f"{plan}/files/{attached(there, plan, *DOCTOR).json['made']}" for _ in range(2)]
    receipt = there.done(f"{files[1]}/withdraw", *DOCTOR, {"reason": "Feil fil."})
    session, activity = about["session"], about["activity"]
    opened = (f"{plan}/sessions/{session}/minutes", f"{plan}/activities/{activity}/words")
    return Life(
        town=there,
        plan=plan,
        opened=(*opened, f"{plan}/goals/{GOAL}/words", *comments, *(f"{f}/words" for f in files)),
        files=tuple(files),
        recorded_at=receipt["recordedAt"],
    )


def shred(life: Life) -> str:
    alis = Alis(life.town.addresses)
    return alis("keys", "shred", life.town.people["doctor"], "--reason", "Bedt om det.", "--yes")


def texts(words: dict[str, Any]) -> list[Any]:
    return [word["text"] for items in words.values() for word in items]


def test_every_text_is_gone_and_nothing_else_has_changed(life: Life) -> None:
    before, views = life.words(), life.views()
    assert all(texts(before))
    assert life.town.get(f"{life.plan}/openings", *DOCTOR).json["items"][0]["openedBy"]
    stored, kept = life.stored(), life.kept()
    assert "is destroyed" in shred(life)
    assert life.views() == views
    assert life.kept() == kept
    after = life.words()
    assert not any(texts(after))
    told = {path: [w | {"text": None} for w in items] for path, items in before.items()}
    assert after == told
    assert life.stored() == stored
    refused(life.town.get(f"{life.files[0]}/content", *DOCTOR), 410, "file-gone")
    refused(life.town.get(f"{life.files[1]}/content", *DOCTOR), 409, "file-withdrawn")


def test_the_texts_of_one_entered_twice_are_gone_by_either_id(life: Life) -> None:
    people = life.town.people
    merge = {"double": people["doctor"], "into": people["another_doctor"]}
    life.town.done("/people/merge", "operator", "system-administrator", merge)
    there = replace(life.town, people={**people, "doctor": people["another_doctor"]})
    merged = replace(life, town=there)
    assert all(texts(merged.words()))
    assert "is destroyed" in shred(merged)
    assert not any(texts(merged.words()))
    ledger = json.loads(Alis(there.addresses)("keys", "ledger", "--json"))
    assert {line["subject"] for line in ledger} == {people["doctor"], people["another_doctor"]}
    again = ("keys", "shred", people["doctor"], "--reason", "Igjen.", "--yes")
    assert "destroyed already" in Alis(there.addresses)(*again, code=1)


def test_who_opened_what_is_still_known_but_not_why(life: Life) -> None:
    life.words()
    before = life.town.get(f"{life.plan}/openings", *AUDITOR).json["items"]
    assert "Tilsyn." in {line["reason"] for line in before}
    shred(life)
    after = life.town.get(f"{life.plan}/openings", *AUDITOR).json["items"]
    assert after == [line | {"reason": None} for line in before]


def test_looking_back_brings_nothing_back(life: Life) -> None:
    query = "?" + urlencode({"knownAt": known_at(life.town, life.recorded_at)})
    assert all(texts(life.words(query)))
    shred(life)
    assert not any(texts(life.words(query)))
    answer = life.town.get(f"{life.files[0]}/content{query}", *DOCTOR)
    refused(answer, 410, "file-gone")
    alis = Alis(life.town.addresses)
    plan = life.plan.split("/")[-1]
    printed = alis("plan", "show", plan) + alis("plan", "history", plan, "--jsonl")
    assert "plan.goal-approved" in printed
    assert not [word for word in WORDS if word in printed]


def test_the_plan_goes_on_but_keeps_no_new_text(life: Life) -> None:
    shred(life)
    body = {"aboutKind": "plan", "text": "Nye ord."}
    there, plan = life.town, life.plan
    refused(there.post(f"{plan}/comments", *DOCTOR, body), 409, "subject-shredded")
    refused(attached(there, plan, *DOCTOR), 409, "subject-shredded")
    there.done(f"{plan}/arenas", *DOCTOR, {"arenas": ["ARE-01"]})
    assert len(life.stored()["files"]) == 2


def test_no_words_ever_lie_open_in_the_database(life: Life) -> None:
    life.words()
    with psycopg.connect(life.town.addresses.migrate) as connection:
        for name, statement in STORED.items():
            rows = connection.execute(statement.encode(), binary=True).fetchall()
            lying = b" ".join(bytes(v) for row in rows for v in row if isinstance(v, bytes))
            assert not [w for w in WORDS if w.encode() in lying], name
            assert PLAIN not in lying


def test_the_key_is_destroyed_by_one_who_means_it(life: Life, tmp_path: Path) -> None:
    alis, doctor = Alis(life.town.addresses), life.town.people["doctor"]
    words = ("keys", "shred", doctor)
    assert "why the key is destroyed" in alis(*words, "--reason", " ", "--yes", code=1)
    assert "Aborted" in alis(*words, "--reason", "Bedt om det.", code=1, types="n\n")
    nobody = "00000000-0000-0000-0000-00000000dead"
    said_so = alis("keys", "shred", nobody, "--reason", "x", "--yes", code=1)
    assert "there is no person" in said_so
    assert "No key has been destroyed" in alis("keys", "ledger")
    assert json.loads(alis("keys", "ledger", "--json")) == []
    assert texts(life.words())[0]
    assert "is destroyed" in alis(*words, "--reason", "Bedt om det.", types="y\n")
    assert "destroyed already" in alis(*words, "--reason", "Igjen.", "--yes", code=1)
    (line,) = json.loads(alis("keys", "ledger", "--json"))
    assert (line["subject"], line["reason"]) == (doctor, "Bedt om det.")
    assert doctor in alis("keys", "ledger")


def test_the_ledger_is_applied_again_after_the_keys_were_restored(
    life: Life, tmp_path: Path
) -> None:
    alis, other = Alis(life.town.addresses), life.town.people["another_doctor"]
    ledger = [{"subject": other, "shredded_at": "2026-01-02T12:00:00Z", "reason": "Bedt om det."}]
    copy = tmp_path / "ledger.json"
    copy.write_text(json.dumps(ledger))
    with Keys(life.town.addresses.keys) as keys:
        keys.key_for(life.town.people["another_doctor"])
        assert json.loads(alis("keys", "reapply", str(copy), "--json")) == {"again": [other]}
        assert keys.existing(life.town.people["another_doctor"]) is None
    assert "again: 0" in alis("keys", "reapply", str(copy))
    copy.write_text("{}")
    assert "is no ledger" in alis("keys", "reapply", str(copy), code=1)
