"""The numbers of decisions appealed and reversed agree with the cases they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.proceedings.counted.rows import CameTo, MadeRow, made_rows
from application.proceedings.counted.statistics import (
    DECISIONS,
    MEASURES,
    Number,
    statistics,
)
from application.proceedings.trails.told.statistics import told_statistics
from application.proceedings.trails.words import COUNTED
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review
from domain.proceedings.facts import ProceedingFactCorrected
from domain.proceedings.rulings import Decided, Source
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, Refused
from tests.support.plans import DOCTOR, ORGANISATION, text
from tests.support.proceedings import (
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    refused,
)
from tests.support.trails import NO_GROUP, SHORT_SERVICE, SHORTER, quashed_story

IN_TIME, LATE = date(2026, 4, 21), date(2026, 4, 22)
C = CameTo


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def forwarded(story: Story) -> Story:
    return story.reviewed(day(5, 4)).forwarded(day(5, 8))


def heard(outcome: Outcome, result: Decided | None = None) -> Story:
    return forwarded(refused().filed(IN_TIME)).heard(day(9, 1), outcome, result=result)


def dismissed() -> Story:
    story = refused().filed(LATE).dismissed(day(4, 27)).notified(day(4, 27))
    return story.filed(day(5, 4), appeal=OTHER_APPEAL)


STORIES: dict[str, tuple[Callable[[], Story], set[CameTo]]] = {
    "not appealed": (refused, set()),
    "under way": (lambda: refused().filed(IN_TIME), {C.APPEALED, C.IN_TIME, C.UNDER_WAY}),
    "late": (lambda: refused().filed(LATE), {C.APPEALED, C.LATE, C.UNDER_WAY}),
    "late and taken on": (
        lambda: refused().filed(LATE).accepted(day(4, 27)),
        {C.APPEALED, C.LATE, C.TAKEN_ON_LATE, C.UNDER_WAY},
    ),
    "withdrawn": (
        lambda: refused().filed(IN_TIME).withdrawn(day(4, 27)),
        {C.APPEALED, C.IN_TIME, C.WITHDRAWN},
    ),
    "changed at first": (
        lambda: refused().filed(IN_TIME).reviewed(day(5, 4), Review.CHANGED),
        {C.APPEALED, C.IN_TIME, C.CHANGED_AT_FIRST, C.OVERTURNED},
    ),
    "changed by the board": (
        lambda: heard(Outcome.CHANGED, Decided.GRANTED),
        {C.APPEALED, C.IN_TIME, C.FORWARDED, C.CHANGED, C.OVERTURNED},
    ),
    "upheld": (
        lambda: heard(Outcome.UPHELD),
        {C.APPEALED, C.IN_TIME, C.FORWARDED, C.UPHELD},
    ),
    "quashed": (
        lambda: heard(Outcome.QUASHED),
        {C.APPEALED, C.IN_TIME, C.FORWARDED, C.QUASHED, C.OVERTURNED},
    ),
    "dismissed by the board": (
        lambda: heard(Outcome.DISMISSED),
        {C.APPEALED, C.IN_TIME, C.FORWARDED, C.DISMISSED},
    ),
    "reversed": (
        lambda: refused().reversed(ReversalGround.NOT_TO_DETRIMENT, Decided.GRANTED, on=day(5, 4)),
        {C.REVERSED, C.OVERTURNED},
    ),
    "dismissal appealed": (
        dismissed,
        {C.APPEALED, C.LATE, C.DISMISSED_AT_FIRST, C.DISMISSAL_APPEALED},
    ),
    "dismissal upheld by the board": (
        lambda: (
            dismissed()
            .reviewed(day(5, 11), appeal=OTHER_APPEAL)
            .forwarded(day(5, 12), appeal=OTHER_APPEAL)
            .heard(day(9, 1), Outcome.UPHELD, appeal=OTHER_APPEAL)
        ),
        {C.APPEALED, C.LATE, C.DISMISSED_AT_FIRST, C.DISMISSAL_APPEALED},
    ),
    "dismissal quashed by the board": (
        lambda: (
            dismissed()
            .reviewed(day(5, 11), appeal=OTHER_APPEAL)
            .forwarded(day(5, 12), appeal=OTHER_APPEAL)
            .heard(day(9, 1), Outcome.QUASHED, appeal=OTHER_APPEAL)
        ),
        # The first appeal is taken up again; the decision itself stands as it did.
        {
            C.APPEALED,
            C.LATE,
            C.DISMISSED_AT_FIRST,
            C.DISMISSAL_APPEALED,
            C.DISMISSAL_SET_ASIDE,
            C.UNDER_WAY,
        },
    ),
    "one late and another for a person": (
        lambda: refused().filed(LATE).filed(day(4, 23), appeal=OTHER_APPEAL, appellant=OTHER_PARTY),
        {C.APPEALED, C.FOR_A_PERSON, C.UNDER_WAY},
    ),
    "two, the best of them in time": (
        lambda: (
            refused()
            .filed(IN_TIME, Defect.SIGNATURE)
            .filed(day(4, 23), appeal=OTHER_APPEAL, appellant=OTHER_PARTY)
        ),
        {C.APPEALED, C.IN_TIME, C.UNDER_WAY},
    ),
}


def case(number: int) -> Id:
    return Id(f"{UUID(int=number)}")


def rows(story: Story, number: int = 1) -> list[MadeRow]:
    return list(made_rows(case(number), story.case, {}))


@pytest.mark.parametrize("name", STORIES)
def test_what_became_of_a_decision_is_told_of_it(name: str) -> None:
    story, expected = STORIES[name]
    (row,) = rows(story())
    assert set(row.came_to) == expected
    assert (row.party, row.organisation, row.decided_on) == (DOCTOR, ORGANISATION, day(3, 31))


def test_one_made_anew_is_another_decision_and_each_has_its_own_appeals() -> None:
    """Two appealed the first, one of them dismissed; the second is appealed anew."""
    first, second = rows(quashed_story())
    assert set(first.came_to) == {
        C.APPEALED,
        C.IN_TIME,
        C.DISMISSED_AT_FIRST,
        C.FORWARDED,
        C.QUASHED,
        C.OVERTURNED,
    }
    assert set(second.came_to) == {C.APPEALED, C.IN_TIME, C.UNDER_WAY}
    assert (first.rules, second.rules) == ((NO_GROUP.rule, SHORT_SERVICE.rule), (SHORTER.rule,))
    assert first.hears == second.hears == ("personnel-board",)


def test_every_measure_is_met_by_some_story_and_has_words() -> None:
    met = {one for _, told in STORIES.values() for one in told}
    assert met == set(CameTo)
    assert COUNTED.keys() == set(MEASURES)


def test_what_was_marked_as_an_error_counts_no_longer() -> None:
    story = refused().filed(IN_TIME)
    mark = story.case.mark(
        ProceedingFactCorrected, story.case.version, by=DOCTOR, on=day(4, 22), reason=text()
    )
    assert C.APPEALED in rows(story)[0].came_to
    assert rows(story.told(mark))[0].came_to == ()


def number(numbers: Iterable[Number], of: str) -> Number:
    return next(one for one in numbers if one.of == of)


def test_days_are_both_included_and_swapped_ones_refused() -> None:
    told = rows(refused())
    on = day(3, 31)
    for first, last, there in (
        (on, on, 1),
        (None, on, 1),
        (on, None, 1),
        (None, on - timedelta(days=1), 0),
        (on + timedelta(days=1), None, 0),
    ):
        assert number(statistics(told, first, last).together, DECISIONS).number == there
    with pytest.raises(Invalid, match="before the first day"):
        statistics(told, on, on - timedelta(days=1))


APPEALS = [Id(f"{UUID(int=0xE00 + place)}") for place in range(14)]
Act = Callable[[Story, date, Id, Id], Story]
"""An act on a day, given the id of an appeal not filed yet, and of the last that was."""
ACTS: list[Act] = [
    lambda story, on, new, _: story.filed(on, appeal=new),
    lambda story, on, new, _: story.filed(on, appeal=new, appellant=OTHER_PARTY),
    lambda story, on, _, last: story.accepted(on, appeal=last),
    lambda story, on, _, last: story.dismissed(on, appeal=last),
    lambda story, on, _, last: story.withdrawn(on, appeal=last),
    lambda story, on, _, last: story.reviewed(on, appeal=last),
    lambda story, on, _, last: story.reviewed(on, Review.PARTLY_CHANGED, appeal=last),
    lambda story, on, _, last: story.forwarded(on, appeal=last),
    lambda story, on, _, last: story.heard(on, appeal=last),
    lambda story, on, _, last: story.heard(on, Outcome.QUASHED, appeal=last),
    lambda story, on, _, last: story.heard(on, Outcome.DISMISSED, appeal=last),
    lambda story, on, *_: story.decided(on=on),
    lambda story, on, *_: story.notified(on),
    lambda story, on, *_: story.reversed(ReversalGround.NOT_TO_DETRIMENT, Decided.GRANTED, on=on),
]


def acted(chosen: Iterable[Act]) -> Story:
    """Return what a refusal came to by acts on following days; those refused are left out."""
    story, on = refused(), day(4, 15)
    for act in chosen:
        on += timedelta(days=2)
        filed = list(story.case.appeals.by_id)
        last = filed[-1] if filed else APPEALS[0]
        with suppress(Refused):
            act(story, on, APPEALS[len(filed)], last)
    return story


@given(st.lists(st.sampled_from(ACTS), max_size=14))
def test_in_any_order_of_acts_each_decision_is_one_row_and_timeliness_one_of_three(
    chosen: list[Act],
) -> None:
    story = acted(chosen)
    told = rows(story)
    assert [row.ruling for row in told] == story.case.ruled.made_at
    for row in told:
        came_to = set(row.came_to)
        judged = came_to & {C.IN_TIME, C.LATE, C.FOR_A_PERSON}
        assert len(judged) == (C.APPEALED in came_to)
        overturned = {C.CHANGED_AT_FIRST, C.CHANGED, C.QUASHED, C.REVERSED}
        assert (C.OVERTURNED in came_to) == bool(came_to & overturned)
        assert C.DISMISSAL_SET_ASIDE not in came_to or C.DISMISSAL_APPEALED in came_to
    # Every appeal against a decision is behind the decision that stood when it came in.
    against = [story.case.ruling_against(one) for one in story.case.appeals.by_id.values()]
    decisions = {
        max(at for at in story.case.ruled.made_at if at <= one.at)
        for one in against
        if one and one.source not in (Source.DISMISSED, Source.HEARD)
    }
    assert {row.ruling for row in told if C.APPEALED in row.came_to} == decisions


def test_the_numbers_are_told_in_words_with_the_cases_behind() -> None:
    told = [*rows(STORIES["upheld"][0](), 1), *rows(quashed_story(), 2)]
    sections = told_statistics(statistics(told, day(1, 1), None), {ORGANISATION: "Åsnes kommune"})
    together, by_kind, by_rule, by_place = (
        [line.says.nb for line in section.lines] for section in sections
    )
    assert together[:3] == ["Vedtak: 3", case(1), case(2)]
    assert "Endret, opphevet eller omgjort i alt: 1" in together
    assert "Omgjort uten klage: 0" in together
    assert by_kind[0] == "spesialistgodkjenning"
    assert {"uten funn", NO_GROUP.rule, SHORT_SERVICE.rule} <= set(by_rule)
    assert by_place[0] == "Åsnes kommune"
    assert sections[0].heading.en.endswith("from Thursday 1 January 2026")
