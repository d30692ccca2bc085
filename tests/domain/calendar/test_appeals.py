"""Until when a decision can be appealed: every worked example of the catalogue, and both sides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline
from domain.law.book import IN_FORCE, LawBook
from domain.law.new_administration import with_new_act

NEW_ACT = with_new_act(IN_FORCE, date(2027, 1, 1))
NO_DAYS = {"channel", "arrival_basis", "defective"}


def question(**told: Any) -> AppealQuestion:
    days: dict[str, Any] = {
        name: said if name in NO_DAYS else date.fromisoformat(said) for name, said in told.items()
    }
    return AppealQuestion(**days)


def asked(law: LawBook = IN_FORCE, **told: Any) -> Deadline:
    return appeal_deadline(question(**told), law)


DIGITAL: dict[str, Any] = {"channel": Channel.DIGITAL}
SHOWN = (ArrivalBasis.RECEIPT, ArrivalBasis.PARTY_STATEMENT)
REASONS: dict[str, Any] = {"arrived": "2026-01-15", "reasons_demanded": "2026-01-30"}


@pytest.mark.parametrize(
    ("told", "started", "last"),
    [
        pytest.param(
            {"decided": "2026-03-10", "arrived": "2026-03-16"},
            "2026-03-16",
            "2026-04-07",
            id="L-FVL-01",
        ),
        pytest.param(
            {**DIGITAL, "available": "2026-04-09", "alerted": "2026-04-10"},
            "2026-04-10",
            "2026-05-04",
            id="L-EFV-01",
        ),
        pytest.param(
            {**DIGITAL, "available": "2026-04-11", "alerted": "2026-04-09"},
            "2026-04-11",
            "2026-05-04",
            id="L-EFV-01-alerted-first",
        ),
        pytest.param(
            {**DIGITAL, "available": "2026-04-09", "alerted": "2026-04-09"},
            "2026-04-09",
            "2026-04-30",
            id="L-EFV-01-the-same-day",
        ),
        pytest.param(
            {
                **DIGITAL,
                "available": "2026-03-31",
                "alerted": "2026-03-31",
                "decided": "2026-03-31",
            },
            "2026-03-31",
            "2026-04-21",
            id="end-to-end",
        ),
        pytest.param(
            {"arrived": "2026-03-04", "representative_arrived": "2026-03-02"},
            "2026-03-04",
            "2026-03-25",
            id="L-FVL-14-party-last",
        ),
        pytest.param(
            {"arrived": "2026-03-02", "representative_arrived": "2026-03-04"},
            "2026-03-04",
            "2026-03-25",
            id="L-FVL-14-representative-last",
        ),
        pytest.param(
            {"representative_arrived": "2026-03-02"},
            "2026-03-02",
            "2026-03-23",
            id="L-FVL-14-only-the-representative",
        ),
        pytest.param(
            {**REASONS, "reasons_arrived": "2026-02-10"}, "2026-02-10", "2026-03-03", id="L-FVL-03"
        ),
        pytest.param(
            {**REASONS, "reasons_demanded": "2026-02-05", "reasons_arrived": "2026-02-10"},
            "2026-02-10",
            "2026-03-03",
            id="L-FVL-03-on-the-last-day",
        ),
        pytest.param({**REASONS}, "2026-01-15", None, id="L-FVL-03-waiting"),
        pytest.param(
            {
                "arrived": "2026-03-02",
                "reasons_demanded": "2026-03-03",
                "reasons_arrived": "2026-03-05",
                "representative_arrived": "2026-03-16",
            },
            "2026-03-16",
            "2026-04-07",
            id="L-FVL-03-reasons-before-the-representative-had-the-notice",
        ),
        pytest.param(
            {
                "arrived": "2026-01-15",
                "extended_on": "2026-02-05",
                "extended_until": "2026-02-20",
            },
            "2026-01-15",
            "2026-02-20",
            id="L-FVL-04-on-the-last-day",
        ),
        pytest.param(
            {
                "arrived": "2026-03-16",
                "extended_on": "2026-04-07",
                "extended_until": "2026-05-01",
            },
            "2026-03-16",
            "2026-05-04",
            id="L-FVL-04-until-a-holiday",
        ),
        pytest.param({"arrived": "2026-07-10"}, "2026-07-10", "2026-07-31", id="L-FVL-16"),
        pytest.param(
            {"arrived": "2026-04-10", "defective": True}, "2026-04-10", "2026-05-04", id="L-FVL-12"
        ),
    ],
)
def test_the_worked_examples(told: dict[str, Any], started: str, last: str | None) -> None:
    found = asked(**told)
    assert str(found.started_on) == started
    assert found.last_day == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("more", "last"),
    [
        pytest.param({}, "2026-03-16", id="extended-first-and-further-than-the-new-period"),
        pytest.param({"extended_until": "2026-02-10"}, "2026-03-03", id="the-new-one-further"),
        pytest.param(
            {"reasons_demanded": "2026-03-16", "reasons_arrived": "2026-03-18"},
            "2026-04-08",
            id="demand-on-the-last-day-of-the-extension",
        ),
        pytest.param({"extended_on": "2026-02-03"}, "2026-03-16", id="extended-while-waiting"),
        pytest.param(
            {"extended_on": "2026-02-03", "extended_until": "2026-02-20"},
            "2026-03-03",
            id="extended-while-waiting-for-less",
        ),
        pytest.param({"extended_on": "2026-03-03"}, "2026-03-16", id="extended-the-new-period"),
    ],
)
def test_a_period_both_interrupted_and_extended(more: dict[str, Any], last: str) -> None:
    told: dict[str, Any] = {
        "arrived": "2026-01-15",
        "extended_on": "2026-01-20",
        "extended_until": "2026-03-16",
        "reasons_demanded": "2026-01-30",
        "reasons_arrived": "2026-02-10",
        **more,
    }
    assert str(asked(**told).last_day) == last


def test_a_defect_moves_nothing_and_is_a_ground_for_a_late_appeal() -> None:
    whole, defective = asked(arrived="2026-04-10"), asked(arrived="2026-04-10", defective=True)
    assert defective.last_day == whole.last_day
    (more,) = [step for step in defective.steps if step not in whole.steps]
    assert more.rule == "L-FVL-07"
    assert more.basis[0].section == "31"


@pytest.mark.parametrize(
    ("decided", "raw", "rolled"),
    [
        pytest.param("2025-05-10", "2026-05-10", "2026-05-11", id="AMB-34-a-sunday"),
        pytest.param("2025-05-12", "2026-05-12", "2026-05-12", id="AMB-34-a-working-day"),
        pytest.param("2024-02-29", "2025-02-28", "2025-02-28", id="AMB-34-leap-day"),
    ],
)
def test_the_year_for_late_appeals_runs_from_the_decision(
    decided: str, raw: str, rolled: str
) -> None:
    found = asked(arrived="2025-06-02", decided=decided)
    assert found.cap
    assert (str(found.cap.raw_day), str(found.cap.rolled_day)) == (raw, rolled)
    assert "AMB-34" in {odd.id for odd in found.ambiguities}
    assert asked(arrived="2025-06-02").cap is None


@pytest.mark.parametrize("basis", [None, *SHOWN, ArrivalBasis.ESTIMATE])
def test_an_estimated_arrival_settles_nothing(basis: ArrivalBasis | None) -> None:
    found = asked(arrived="2026-04-10", arrival_basis=basis)
    assert found.settled is (basis in SHOWN)
    assert ("AMB-51" in {odd.id for odd in found.ambiguities}) is not found.settled


def test_a_digital_arrival_is_settled() -> None:
    found = asked(**DIGITAL, available="2026-04-09", alerted="2026-04-10")
    assert found.settled
    assert found.ambiguities == ()


def test_several_recipients_are_an_ambiguity_told_in_the_steps() -> None:
    found = asked(arrived="2026-03-02", representative_arrived="2026-03-04")
    assert "AMB-50" in {odd.id for odd in found.ambiguities}
    assert any("AMB-50" in step.says.nb for step in found.steps)
    assert "AMB-50" not in {o.id for o in asked(representative_arrived="2026-03-04").ambiguities}


@pytest.mark.parametrize(
    ("told", "act", "section"),
    [
        pytest.param({"decided": "2026-12-31"}, "LOV-1967-02-10", "29", id="AMB-42-the-day-before"),
        pytest.param({"decided": "2027-01-01"}, "LOV-2025-06-20-81", "63", id="AMB-42-the-day"),
        pytest.param({}, "LOV-2025-06-20-81", "63", id="AMB-42-decision-unknown"),
    ],
)
def test_the_act_follows_the_day_of_the_decision(
    told: dict[str, Any], act: str, section: str
) -> None:
    found = asked(NEW_ACT, arrived="2027-01-04", **told)
    assert found.last_day == date(2027, 1, 25)
    cited = [c for c in found.citations if c.section == section]
    assert cited
    assert all(act in c.act for c in cited)
    assert {c.section for c in found.citations} & {"29", "63"} == {section}
    assert "AMB-42" in {odd.id for odd in found.ambiguities}
    assert "AMB-42" not in {odd.id for odd in asked(arrived="2027-01-04", **told).ambiguities}


def test_under_the_new_act_the_alert_alone_starts_the_period() -> None:
    told = {**DIGITAL, "available": "2027-03-05", "alerted": "2027-03-02"}
    assert asked(NEW_ACT, **told).started_on == date(2027, 3, 2)
    assert asked(IN_FORCE, **told).started_on == date(2027, 3, 5)
    assert asked(NEW_ACT, **DIGITAL, alerted="2027-03-02").started_on == date(2027, 3, 2)
