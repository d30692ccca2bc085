"""What is odd in a law book is found, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.law.book import IN_FORCE
from domain.law.lint import Oddity, lint
from domain.law.proposed import PROPOSED
from domain.law.provisions import SECTIONS
from domain.law.specialist_training import ACT
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version

CITED = Citation(act=ACT, section="2", paragraph=3, sentence=2)
VALUE = IN_FORCE.guidance.wordings[-1].value


def amended(*versions: Version[object] | Repeal) -> list[tuple[str, str, date]]:
    book = IN_FORCE.amended("tried", {"guidance": versions})
    new = [odd for odd in lint(book) if odd not in lint(IN_FORCE)]
    return [(odd.kind, odd.where, odd.day) for odd in new]


def version(day: date, *, announced_on: date | None = None) -> Version[object]:
    return Version(in_force_from=day, value=VALUE, citation=CITED, announced_on=announced_on)


@pytest.mark.parametrize("book", [IN_FORCE, *PROPOSED.values()], ids=lambda book: book.name)
def test_the_law_itself_left_one_reference_dangling(book: object) -> None:
    (odd,) = lint(book)  # type: ignore[arg-type]
    assert (odd.kind, odd.day) == (Oddity.DANGLING, date(2025, 1, 1))
    assert odd.where == "spesialistforskriften § 35 andre ledd bokstav a"
    assert "§ 8 fjerde ledd femte punktum" in odd.says.nb


def test_two_wordings_from_one_day_overlap() -> None:
    day = date(2027, 1, 1)
    found = amended(version(day, announced_on=date(2026, 5, 1)), version(day))
    assert found == [(Oddity.OVERLAP, "guidance", day)]


def test_a_rule_given_anew_after_its_repeal_leaves_a_gap() -> None:
    repeal = Repeal(in_force_from=date(2027, 1, 1), citation=CITED)
    assert amended(repeal) == []
    found = amended(repeal, version(date(2028, 1, 1)))
    assert found == [(Oddity.GAP, "guidance", date(2027, 1, 1))]


def test_a_text_announced_after_it_was_in_force_is_told() -> None:
    found = amended(version(date(2027, 1, 1), announced_on=date(2027, 2, 1)))
    assert found == [(Oddity.KNOWN_LATE, "guidance", date(2027, 1, 1))]


@pytest.mark.parametrize(
    ("paragraph", "sentence", "letter", "last_day"),
    [
        pytest.param(4, 5, None, date(2024, 12, 31), id="a-sentence-taken-out"),
        pytest.param(4, 3, None, None, id="a-sentence-left"),
        pytest.param(5, None, None, date.min, id="no-such-paragraph"),
        pytest.param(4, None, "a", date.min, id="no-such-letter"),
        pytest.param(None, None, None, None, id="the-whole-section"),
        pytest.param(None, None, "a", date.min, id="a-letter-of-nothing"),
    ],
)
def test_a_provision_is_there_on_the_days_the_section_had_it(
    paragraph: int | None, sentence: int | None, letter: str | None, last_day: date | None
) -> None:
    cited = Citation(act=ACT, section="8", paragraph=paragraph, sentence=sentence, letter=letter)
    for day in (date(2024, 12, 31), date(2025, 1, 1)):
        there = last_day is None or day <= last_day
        assert SECTIONS["8"].on(day).value.has(cited) is there


def test_a_citation_of_a_sentence_the_law_has_not_is_told() -> None:
    wrong = replace(
        version(date(2027, 1, 1)),
        citation=Citation(act=ACT, section="2", paragraph=3, sentence=3),
    )
    assert amended(wrong) == [(Oddity.DANGLING, "guidance", date(2027, 1, 1))]
    unknown = replace(wrong, citation=Citation(act=ACT, section="99"))
    assert amended(unknown) == [(Oddity.DANGLING, "guidance", date(2027, 1, 1))]


def test_a_citation_is_watched_through_the_life_of_its_wording() -> None:
    """A paragraph that moved while the rule stood leaves the citation behind."""
    floor = Citation(act=ACT, section="8", paragraph=4, sentence=5)
    lived = replace(version(date(2019, 6, 1)), citation=floor)
    rule: Dated[Any] = Dated("tried", lived)
    found = [odd for odd in lint(replace(IN_FORCE, guidance=rule)) if odd.where == "guidance"]
    assert [(odd.kind, odd.day) for odd in found] == [(Oddity.DANGLING, date(2025, 1, 1))]
