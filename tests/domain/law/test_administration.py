"""The acts on public administration: what each rule says, where, and from which day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from application.law.amendments import amended_by_file
from application.law.reading import wordings
from domain.law.administration import Ground, Regime
from domain.law.book import IN_FORCE
from domain.law.digital_notices import Arrives, Decides
from domain.law.new_administration import NEW_ACT, is_tried, with_new_act
from domain.law.proposed import PROPOSED
from domain.shared.findings import Confidence

COMMENCEMENT = date(2027, 1, 1)
TRIED = with_new_act(IN_FORCE, COMMENCEMENT)


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        pytest.param("appeal", "§ 29 første ledd", "§ 63 første ledd", id="L-FVL-01"),
        pytest.param("appeal_once_known", "§ 29 andre ledd", "§ 63 andre ledd", id="L-FVL-02"),
        pytest.param("appeal_by_others", "§ 29 andre ledd", "§ 63 andre ledd", id="L-FVL-02-3m"),
        pytest.param("interruption", "§ 29 tredje ledd", "§ 63 tredje ledd", id="L-FVL-03"),
        pytest.param("extension", "§ 29 fjerde ledd", "§ 63 femte ledd", id="L-FVL-04"),
        pytest.param("appeal_filing", "§ 30 første punktum", "§ 64 første ledd", id="L-FVL-05"),
        pytest.param("repeated_appeal", "§ 30 andre punktum", "§ 64 andre ledd", id="L-FVL-05-1w"),
        pytest.param("wrong_body", "§ 11 fjerde ledd", "§ 16 første ledd", id="L-EFV-03"),
        pytest.param("corrected_appeal", "§ 32 tredje ledd", "§ 66 fjerde ledd", id="L-FVL-06"),
        pytest.param("late_appeal", "§ 31 første ledd", "§ 65 første ledd", id="L-FVL-07"),
        pytest.param("late_appeal_cap", "§ 31 tredje ledd", "§ 65 tredje ledd", id="L-FVL-07-cap"),
        pytest.param("detriment_notice", "§ 34 tredje ledd", "§ 68 fjerde ledd", id="L-FVL-09"),
        pytest.param("cost_claim", "§ 36 tredje ledd", "§ 69 andre ledd", id="L-FVL-11"),
        pytest.param("lawsuit_despite_appeal", "§ 27 b", "§ 60 første ledd", id="L-FVL-12"),
        pytest.param("lawsuit_condition", "§ 27 b", "§ 60 første ledd", id="L-FVL-12-condition"),
        pytest.param("deferral", "§ 42 første ledd", "§ 76 andre ledd", id="L-FVL-15-deferral"),
        pytest.param("superior_reversal", "§ 35 fjerde ledd", "§ 72 første ledd", id="L-FVL-10"),
        pytest.param(
            "superior_review_notice", "§ 35 tredje ledd", "§ 72 andre ledd", id="L-FVL-10-3w"
        ),
        pytest.param(
            "superior_reversal_notice", "§ 35 tredje ledd", "§ 72 andre ledd", id="L-FVL-10-3m"
        ),
        pytest.param(
            "superior_reversal_of_appeal",
            "§ 35 tredje ledd tredje punktum",
            "§ 72 andre ledd tredje punktum",
            id="L-FVL-10-appeal",
        ),
        pytest.param("representative", "§ 12 tredje ledd", "§ 18 femte ledd", id="L-FVL-14"),
        pytest.param("provisional_reply", "§ 11 a tredje ledd", "§ 17 andre ledd", id="L-FVL-15"),
        pytest.param("digital_notice", "§ 11 andre ledd", "§ 63 første ledd", id="L-EFV-01"),
        pytest.param("digital_filing", "§ 11 femte ledd", "§ 64 første ledd", id="L-EFV-02"),
    ],
)
def test_where_a_rule_stands_before_and_after_the_new_act(rule: str, old: str, new: str) -> None:
    rules = TRIED.rules()[rule]
    before, after = rules.on(date(2026, 12, 31)), rules.on(COMMENCEMENT)
    assert old in before.citation.nb
    assert NEW_ACT not in before.citation.nb
    assert after.citation.nb.startswith(f"{NEW_ACT} {new}")
    assert IN_FORCE.rules()[rule].on(COMMENCEMENT) == before


def test_the_acts_differ_in_what_is_in_time_and_in_what_arrives() -> None:
    def said(day: date) -> tuple[Any, ...]:
        return (
            TRIED.administration_act.on(day).value.regime,
            TRIED.digital_notice.on(day).value.arrives,
            TRIED.appeal_filing.on(day).value.decides,
            TRIED.digital_filing.on(day).value.decides,
        )

    assert said(date(2026, 12, 31)) == (
        Regime.ACT_OF_1967,
        Arrives.AVAILABLE_AND_ALERTED,
        Decides.HANDED_OVER,
        Decides.ARRIVED,
    )
    assert said(COMMENCEMENT) == (
        Regime.ACT_OF_2025,
        Arrives.ALERTED,
        Decides.SENT_OR_DELIVERED,
        Decides.SENT_OR_DELIVERED,
    )


def test_everything_else_is_as_it_was() -> None:
    same = {"appeal", "appeal_by_others", "late_appeal", "late_appeal_cap", "cost_claim"}
    for rule in same:
        rules = TRIED.rules()[rule]
        assert rules.on(COMMENCEMENT).value == rules.on(date(2026, 12, 31)).value
    assert TRIED.late_appeal.on(COMMENCEMENT).value.grounds == tuple(Ground)


def test_that_the_new_act_governs_is_assumed() -> None:
    assert TRIED.administration_act.on(COMMENCEMENT).confidence is Confidence.C
    assert TRIED.digital_filing.on(COMMENCEMENT).confidence is Confidence.A


def test_the_new_act_is_not_in_force() -> None:
    assert not is_tried(IN_FORCE)
    assert is_tried(PROPOSED["new-administration-act"])
    assert not is_tried(TRIED.as_announced_by(date(2026, 12, 31)))
    starts = [v.in_force_from for v in IN_FORCE.administration_act.versions]
    assert starts == [date(1970, 1, 1)]


def test_every_rule_reads_in_words() -> None:
    lines = {line.rule: line for line in wordings(IN_FORCE, on=date(2026, 7, 2))}
    assert set(lines) <= set(IN_FORCE.rules())
    says = {each.name: each.value for each in lines["holidays"].says}
    assert says["weekly"] == "søndag (Sunday)"
    assert "+39 Kristi himmelfartsdag (Ascension Day)" in says["from easter"]


def test_a_file_can_give_the_calendar_a_holiday_and_the_appeal_another_length() -> None:
    basis = 'basis = { act = "Forslag", section = "1" }'
    book = amended_by_file(
        IN_FORCE,
        'name = "tried"\n[[amendment]]\nrule = "equal_to_holidays"\nin_force_from = 2027-01-01\n'
        'value = { fixed = [{ month = 6, day = 7, name = { nb = "7. juni", en = "7 June" } }] }\n'
        f'{basis}\n[[amendment]]\nrule = "appeal"\nin_force_from = 2027-01-01\n'
        f"value = {{ length = 6 }}\n{basis}",
    )
    (only,) = book.equal_to_holidays.on(date(2027, 1, 1)).value.fixed
    assert (only.month, only.day, only.name.nb) == (6, 7, "7. juni")
    assert book.appeal.on(date(2027, 1, 1)).value.length == 6
