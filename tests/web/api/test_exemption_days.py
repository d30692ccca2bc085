"""The days of an exemption over HTTP: reminded of, noted as over; and of a refusal, to appeal."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.book import IN_FORCE
from tests.domain.exemptions.test_notice import with_holiday
from tests.support.clock_town import swept
from tests.support.town import Town
from tests.web.api.exempting import LEADER, Exempting, applied
from tests.web.api.test_refusals import nothing_recorded, refused

REFUSAL = {"statedIn": "vedtak 26/9", "decidedOn": "2026-01-20"}
LETTER = {"arrivedOn": "2026-01-23", "arrivalBasis": "receipt"}


@pytest.fixture
def asked(kept: Town) -> Exempting:
    """Give an application in a town whose rows are kept."""
    return applied(kept)


def facts(asked: Exempting) -> list[str]:
    history = asked.town.services.histories.history(asked.exemption_id)  # type: ignore[arg-type]
    return [type(one.fact).__name__ for one in history]


def test_people_are_reminded_of_the_end_and_it_is_noted_once(asked: Exempting) -> None:
    """R-EXM-01: ninety days before the last day, then on the day after it."""
    asked.grant()
    swept(asked.town, date(2026, 5, 1))
    assert facts(asked) == ["ExemptionApplied", "ExemptionGranted"]
    swept(asked.town, date(2026, 5, 2))
    swept(asked.town, date(2026, 5, 2))
    assert facts(asked)[2:] == ["ExemptionReminderSent"]
    (told,) = asked.town.get("/me/messages", *LEADER).json["items"]
    assert (told["kind"], told["dueOn"]) == ("exemption-ends", "2026-07-31")
    assert asked.card("?on=2026-08-01")["status"] == "expired"
    late = swept(asked.town, date(2026, 9, 15))
    assert late["expire"].recorded == 1
    assert swept(asked.town, date(2026, 9, 15))["expire"].recorded == 0
    assert facts(asked)[-1] == "ExemptionExpired"
    assert asked.timeline()[-1]["tag"] == "plan.exemption-ended"
    assert asked.card("?on=2026-08-01")["status"] == "expired"


def test_a_refusal_can_be_appealed_for_three_weeks_from_its_notice(asked: Exempting) -> None:
    asked.done("/refuse", REFUSAL)
    asked.town.done(f"{asked.exemption}/notice", *LEADER, LETTER)
    (line,) = asked.card()["appeal"]
    assert (line["lastDay"], line["was"], line["arrivedOn"]) == ("2026-02-13", None, "2026-01-23")
    assert any(step["rule"] == "L-FVL-01" for step in line["steps"])
    asked.town.clock.day = date(2026, 2, 1)
    asked.town.done(f"{asked.exemption}/notice", *LEADER, LETTER | {"arrivedOn": "2026-01-26"})
    first, now = asked.card()["appeal"]
    assert first["lastDay"] == "2026-02-13"
    assert (now["lastDay"], now["was"], now["because"]) == ("2026-02-16", "2026-02-13", "arrival")
    swept(asked.town, date(2026, 2, 16))
    assert "AppealDeadlineLapsed" not in facts(asked)
    swept(asked.town, date(2026, 2, 17))
    swept(asked.town, date(2026, 2, 17))
    assert facts(asked).count("AppealDeadlineLapsed") == 1


def test_a_change_of_holidays_moves_a_deadline_that_runs(
    asked: Exempting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked.done("/refuse", REFUSAL)
    told = asked.town.done(f"{asked.exemption}/notice", *LEADER, LETTER)
    assert asked.town.services.views.wait_for(told["position"], seconds=20)
    assert swept(asked.town, date(2026, 2, 2))["recompute"].recorded == 0
    monkeypatch.setattr(asked.town.services.enforcement, "_law", with_holiday(2, 13))
    assert swept(asked.town, date(2026, 2, 2))["recompute"].recorded == 1
    assert swept(asked.town, date(2026, 2, 3))["recompute"].recorded == 0
    first, now = asked.card()["appeal"]
    assert (first["lastDay"], now["lastDay"], now["because"]) == (
        "2026-02-13",
        "2026-02-16",
        "law",
    )
    assert IN_FORCE.version != now["law"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        pytest.param({}, 400, "arrival-missing", id="no-day"),
        pytest.param({"channel": "digital"}, 400, "alert-missing", id="digital-without-an-alert"),
        pytest.param({"arrivedOn": "2030-01-01"}, 400, "day-in-future", id="to-come"),
        pytest.param({"channel": "pigeon", "arrivedOn": "2026-01-23"}, 400, "malformed", id="x"),
    ],
)
def test_a_notice_without_a_day_is_refused(
    asked: Exempting, body: dict[str, str], status: int, code: str
) -> None:
    asked.done("/refuse", REFUSAL)
    with nothing_recorded(asked.town):
        refused(asked.town.post(f"{asked.exemption}/notice", *LEADER, body), status, code)


def test_what_is_not_refused_has_no_notice(asked: Exempting) -> None:
    with nothing_recorded(asked.town):
        told = asked.town.post(f"{asked.exemption}/notice", *LEADER, LETTER)
        refused(told, 409, "exemption-in-wrong-state")
    assert asked.town.post(f"{asked.exemption}/notice", "doctor", "doctor", LETTER).status_code in {
        403,
        404,
    }
