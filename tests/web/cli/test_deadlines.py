"""`alis deadline`: asked without a database, answered with every step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from web.cli.main import main


def alis(*words: str, code: int = 0) -> str:
    ran = CliRunner(env={"DATABASE_URL": "postgresql://nowhere.invalid/none"}).invoke(
        main, ["deadline", "appeal", *words]
    )
    assert ran.exit_code == code, ran.output
    return ran.output


def told(*words: str) -> Any:
    return json.loads(alis(*words, "--json"))


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("--arrived 2026-04-10", "2026-05-04"),
        ("--arrived 2026-03-16 --decided 2026-03-10", "2026-04-07"),
        (
            "--channel digital --available 2026-04-09 --alerted 2026-04-10",
            "2026-05-04",
        ),
        ("--arrived 2026-03-02 --representative-arrived 2026-03-04", "2026-03-25"),
        (
            "--arrived 2026-01-15 --reasons-demanded 2026-01-30 --reasons-arrived 2026-02-10",
            "2026-03-03",
        ),
        ("--arrived 2026-01-15 --reasons-demanded 2026-01-30", None),
        (
            "--arrived 2026-01-15 --extended-on 2026-02-05 --extended-until 2026-02-20",
            "2026-02-20",
        ),
        ("--arrived 2026-04-10 --defective", "2026-05-04"),
    ],
)
def test_the_last_day_is_told_to_programs(words: str, last: str | None) -> None:
    found = told(*words.split())
    assert found["lastDay"] == last
    assert found["steps"]
    assert found["citations"]
    assert all({"rule", "says", "basis", "confidence"} <= set(step) for step in found["steps"])
    assert found["law"] == "in-force/2026-07-02"


def test_names_are_those_of_the_api() -> None:
    found = told("--arrived", "2026-04-10", "--decided", "2025-05-10")
    assert found["lateAppealsUntil"] == {"rawDay": "2026-05-10", "rolledDay": "2026-05-11"}
    assert [odd["id"] for odd in found["ambiguities"]] == ["AMB-51", "AMB-34"]
    first = found["citations"][0]
    assert first["nb"] == "forvaltningsloven (LOV-1967-02-10) § 29 første ledd første punktum"
    assert "amendedBy" in json.dumps(found)
    assert [off["day"] for off in found["daysOff"]] == ["2026-05-01", "2026-05-02", "2026-05-03"]


def test_it_is_told_to_people_in_either_language() -> None:
    asked = ("--arrived", "2026-04-10")
    english, norwegian = alis(*asked), alis(*asked, "--language", "nb")
    assert english.startswith("Last day: Monday 4 May 2026\n  1. ")
    assert "section 29, paragraph 1, sentence 1" in english
    assert norwegian.startswith("Siste dag: mandag 4. mai 2026\n  1. ")
    assert "§ 29 første ledd første punktum" in norwegian
    assert "Loven avgjør ikke:\n  AMB-51" in norwegian
    waiting = (*asked, "--reasons-demanded", "2026-04-12")
    assert alis(*waiting).startswith("Last day: none before the reasons arrive\n")


def test_another_law_is_chosen_by_name_or_file(tmp_path: Path) -> None:
    asked = ("--arrived", "2027-03-02", "--law")
    found = told(*asked, "new-administration-act")
    assert "AMB-42" in {odd["id"] for odd in found["ambiguities"]}
    assert any("LOV-2025-06-20-81" in cited["act"] for cited in found["citations"])
    before = told("--decided", "2026-12-31", *asked, "new-administration-act")
    assert not any(cited["section"] == "63" for cited in before["citations"])
    file = tmp_path / "longer.toml"
    file.write_text(
        'name = "longer"\n[[amendment]]\nrule = "appeal"\nin_force_from = 2027-01-01\n'
        'value = { length = 6 }\nbasis = { act = "Forslag", section = "1" }\n',
        "utf-8",
    )
    assert told(*asked, str(file))["lastDay"] == "2027-04-13"
    known = told(*asked, str(file), "--known-at", "2026-12-31")
    assert known["lastDay"] == "2027-03-23"
    assert known["law"] == "longer/2026-07-02 as announced by 2026-12-31"


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        ("", "State when the notice reached the party", 1),
        ("--arrived 10.4.2026", "is not a day such as", 2),
        ("--arrived 9999-01-01", "is not a day such as", 2),
        ("--arrived 2026-04-10 --channel pigeon", "is not one of", 2),
        ("--arrived 2026-04-10 --channel digital", "[alert-missing; L-EFV-01; ", 1),
        (
            "--arrived 2026-01-15 --extended-on 2026-02-06 --extended-until 2026-03-01",
            "[deadline-expired; L-FVL-04; ",
            1,
        ),
        ("--arrived 2026-04-10 --law moon", "[unknown-law]", 1),
        ("--arrived 2026-04-10 --known-at 1990-01-01", "[no-rule-in-force]", 1),
    ],
)
def test_what_cannot_be_so_is_refused_in_a_sentence(words: str, says: str, code: int) -> None:
    assert says in alis(*words.split(), code=code)


def run(*words: str, code: int = 0) -> str:
    ran = CliRunner(env={"DATABASE_URL": "postgresql://nowhere.invalid/none"}).invoke(
        main, ["deadline", *words]
    )
    assert ran.exit_code == code, ran.output
    return ran.output


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        pytest.param("cost_claim", "2026-05-04", "2026-05-26", id="L-FVL-11"),
        pytest.param("detriment_notice", "2026-01-20", "2026-04-20", id="L-FVL-09"),
        pytest.param("appeal_processing", "2026-01-31", "2026-05-31", id="R-APP-04"),
        pytest.param("appeal_by_others", "2026-11-30", "2027-03-01", id="L-FVL-02"),
    ],
)
def test_a_period_of_the_register_is_told(name: str, start: str, last: str) -> None:
    assert json.loads(run("period", name, "--start", start, "--json"))["lastDay"] == last


def test_the_periods_are_listed_with_whom_they_bind() -> None:
    lines = {one["period"]: one for one in json.loads(run("list", "--on", "2026-07-02", "--json"))}
    assert lines["appeal_processing"]["nature"] == "service target, never law"
    assert lines["cost_claim"]["citation"]["nb"].startswith("forvaltningsloven")
    assert "cost_claim: 3 weeks" in run("list", "--on", "2026-07-02")


def test_an_unknown_period_is_told_with_those_there_are() -> None:
    assert "choose appeal, appeal_once_known" in run("period", "x", "--start", "2026-05-04", code=1)


def test_what_can_be_done_against_a_decision_is_told() -> None:
    """AMB-29: a goal leads to a new assessment."""
    env = {"DATABASE_URL": "postgresql://nowhere.invalid/none"}
    asked = ["decision", "remedy", "goal-outcome", "--decided", "2026-03-31"]
    shown = CliRunner(env=env).invoke(main, asked)
    assert "new-assessment: sent to establishment, heard by county-governor" in shown.output
    assert "AMB-29" in shown.output
    found = json.loads(CliRunner(env=env).invoke(main, [*asked, "--json"]).output)
    assert (found["remedy"], found["weeks"]) == ("new-assessment", None)
