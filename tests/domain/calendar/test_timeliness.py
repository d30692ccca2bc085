"""Was the appeal made in time? By letter it is when it was posted, digitally when it arrived."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar.appeal_question import AppealQuestion, ArrivalBasis, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.deadlines import Deadline
from domain.calendar.timeliness import Filing, Late, Verdict, in_time
from domain.law.book import IN_FORCE
from domain.law.new_administration import with_new_act
from domain.shared.refusals import Invalid

NEW_ACT = with_new_act(IN_FORCE, date(2026, 1, 1))
LETTER, DIGITAL = Channel.LETTER, Channel.DIGITAL
IN_TIME, LATE, A_PERSON = Verdict.IN_TIME, Verdict.LATE, Verdict.A_PERSON_DECIDES


def deadline(
    arrived: str = "2026-03-16",
    *,
    decided: str | None = "2026-03-10",
    basis: ArrivalBasis | None = ArrivalBasis.RECEIPT,
    law: object = IN_FORCE,
) -> Deadline:
    asked = AppealQuestion(
        arrived=date.fromisoformat(arrived),
        arrival_basis=basis,
        decided=date.fromisoformat(decided) if decided else None,
    )
    return appeal_deadline(asked, law)  # type: ignore[arg-type]


def filed(channel: Channel, sent: str | None, received: str | None) -> Filing:
    return Filing(
        channel=channel,
        sent=date.fromisoformat(sent) if sent else None,
        received=date.fromisoformat(received) if received else None,
    )


@pytest.mark.parametrize(
    ("channel", "sent", "received", "old", "new"),
    [
        # The deadline is Tuesday 7 April 2026.
        pytest.param(LETTER, "2026-04-07", "2026-04-10", IN_TIME, IN_TIME, id="L-FVL-05"),
        pytest.param(LETTER, "2026-04-08", "2026-04-10", LATE, LATE, id="L-FVL-05-the-day-after"),
        pytest.param(LETTER, "2026-04-07", None, IN_TIME, IN_TIME, id="L-FVL-05-never-arrived"),
        pytest.param(LETTER, None, "2026-04-07", IN_TIME, IN_TIME, id="delivered-in-person"),
        pytest.param(LETTER, None, "2026-04-08", A_PERSON, A_PERSON, id="postmark-unknown"),
        pytest.param(DIGITAL, "2026-04-07", "2026-04-07", IN_TIME, IN_TIME, id="L-EFV-02-in-time"),
        pytest.param(DIGITAL, "2026-04-07", "2026-04-08", LATE, IN_TIME, id="AMB-48"),
        pytest.param(DIGITAL, "2026-04-08", "2026-04-08", LATE, LATE, id="L-EFV-02-late"),
        pytest.param(DIGITAL, "2026-04-07", None, A_PERSON, IN_TIME, id="L-EFV-02-no-receipt"),
        pytest.param(DIGITAL, None, "2026-04-08", LATE, A_PERSON, id="when-sent-unknown"),
    ],
)
def test_what_counts_follows_channel_and_act(
    channel: Channel, sent: str | None, received: str | None, old: Verdict, new: Verdict
) -> None:
    filing = filed(channel, sent, received)
    of_old = in_time(filing, deadline(), IN_FORCE)
    of_new = in_time(filing, deadline(law=NEW_ACT), NEW_ACT)
    assert (of_old.verdict, of_new.verdict) == (old, new)
    assert all(step.basis for step in (*of_old.steps, *of_new.steps))
    assert ("AMB-48" in {odd.id for odd in of_old.ambiguities}) is (channel is DIGITAL)


def test_a_deadline_lasts_to_the_end_of_its_day_in_oslo() -> None:
    """L-EFV-02: sent two seconds before midnight and received three after it is late."""
    oslo = ZoneInfo("Europe/Oslo")
    sent = datetime(2026, 4, 7, 23, 59, 58, tzinfo=oslo).date()
    received = datetime(2026, 4, 8, 0, 0, 3, tzinfo=oslo).date()
    found = in_time(Filing(channel=DIGITAL, sent=sent, received=received), deadline(), IN_FORCE)
    assert (found.verdict, found.late) == (LATE, Late.MAY_BE_TREATED)
    # In London that second is still the day before; it is Oslo's day that counts.
    assert datetime(2026, 4, 8, 0, 0, 3, tzinfo=oslo).astimezone(ZoneInfo("UTC")).day == 7


def test_the_appeal_of_the_end_to_end_example_is_in_time() -> None:
    asked = AppealQuestion(channel=DIGITAL, available=date(2026, 3, 31), alerted=date(2026, 3, 31))
    found = appeal_deadline(asked, IN_FORCE)
    assert found.last_day == date(2026, 4, 21)
    assert in_time(filed(DIGITAL, None, "2026-04-21"), found, IN_FORCE).verdict is IN_TIME


@pytest.mark.parametrize(
    ("received", "late"),
    [
        pytest.param("2026-05-08", Late.MAY_BE_TREATED, id="L-FVL-07-within"),
        pytest.param("2026-05-10", Late.MAY_BE_TREATED, id="L-FVL-07-on-the-day"),
        pytest.param("2026-05-11", Late.A_PERSON_DECIDES, id="AMB-34"),
        pytest.param("2026-05-12", Late.CANNOT_BE_TREATED, id="L-FVL-07-after"),
    ],
)
def test_a_late_appeal_is_capped_by_a_year_from_the_decision(received: str, late: Late) -> None:
    of = deadline("2025-06-02", decided="2025-05-10")
    found = in_time(filed(LETTER, received, received), of, IN_FORCE)
    assert (found.verdict, found.late) == (LATE, late)
    assert ("AMB-34" in {odd.id for odd in found.ambiguities}) is (late is Late.A_PERSON_DECIDES)


def test_a_late_appeal_against_a_decision_of_unknown_day_is_for_a_person() -> None:
    found = in_time(filed(LETTER, "2026-04-08", None), deadline(decided=None), IN_FORCE)
    assert (found.verdict, found.late) == (LATE, Late.A_PERSON_DECIDES)


@pytest.mark.parametrize("basis", [None, ArrivalBasis.ESTIMATE])
@pytest.mark.parametrize("sent", ["2026-04-08", "2027-12-01"])
def test_by_an_estimate_nobody_is_turned_away(basis: ArrivalBasis | None, sent: str) -> None:
    found = in_time(filed(LETTER, sent, sent), deadline(basis=basis), IN_FORCE)
    assert found.verdict is A_PERSON
    assert found.late is not Late.CANNOT_BE_TREATED
    assert "AMB-51" in {odd.id for odd in found.ambiguities}


def test_an_appeal_while_the_reasons_are_waited_for_is_in_time() -> None:
    asked = AppealQuestion(arrived=date(2026, 1, 15), reasons_demanded=date(2026, 1, 30))
    waiting = appeal_deadline(asked, IN_FORCE)
    assert in_time(filed(LETTER, "2026-06-01", None), waiting, IN_FORCE).verdict is IN_TIME


@pytest.mark.parametrize(
    ("sent", "received", "code"),
    [
        (None, None, "filing-without-day"),
        ("2026-04-08", "2026-04-07", "days-out-of-order"),
    ],
)
def test_an_appeal_that_cannot_be_so_is_refused(
    sent: str | None, received: str | None, code: str
) -> None:
    with pytest.raises(Invalid) as told:
        in_time(filed(LETTER, sent, received), deadline(), IN_FORCE)
    assert told.value.code == code
