"""Words that seem to name a patient are brought in only when somebody answers for them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from application.plans.history_file.problems import HistoryRefused
from tests.support import portal as p
from tests.support.documents import NUMBER
from tests.support.portal import Portal

WORDS = f"Vi snakket om\n{NUMBER} på mandag."
NAMING = p.SESSION | {"text": WORDS}


@pytest.mark.parametrize("row", [p.SESSION, p.ACTIVITY], ids=["session", "activity"])
def test_they_are_told_on_their_line_and_not_repeated(
    portal: Portal, row: Mapping[str, str]
) -> None:
    before = portal.history()
    with pytest.raises(HistoryRefused) as refused:
        portal.bring_in(portal.of_the_doctor(p.GOAL, {**row, "text": WORDS}))
    (told,) = refused.value.problems
    assert (told.line, told.field) == (3, "text")
    assert "looks like an identity number stands in the text (line 2, character 1)" in told.says.en
    assert "No patient may be recognisable (R-KP-03)" in told.says.en
    assert "Ingen pasient skal kunne kjennes igjen (R-KP-03)" in told.says.nb
    assert NUMBER not in str(refused.value)
    assert portal.history() == before


def test_a_dry_run_tells_them_too(portal: Portal) -> None:
    with pytest.raises(HistoryRefused, match="R-KP-03"):
        portal.bring_in(portal.of_the_doctor(NAMING), dry_run=True)


def test_one_who_confirms_for_the_file_brings_them_in(portal: Portal) -> None:
    content = portal.of_the_doctor(NAMING, p.ACTIVITY | {"text": NUMBER})
    assert portal.bring_in(content, patients_not_named=True).new == 2


def test_lines_known_already_need_no_confirmation(portal: Portal) -> None:
    content = portal.of_the_doctor(NAMING)
    portal.bring_in(content, patients_not_named=True)
    report = portal.bring_in(content)
    assert (report.new, report.known) == (0, 1)


def test_other_numbers_are_only_numbers(portal: Portal) -> None:
    words = f"Kontroll 12.05.2026, telefon 62 95 66 00, sak {NUMBER[:-1]}4."
    assert portal.bring_in(portal.of_the_doctor(p.SESSION | {"text": words})).new == 1
