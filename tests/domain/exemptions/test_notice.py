"""The notice of a refusal: until when it can be appealed, computed, corrected, computed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.exemptions.deadlines import exemption_deadlines
from domain.exemptions.exemption import Exemption
from domain.exemptions.notice import AppealDeadlineComputed, NoticeArrived
from domain.law.book import IN_FORCE, LawBook
from domain.shared.dated import Version
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed
from tests.support import exemptions, notices
from tests.support.history import Given, folded
from tests.support.plans import LEADER, SUPERVISOR

REFUSED = (exemptions.applied(), exemptions.refused(on=date(2026, 1, 20)))
NOTIFIED = (*REFUSED, notices.arrived())


def given(*facts: Fact) -> Given[Exemption]:
    return folded(Exemption, exemptions.EXEMPTION, *facts)


def letter(arrived: date, **more: object) -> AppealQuestion:
    return AppealQuestion(arrived=arrived, arrival_basis=ArrivalBasis.RECEIPT, **more)  # type: ignore[arg-type]


def notified(at: Given[Exemption], asked: AppealQuestion, on: date) -> tuple[Fact, ...]:
    return at.case.notify(asked, by=LEADER, on=on, law=IN_FORCE)


def test_three_weeks_from_arrival_with_the_steps_kept() -> None:
    """L-FVL-01: arrived Monday 16 March 2026, second Easter day is met."""
    (fact,) = notified(given(*REFUSED), letter(date(2026, 3, 16)), date(2026, 3, 17))
    assert isinstance(fact, NoticeArrived)
    assert fact.last_day == date(2026, 4, 7)
    assert fact.steps[0].rule.startswith("L-")
    assert any("påskedag" in step.says.nb for step in fact.steps)
    assert fact.law == IN_FORCE.version


def test_a_digital_notice_counts_from_the_alert() -> None:
    """L-EFV-01."""
    asked = AppealQuestion(
        channel=Channel.DIGITAL, available=date(2026, 4, 9), alerted=date(2026, 4, 10)
    )
    (fact,) = notified(given(*REFUSED), asked, date(2026, 4, 10))
    assert isinstance(fact, NoticeArrived)
    assert fact.last_day == date(2026, 5, 4)


def test_a_corrected_arrival_computes_the_running_deadline_anew_and_the_old_stays() -> None:
    at = given(*NOTIFIED)
    arrived, computed = notified(at, letter(date(2026, 1, 26)), date(2026, 1, 30))
    assert isinstance(arrived, NoticeArrived)
    assert isinstance(computed, AppealDeadlineComputed)
    assert (computed.was, computed.last_day) == (date(2026, 2, 13), date(2026, 2, 16))
    assert computed.because == "arrival"
    after = given(*NOTIFIED, arrived, computed).case
    assert after.notice.last_day == date(2026, 2, 16)
    assert [one.last_day for one in after.notice.arrivals] == [
        date(2026, 2, 13),
        date(2026, 2, 16),
    ]


def with_holiday(month: int, day: int) -> LawBook:
    """Return a book with one holiday more, announced while the deadline runs."""
    version = IN_FORCE.holidays.wordings[-1]
    extra = replace(version.value.fixed[0], month=month, day=day)
    value = replace(version.value, fixed=(*version.value.fixed, extra))
    more = Version(in_force_from=date(2026, 2, 1), value=value, citation=version.citation)
    return IN_FORCE.amended("more-holidays", {"holidays": (more,)})


def test_a_changed_list_of_holidays_computes_a_running_deadline_anew() -> None:
    at, book = given(*NOTIFIED), with_holiday(2, 13)
    assert at.case.notice.compute_anew(date(2026, 1, 20), on=date(2026, 2, 2), law=IN_FORCE) is None
    anew = at.case.notice.compute_anew(date(2026, 1, 20), on=date(2026, 2, 2), law=book)
    assert anew
    assert (anew.was, anew.last_day, anew.because) == (
        date(2026, 2, 13),
        date(2026, 2, 16),
        "law",
    )
    after = given(*NOTIFIED, anew).case
    assert after.notice.compute_anew(date(2026, 1, 20), on=date(2026, 2, 3), law=book) is None


def test_a_deadline_that_ran_out_is_not_computed_anew() -> None:
    late, book = date(2026, 2, 14), with_holiday(2, 13)
    assert given(*NOTIFIED).case.notice.compute_anew(date(2026, 1, 20), on=late, law=book) is None


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        pytest.param((exemptions.applied(),), [], id="applied-for"),
        pytest.param(REFUSED, [], id="no-notice-yet"),
        pytest.param(NOTIFIED, [("appeal", date(2026, 2, 13))], id="the-appeal"),
        pytest.param((*NOTIFIED, notices.lapsed()), [], id="the-appeal-lapsed"),
        pytest.param(
            (exemptions.applied(), exemptions.granted()),
            [("exemption-ends", date(2026, 7, 31))],
            id="R-EXM-01-its-last-day",
        ),
        pytest.param(
            (exemptions.applied(), exemptions.granted(), exemptions.expired()),
            [],
            id="R-EXM-01-noted",
        ),
    ],
)
def test_the_days_to_come(facts: tuple[Fact, ...], kinds: list[tuple[str, date]]) -> None:
    found = list(exemption_deadlines(given(*facts).case))
    assert [(one.kind, one.due_on) for one in found] == kinds
    assert all(one.concerns == (SUPERVISOR,) for one in found if one.kind == "exemption-ends")


def test_only_a_refusal_has_a_notice_and_a_notice_has_a_day() -> None:
    for facts in ((exemptions.applied(),), (exemptions.applied(), exemptions.granted())):
        with pytest.raises(NotAllowed):
            notified(given(*facts), letter(date(2026, 3, 16)), date(2026, 3, 17))
    with pytest.raises(Invalid, match="State when the notice reached"):
        notified(given(*REFUSED), AppealQuestion(), date(2026, 3, 17))
