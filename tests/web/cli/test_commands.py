"""Single commands over the town's own databases: sentences, JSON, and nothing half done."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from domain.shared.ids import parsed_id
from infrastructure.projector.lease import REBUILDING, Lease
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.commanding import Alis
from tests.support.postgres import Databases
from tests.support.town import town

AASNES = Path("application/organisations/municipality_file/data/aasnes.toml")


@pytest.fixture
def alis(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Alis:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    return Alis(databases.addresses)


def test_a_body_is_not_touched_when_the_name_is_missing(alis: Alis) -> None:
    assert "State the name" in alis("body", "first", " ", code=1)
    admin = json.loads(alis("body", "first", "Drift", "--json"))
    assert admin["name"] == "Drift"
    appoint = ("body", "appoint", "audit")
    assert "State the name" in alis(*appoint, " ", "--by", admin["person"], code=1)
    officer = json.loads(alis(*appoint, "Revisor", "--by", admin["person"], "--json"))
    assert parsed_id(officer["person"]) != parsed_id(admin["person"])
    assert officer["kind"] == "audit"


def test_a_body_there_is_not_is_refused_with_those_there_are(alis: Alis) -> None:
    admin = json.loads(alis("body", "first", "Drift", "--json"))["person"]
    refused = alis("body", "appoint", "parliament", "X", "--by", admin, code=1)
    assert 'There is no body "parliament"; choose ' in refused


def test_migrate_and_rebuild_answer_a_program(alis: Alis) -> None:
    assert json.loads(alis("migrate", "--json")) == {"applied": []}
    assert json.loads(alis("project", "rebuild", "--json")) == {"position": 0}


def test_a_rebuild_while_another_runs_is_refused_in_a_sentence(
    alis: Alis, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infrastructure.projector.rebuilding.SECONDS_OF_SWEEPING", 0.2)
    with Lease(databases.addresses.application, REBUILDING) as other:
        assert other.take_now()
        said = alis("project", "rebuild", code=1)
    assert "another process is rebuilding the rows" in said


def test_a_municipality_is_imported_for_a_program(alis: Alis, tmp_path: Path) -> None:
    admin = json.loads(alis("body", "first", "Drift", "--json"))["person"]
    officer = json.loads(alis("body", "appoint", "directorate", "X", "--by", admin, "--json"))
    receipt = json.loads(
        alis("organisation", "import", str(AASNES), "--by", officer["person"], "--json")
    )
    assert receipt["version"] == 9
    assert "no such plan" in alis("plan", "history", receipt["case_id"], code=1)
    assert "no such plan" in alis("plan", "history", str(new_id()), code=1)


def test_markup_in_what_people_wrote_is_shown_as_it_is(alis: Alis, databases: Databases) -> None:
    with town(databases.addresses) as made:
        there = made.with_new_people()
        plan = there.plan().split("/")[-1]
        surgeon = new_id()
        there.services.people.enter_unasked(EnterPerson(person=surgeon, name="Kari [/bold] Vik"))
        body = {"person": str(surgeon), "competenceArea": "[red]kirurgi", "firstDay": "2026-02-01"}
        there.done(f"/plans/{plan}/clinical-supervisors", "leader", "leader", body)
    shown = alis("plan", "show", plan)
    assert "([red]kirurgi): Kari [/bold] Vik" in shown
    assert "[red]kirurgi" in alis("plan", "history", plan)
