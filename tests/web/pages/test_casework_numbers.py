"""Decisions in numbers on pages: each office counts its own, and a number leads to its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from infrastructure.embedded import EmbeddedPostgres
from tests.support.cases_on_pages import LINK, NOT_FOR_ONE, appealed, at, looks, visible
from tests.support.town_fixtures import own_town
from tests.web.api.inbox import a_refusal
from tests.web.api.test_proceedings import Room

HERE = "/directorate-officer/numbers"


@pytest.fixture(scope="module")
def room(server: EmbeddedPostgres) -> Iterator[Room]:
    """One refusal there is, that was appealed."""
    with own_town(server) as made, a_refusal(made.with_new_people()) as found:
        appealed(found)
        yield found


def numbers(page: str, begins: str) -> list[str]:
    """Return the numbers in the cells of a row, by what stands in its first."""
    rows = [re.findall(r"<td>(.*?)</td>", one, re.DOTALL) for one in page.split("<tr>")]
    found = next(cells for cells in rows if cells and visible(cells[0]).strip() == begins)
    return [visible(cell).split()[0] for cell in found[1:]]


def test_numbers_are_found_from_the_docket_and_lead_to_the_cases_behind(room: Room) -> None:
    officer = looks(room, "directorate")
    officer.get("/directorate-officer")
    assert HERE in officer.page
    officer.get(HERE)
    for begins, told in (("Vedtak", ["1"]), ("Påklaget", ["1"]), ("Stadfestet", [])):
        assert begins in visible(officer.page)
        if told:
            assert numbers(officer.page, begins) == told
    assert numbers(officer.page, "Åsnes kommune")[:2] == ["1", "1"]
    behind = f"{HERE}?of=appealed&by=organisation&key={room.town.organisation}"
    assert behind in officer.page
    officer.get(behind)
    assert "Sakene bak: Påklaget (Åsnes kommune)" in visible(officer.page)
    assert at(room, "directorate-officer") in LINK.findall(officer.page)


def test_only_those_decided_in_the_days_are_counted(room: Room) -> None:
    officer = looks(room, "directorate")
    officer.get(f"{HERE}?from=2026-04-01&to=")
    assert numbers(officer.page, "Vedtak") == ["0"]
    officer.get(f"{HERE}?from=2026-03-01&to=2026-03-31")
    assert numbers(officer.page, "Vedtak") == ["1"]
    assert f"{HERE}?from=2026-03-01&to=2026-03-31&of=decisions" in officer.page


@pytest.mark.parametrize(
    ("asked", "wrong", "kept"),
    [
        ("from=2026-13-01", "Avgjort fra og med: ", "2026-13-01"),
        ("from=2026-03-02&to=2026-03-01", "er før første dag", "2026-03-02"),
    ],
)
def test_days_that_are_none_are_told_beside_their_field(
    room: Room, asked: str, wrong: str, kept: str
) -> None:
    officer = looks(room, "directorate")
    officer.get(f"{HERE}?{asked}")
    assert officer.status == 400
    assert "Dette må rettes" in officer.page
    assert wrong in visible(officer.page)
    assert f'value="{kept}"' in officer.page


@pytest.mark.parametrize("asked", ["of=nothing", "of=appealed&by=kind&key=x", "by=x&of=late"])
def test_a_number_there_is_not_has_nothing_behind_it(room: Room, asked: str) -> None:
    officer = looks(room, "directorate")
    officer.get(f"{HERE}?{asked}")
    assert officer.status == 200
    assert "Sakene bak" not in officer.page


def test_each_office_counts_its_own_and_others_none(room: Room) -> None:
    for name, role, counted in (
        ("auditor", "auditor", "1"),
        ("board", "personnel-board-officer", "0"),
        ("leader", "leader", "0"),
    ):
        visitor = looks(room, name)
        visitor.get(f"/{role}/numbers")
        assert numbers(visitor.page, "Vedtak") == [counted], role
    doctor = looks(room, "doctor")
    doctor.get(HERE)
    assert doctor.status in NOT_FOR_ONE
