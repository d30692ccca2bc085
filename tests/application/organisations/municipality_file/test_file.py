"""What the file of an organisation may say, and how it is told what is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from application.organisations.municipality_file.file import read
from application.organisations.municipality_file.problems import FileRefused
from tests.application.organisations.municipality_file.fjellvik import GOOD, changed, problems


def test_a_good_file_is_read() -> None:
    found = read(GOOD, "fjellvik.toml")
    assert (found.name, found.organisation_number) == ("Fjellvik kommune", "123456785")
    assert found.registered.decided_on == date(2019, 4, 1)
    assert found.programme.first_day == date(2020, 1, 1)
    assert [len(arena.goals) for arena in found.arenas] == [55, 2]
    assert found.arenas[0].printed_common == ""
    assert found.arenas[1].common_goals == ("FKM-001", "FKM-002", "FKM-003")


def test_bytes_with_a_mark_and_the_line_endings_of_windows_are_read_the_same() -> None:
    windows = GOOD.replace("\n", "\r\n").encode("utf-8-sig")
    assert read(windows, "fjellvik.toml") == read(GOOD, "fjellvik.toml")


def test_the_organisation_number_can_be_left_out() -> None:
    without = changed('organisation_number = "123 456 785"\n', "")
    assert read(without, "fjellvik.toml").organisation_number is None


def test_a_programme_without_a_day_counts_from_the_registration() -> None:
    without = changed("first_day = 2020-01-01\n", "")
    assert read(without, "fjellvik.toml").programme.first_day == date(2019, 3, 1)


def test_an_arena_that_offers_nothing_is_told() -> None:
    idle = changed('    "ALM-055",\n    "ALM-085",\n', "").replace('["FKM-001..FKM-003"]', "[]")
    assert [(p.line, p.field) for p in problems(idle)] == [(33, "arenas[2].goals")]


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        pytest.param("arenas = []\n", 1, "arenas", id="empty-list"),
        pytest.param("[arenas]\n", 1, "arenas", id="one-table-for-all"),
        pytest.param("arenas = [1]\n", 1, "arenas[1]", id="list-of-something-else"),
    ],
)
def test_arenas_must_be_tables_and_at_least_one(text: str, line: int, field: str) -> None:
    assert (line, field) in [(p.line, p.field) for p in problems(text)]


def test_an_empty_file_is_told_everything_it_lacks_once() -> None:
    lacking = ["organisation", "registered", "programme", "arenas"]
    assert [(p.line, p.field) for p in problems("")] == [(1, field) for field in lacking]


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    text = changed("ALM-056", "ALM-56").replace('"nursing-home"', '"x"')
    text = text.replace('"Hver uke."', '""').replace("2019-03-01", "1")
    found = [(p.line, p.field) for p in problems(text)]
    assert found == [
        (6, "registered.first_day"),
        (12, "programme.guidance"),
        (22, "arenas[1].goals[2]"),
        (30, "arenas[2].kind"),
    ]


def test_the_refusal_reads_as_a_list_of_places() -> None:
    with pytest.raises(FileRefused) as refused:
        read(changed('"Hver uke."', '""'), "fjellvik.toml")
    assert refused.value.code == "file-refused"
    assert refused.value.text.en == "fjellvik.toml, line 12, programme.guidance: must not be empty."
    assert (
        refused.value.text.nb == "fjellvik.toml, linje 12, programme.guidance: kan ikke være tom."
    )
