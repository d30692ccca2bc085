"""Whatever is counted, the sums agree with the cases: each once where a case has one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from application.proceedings.counted.rows import CameTo, MadeRow
from application.proceedings.counted.statistics import (
    DECISIONS,
    MEASURES,
    AppealStatistics,
    Group,
    Number,
    statistics,
)
from domain.law.remedies import DecisionKind
from domain.shared.ids import Id


def case(number: int) -> Id:
    return Id(f"{UUID(int=number)}")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def number(numbers: Iterable[Number], of: str) -> Number:
    return next(one for one in numbers if one.of == of)


counted = st.builds(
    MadeRow,
    case_id=st.integers(1, 12).map(case),
    ruling=st.integers(2, 4),
    kind=st.sampled_from([str(kind) for kind in DecisionKind][:3]),
    instance=st.just("directorate"),
    organisation=st.integers(101, 103).map(case),
    party=st.integers(201, 203).map(case),
    decided_on=st.integers(0, 20).map(lambda days: day(3, 1) + timedelta(days=days)),
    outcome=st.just("refused"),
    rules=st.sets(st.sampled_from(["one rule", "another", "a third"])).map(
        lambda rules: tuple(sorted(rules))
    ),
    came_to=st.sets(st.sampled_from(CameTo)).map(lambda told: tuple(sorted(map(str, told)))),
    hears=st.just(()),
)
many = st.lists(counted, max_size=30, unique_by=lambda row: (row.case_id, row.ruling))


def behind(numbers: Iterable[Number], of: str) -> Counter[tuple[Id, int]]:
    return Counter((one.proceeding, one.ruling) for one in number(numbers, of).behind)


def summed(groups: Iterable[Group], of: str) -> Counter[tuple[Id, int]]:
    total: Counter[tuple[Id, int]] = Counter()
    for group in groups:
        total += behind(group.numbers, of)
    return total


@given(many, st.integers(0, 20), st.integers(0, 20))
def test_the_sums_agree_with_the_cases(told: list[MadeRow], one: int, another: int) -> None:
    first, last = (day(3, 1) + timedelta(days=days) for days in sorted((one, another)))
    found = statistics(told, first, last)
    within = [row for row in told if first <= row.decided_on <= last]
    rules = {(row.case_id, row.ruling): len(row.rules) or 1 for row in within}
    for of in MEASURES:
        expected = Counter(
            (row.case_id, row.ruling) for row in within if of == DECISIONS or of in row.came_to
        )
        # Once together, under its kind and under its establishment.
        assert behind(found.together, of) == expected
        assert summed(found.by_kind, of) == expected
        assert summed(found.by_organisation, of) == expected
        # Under each of its rules once, or under none.
        assert summed(found.by_rule, of) == Counter({key: rules[key] for key in expected})
        for groups in (found.by_kind, found.by_rule, found.by_organisation):
            assert all(max(behind(group.numbers, of).values(), default=1) == 1 for group in groups)
    assert all(one.number == len(one.behind) for one in _every(found))


def _every(found: AppealStatistics) -> list[Number]:
    groups = (*found.by_kind, *found.by_rule, *found.by_organisation)
    return [*found.together, *(one for group in groups for one in group.numbers)]
