"""`alis law`: shown for any day, as announced by any day, and amended by a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from application.law.page import law_page
from domain.law.book import IN_FORCE
from web.cli.main import main

AMENDMENT = """
name = "tried"
[[amendment]]
rule = "guidance"
in_force_from = 2027-01-01
value = { hours_a_year = 36 }
basis = { act = "Forslag", section = "2" }
"""


def alis(*arguments: str, code: int = 0) -> str:
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code == code, ran.output
    return ran.output


def test_the_whole_book_is_the_page_in_the_documents() -> None:
    assert alis("law", "show") == law_page(IN_FORCE) + "\n"


def test_the_wordings_in_force_on_a_day() -> None:
    shown = alis("law", "show", "--on", "2021-06-01", "--rule", "guidance")
    assert "guidance, from 2021-01-01 to 2021-12-31" in shown
    assert "hours a year: 42" in shown
    assert "FOR-2020-12-09-2780, announced 2020-12-09, confidence A" in shown


def test_a_day_before_the_scheme_has_no_rule_of_the_training_regulation() -> None:
    told = json.loads(alis("law", "show", "--on", "2018-01-01", "--json"))
    assert told["wordings"]
    acts = {line["citation"]["act"] for line in told["wordings"]}
    assert "spesialistforskriften" not in acts


@pytest.mark.parametrize(
    ("known_at", "last_day"), [("2022-06-15", "2022-03-01"), ("2022-08-26", "2023-12-31")]
)
def test_the_law_as_announced_by_a_day(known_at: str, last_day: str) -> None:
    asked = ("--on", "2022-09-01", "--rule", "goals_assessed", "--known-at", known_at)
    assert f"last day: {last_day}" in alis("law", "show", *asked)


def test_what_is_repealed_says_so() -> None:
    asked = ("--on", "2025-01-01", "--rule", "open_practice_floor")
    assert "  repealed\n" in alis("law", "show", *asked)


def test_a_file_can_be_checked_and_then_used_as_a_book(tmp_path: Path) -> None:
    file = tmp_path / "tried.toml"
    file.write_text(AMENDMENT, "utf-8")
    checked = alis("law", "check", str(file))
    assert "guidance, from 2027-01-01 on" in checked
    assert "from 2025-01-01" not in checked
    told = json.loads(alis("law", "check", str(file), "--json"))
    assert (told["law"], len(told["changes"]), told["odd"]) == ("tried/2026-07-02", 1, [])
    asked = ("--law", str(file), "--on", "2027-01-01", "--rule", "guidance")
    assert "hours a year: 36" in alis("law", "show", *asked)
    unread = alis("law", "show", *asked, "--known-at", "2026-12-31")
    assert "hours a year: 42" in unread


def test_everything_wrong_with_a_file_is_told_by_its_place(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(AMENDMENT.replace("2027", "2019").replace("guidance", "gidance"), "utf-8")
    told = alis("law", "check", str(file), code=1)
    assert f'{file}: amendment 1, rule: no rule is called "gidance"' in told
    file.write_bytes(b"\xff")
    assert "is not UTF-8 text" in alis("law", "check", str(file), code=1)


def test_what_is_odd_is_told() -> None:
    assert "section 8, paragraph 4, sentence 5" in " ".join(alis("law", "lint").split())
    (odd,) = json.loads(alis("law", "lint", "--json"))
    assert odd["kind"] == "dangling"


@pytest.mark.parametrize(
    ("arguments", "says", "code"),
    [
        (("show", "--on", "yesterday"), "is not a day such as 2026-05-03", 2),
        (("show", "--on", "0001-01-01"), "is not a day such as 2026-05-03", 2),
        (("show", "--law", "moon"), 'No law book is called "moon"; choose in-force', 1),
        (("show", "--rule", "moon"), "the rules are guidance", 1),
        (("check", "missing.toml"), "does not exist", 2),
    ],
)
def test_bad_input_is_told(arguments: tuple[str, ...], says: str, code: int) -> None:
    assert says in alis("law", *arguments, code=code)
