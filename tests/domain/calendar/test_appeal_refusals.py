"""What is asked about an appeal and cannot be so, told with code, field, rule and citation."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import product
from typing import Any

import pytest

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.law.book import IN_FORCE
from domain.shared.refusals import Invalid, NotAllowed, Refused
from tests.domain.calendar.test_appeals import DIGITAL, question

ARRIVED = {"arrived": "2026-01-15"}


def refused(**told: Any) -> Refused:
    with pytest.raises(Refused) as found:
        appeal_deadline(question(**told), IN_FORCE)
    return found.value


@pytest.mark.parametrize(
    ("told", "rule", "field", "section"),
    [
        pytest.param(
            {**ARRIVED, "extended_on": "2026-02-06", "extended_until": "2026-02-20"},
            "L-FVL-04",
            "extendedOn",
            "§ 29 fjerde ledd",
            id="L-FVL-04",
        ),
        pytest.param(
            {**ARRIVED, "reasons_demanded": "2026-02-06"},
            "L-FVL-03",
            "reasonsDemanded",
            "§ 29 tredje ledd",
            id="L-FVL-03",
        ),
        pytest.param(
            {
                **ARRIVED,
                "reasons_demanded": "2026-01-30",
                "reasons_arrived": "2026-02-10",
                "extended_on": "2026-03-04",
                "extended_until": "2026-03-20",
            },
            "L-FVL-04",
            "extendedOn",
            "§ 29 fjerde ledd",
            id="L-FVL-04-after-the-new-period",
        ),
        pytest.param(
            {
                **ARRIVED,
                "extended_on": "2026-02-05",
                "extended_until": "2026-02-20",
                "reasons_demanded": "2026-02-21",
            },
            "L-FVL-03",
            "reasonsDemanded",
            "§ 29 tredje ledd",
            id="L-FVL-03-after-the-extension",
        ),
    ],
)
def test_what_comes_after_the_end_is_refused_with_its_rule(
    told: dict[str, Any], rule: str, field: str, section: str
) -> None:
    found = refused(**told)
    assert isinstance(found, NotAllowed)
    assert (found.code, found.rule, found.field) == ("deadline-expired", rule, field)
    assert section in found.basis[0].nb


@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        pytest.param({}, "arrival-missing", "arrived", id="nothing-known"),
        pytest.param({"decided": "2026-01-01", **DIGITAL}, "alert-missing", "alerted", id="alert"),
        pytest.param(
            {**DIGITAL, "arrived": "2026-01-15"}, "alert-missing", "alerted", id="L-EFV-01-no-alert"
        ),
        pytest.param(
            {**DIGITAL, "alerted": "2026-01-15"},
            "availability-missing",
            "available",
            id="L-EFV-01-not-available",
        ),
        pytest.param(
            {
                **DIGITAL,
                "arrived": "2026-04-09",
                "available": "2026-04-09",
                "alerted": "2026-04-10",
            },
            "arrival-contradicted",
            "arrived",
            id="L-EFV-01-another-day",
        ),
        pytest.param(
            {**ARRIVED, "alerted": "2026-01-15"}, "not-a-digital-notice", "alerted", id="letter"
        ),
        pytest.param(
            {**ARRIVED, "arrival_basis": ArrivalBasis.DIGITAL},
            "not-a-digital-notice",
            "arrivalBasis",
            id="AMB-51-a-letter-with-a-digital-basis",
        ),
        pytest.param(
            {"decided": "2026-01-16"}, "arrival-missing", "arrived", id="only-the-decision"
        ),
        pytest.param(
            {**ARRIVED, "decided": "2026-01-16"}, "days-out-of-order", "arrived", id="decided-later"
        ),
        pytest.param(
            {**ARRIVED, "reasons_demanded": "2026-01-30", "reasons_arrived": "2026-01-29"},
            "days-out-of-order",
            "reasonsArrived",
            id="reasons-before-the-demand",
        ),
        pytest.param(
            {**ARRIVED, "reasons_arrived": "2026-02-10"},
            "day-missing",
            "reasonsDemanded",
            id="reasons-nobody-demanded",
        ),
        pytest.param(
            {**ARRIVED, "extended_on": "2026-02-01"}, "day-missing", "extendedUntil", id="until"
        ),
        pytest.param(
            {**ARRIVED, "extended_until": "2026-03-01"}, "day-missing", "extendedOn", id="when"
        ),
        pytest.param(
            {**ARRIVED, "extended_on": "2026-01-20", "extended_until": "2026-02-05"},
            "extension-too-short",
            "extendedUntil",
            id="L-FVL-04-no-longer-than-it-was",
        ),
        pytest.param(
            {
                **ARRIVED,
                "reasons_demanded": "2026-01-30",
                "reasons_arrived": "2026-02-10",
                "extended_on": "2026-02-20",
                "extended_until": "2026-03-01",
            },
            "extension-too-short",
            "extendedUntil",
            id="L-FVL-04-no-longer-than-the-new-period",
        ),
        pytest.param({"arrived": "0026-01-15"}, "day-not-meant", "arrived", id="year-26"),
        pytest.param(
            {**ARRIVED, "extended_on": "2026-01-16", "extended_until": "9999-12-31"},
            "day-not-meant",
            "extendedUntil",
            id="year-9999",
        ),
        pytest.param({"arrived": "1980-01-15"}, "no-rule-in-force", None, id="before-the-rules"),
    ],
)
def test_what_cannot_be_so_is_told(told: dict[str, Any], code: str, field: str | None) -> None:
    found = refused(**told)
    assert isinstance(found, Invalid)
    assert (found.code, found.field) == (code, field)
    assert found.text.nb != found.text.en


def test_every_way_to_ask_gets_an_answer_or_a_refusal() -> None:
    """Bad input never crashes, whichever days are told and in whichever order."""
    days = [field.name for field in fields(AppealQuestion) if "date" in str(field.type)]
    assert len(days) == 9
    some = (None, date(2026, 1, 15), date(2026, 3, 2))
    answered = 0
    for told in product(some, repeat=len(days)):
        asked = dict(zip(days, told, strict=True))
        channel = Channel.DIGITAL if asked["alerted"] else Channel.LETTER
        try:
            appeal_deadline(AppealQuestion(channel=channel, **asked), IN_FORCE)  # type: ignore[arg-type]
            answered += 1
        except Refused:
            pass
    assert answered > 100


@pytest.mark.parametrize("day", [date(1995, 2, 24), date(2199, 12, 31)])
def test_the_first_and_the_last_day_that_can_be_counted_from(day: date) -> None:
    told = AppealQuestion(arrived=day, decided=day)
    law = IN_FORCE.amended("old", {})
    if day < date(2014, 2, 7):
        assert appeal_deadline(told, law).last_day == date(1995, 3, 17)
    else:
        assert appeal_deadline(told, law).last_day == date(2200, 1, 21)
