"""What can be looked at beside the database: every view of a plan, establishments and groups."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from application.ids import new_id
from application.plans.inspected import VIEWS
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.commanding import Alis
from tests.support.postgres import Databases
from tests.support.town import Town, town
from tests.web.api.exempting import applied


@pytest.fixture
def alis(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Alis:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    return Alis(databases.addresses)


@pytest.fixture
def there(alis: Alis, databases: Databases) -> Iterator[Town]:
    with town(databases.addresses) as made:
        yield made.with_new_people()


def test_every_view_of_a_plan_can_be_looked_at(alis: Alis, there: Town) -> None:
    plan = there.plan().removeprefix("/plans/")
    for name in VIEWS:
        assert alis("plan", "view", plan, name)
        json.loads(alis("plan", "view", plan, name, "--json"))


def test_lists_that_fit_are_tables_and_others_are_told_one_below_the_other(
    alis: Alis, there: Town
) -> None:
    shown = alis("plan", "view", there.plan().removeprefix("/plans/"), "versions")
    lines = [line.rstrip() for line in shown.splitlines()]
    assert lines[0] == "1 of 1"
    assert "  Guidance hours a year: 42" in lines
    assert "  Proposed by: Doctor" in lines
    heading = lines[lines.index("  Rotations:") + 1]
    assert heading.split() == ["Arena", "First", "day", "Last", "day", "Percentage", "Goals"]
    assert any(line.split() == ["leader", "2026-01-05"] for line in lines)


def test_a_view_is_given_as_it_was_known(alis: Alis, there: Town) -> None:
    plan = there.plan().removeprefix("/plans/")
    assert "not recorded at" in alis(
        "plan", "view", plan, "versions", "--known-at", "2020-01-01", code=1
    )
    for instant in ("May", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "9999-12-31"):
        refused = alis("plan", "history", plan, "--known-at", instant, code=2)
        assert f"{instant!r} is not an instant such as" in refused
    later = alis("plan", "show", plan, "--known-at", "2150-01-01", code=1)
    assert "nobody knows yet" in later
    assert "[instant-in-future]" in later
    assert "is not one of" in alis("plan", "view", plan, "weather", code=2)
    assert "no such case" in alis("plan", "view", new_id(), "versions", code=1)
    assert alis("plan", "view", plan, "corrections") == "Nothing.\n"


def test_an_establishment_is_shown_with_officers_arenas_and_programme(
    alis: Alis, there: Town
) -> None:
    shown = alis("organisation", "show", there.organisation)
    lines = [line for line in shown.splitlines() if line.strip()]
    assert "Name: Åsnes kommune" in shown
    assert "Programme:\n  Number: 1\n" in shown
    assert any(line.split()[:2] == ["Administrator", "administrator"] for line in lines)
    card = json.loads(alis("organisation", "show", there.organisation, "--json"))
    assert {officer["office"] for officer in card["officers"]} >= {"leader", "administrator"}
    assert "no such case" in alis("organisation", "show", new_id(), code=1)
    there.plan()
    assert alis("project", "rebuild")
    register = json.loads(alis("organisation", "plans", there.organisation, "--json"))
    assert [row["doctor"] for row in register] == [there.people["doctor"]]


def test_a_group_is_shown_with_its_years(alis: Alis, there: Town) -> None:
    formed = there.done("/groups", "organiser", "group-organiser", {"name": "Solør"})["caseId"]
    shown = alis("group", "show", formed)
    assert "Name: Solør" in shown
    assert "no such" in alis("group", "show", new_id(), code=1).lower()
    assert alis("project", "rebuild")
    assert [row["name"] for row in json.loads(alis("group", "list", "--json"))] == ["Solør"]


def test_an_exemption_is_listed_shown_previewed_and_expires(alis: Alis, there: Town) -> None:
    asked = applied(there)
    asked.grant()
    exemption = asked.exemption_id
    shown = alis("exemption", "show", exemption, "--on", "2026-05-04")
    assert "Status: in-force" in shown
    assert "Supervisor: Erfaren Fastlege" in shown
    assert "Status: expired" in alis("exemption", "show", exemption, "--on", "2026-08-01")
    assert "Falls from: 2026-04-02" in alis(
        "exemption", "preview", exemption, "--last-day", "2026-04-01"
    )
    assert "no such exemption" in alis("exemption", "show", new_id(), code=1)
    assert alis("project", "rebuild")
    (row,) = json.loads(alis("exemption", "list", "--json"))
    assert row["case_id"] == exemption
    noted = json.loads(alis("exemption", "expire", "--json"))["noted"]
    assert noted == ([exemption] if row["status"] == "expired" else [])
    assert alis("exemption", "list", "--lapsing-by", "2020-01-01") == "Nothing.\n"


def test_an_account_is_seen_from_another_day_and_under_another_book(
    alis: Alis, there: Town, tmp_path: Path
) -> None:
    plan = there.plan().removeprefix("/plans/")
    book = tmp_path / "shorter.toml"
    book.write_text(
        'name = "shorter"\n[[amendment]]\nrule = "guidance"\nin_force_from = 2026-02-01\n'
        'value = { hours_a_year = 21 }\nbasis = { act = "Forslag", section = "2" }\n'
    )
    asked = ("plan", "view", plan, "guidance", "--on", "2026-02-28", "--json")
    owed = [
        json.loads(alis(*asked, *law))["together"]["owed"] for law in ((), ("--law", str(book)))
    ]
    assert float(owed[0]) - float(owed[1]) == pytest.approx(1.75, abs=0.02)


def test_the_trail_of_a_decision_is_shown(alis: Alis, there: Town) -> None:
    plan = there.plan()
    made = there.done(f"{plan}/proceedings", "doctor", "doctor", {"kind": "specialist-approval"})
    told = alis("decision", "trail", made["made"])
    for said in (
        "Saken gjelder: spesialistgodkjenning",
        "Part: Doctor",
        "Hører til: virksomheten (Åsnes kommune)",
        "Det er ikke truffet noe vedtak ennå.",
        "Ingen har klaget.",
        "1. Saken ble åpnet: Doctor (lege)",
    ):
        assert said in told
    told = alis("decision", "trail", made["made"], "--language", "en", "--law", "hearing-2024")
    assert "Decided by: the Directorate of Health" in told
    assert "by law book hearing-2024" in " ".join(told.split())
    assert "No law book is called" in alis("decision", "trail", made["made"], "--law", "x", code=1)
    found = json.loads(alis("decision", "trail", made["made"], "--json"))
    assert (found["decided_by"], found["decision"]) == ("directorate", None)
    assert "no such case" in alis("decision", "trail", new_id(), code=1)


def test_the_numbers_of_appeals_are_told_with_the_cases_behind(alis: Alis, there: Town) -> None:
    plan = there.plan()
    there.clock.day = date(2026, 2, 2)
    applied = {"kind": "specialist-approval"}
    case = there.done(f"{plan}/proceedings", "doctor", "doctor", applied)["made"]
    there.clock.day = date(2026, 3, 31)
    refused = {"outcome": "refused", "text": "Tjenesten er ikke lang nok."}
    path = f"/proceedings/{case}/decide"
    there.done(path, "directorate", "directorate-officer", refused)
    assert "Vedtak: 0" in alis("decision", "statistics")
    alis("project", "rebuild")
    told = alis("decision", "statistics", "--from", "2026-03-31", "--to", "2026-03-31")
    assert "fra tirsdag 31. mars 2026, til og med tirsdag 31. mars 2026" in told
    assert f"Vedtak: 1\n  {case}\nPåklaget: 0\n" in told
    assert "Etter virksomhet\n================\nÅsnes kommune\n  Vedtak: 1\n" in told
    assert "Decisions: 0" in alis(
        "decision", "statistics", "--from", "2026-04-01", "--language", "en"
    )
    found = json.loads(alis("decision", "statistics", "--json"))
    assert found["together"][0] == {
        "of": "decisions",
        "number": 1,
        "behind": [
            {
                "proceeding": case,
                "ruling": 3,
                "kind": "specialist-approval",
                "decided_on": "2026-03-31",
            }
        ],
    }
    swapped = ("--from", "2026-04-01", "--to", "2026-03-01")
    assert "swap them" in alis("decision", "statistics", *swapped, code=1)
