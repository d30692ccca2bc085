"""What comes in is taken in, is with one body at a time, and is dealt with once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from application.incoming.rows import incoming_rows
from domain.calendar.appeal_question import Channel
from domain.incoming.incoming import Aside, Room, Stage, room
from domain.law.book import IN_FORCE
from domain.law.new_administration import NEW_ACT, with_new_act
from domain.law.remedies import Instance
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound
from tests.support.incoming import INCOMING, RECEIVED_ON, SENT_ON, Arrived
from tests.support.plans import DOCTOR, ORGANISATION, text
from tests.support.proceedings import CASE_HANDLER

DIRECTORATE, HELSEKLAGE = Room(Instance.DIRECTORATE), Room(Instance.HELSEKLAGE)
TODAY = date(2026, 4, 27)


def test_both_days_are_kept_and_it_waits_with_the_body_it_came_to() -> None:
    case = Arrived().received().case
    assert (case.filing.sent, case.filing.received) == (SENT_ON, RECEIVED_ON)
    assert (case.stage, case.room, case.here_since) == (Stage.WAITING, HELSEKLAGE, RECEIVED_ON)


def test_it_is_received_once() -> None:
    with pytest.raises(NotAllowed, match="taken in already"):
        Arrived().received().received()


@pytest.mark.parametrize(
    ("sent", "received", "code"),
    [
        (None, date(2026, 4, 28), "day-in-future"),
        (date(2026, 4, 22), date(2026, 4, 21), "days-out-of-order"),
        (date(2026, 4, 28), date(2026, 4, 27), "days-out-of-order"),
    ],
)
def test_days_that_cannot_be_are_refused(sent: date | None, received: date, code: str) -> None:
    story = Arrived().received()
    with pytest.raises(Invalid) as refused:
        story.changed(received, sent=sent, on=TODAY)
    assert (refused.value.code, refused.value.rule) == (code, "L-FVL-05")
    with pytest.raises(Invalid):
        Arrived().received(sent=date(2026, 4, 22), on=date(2026, 4, 21))


@pytest.mark.parametrize(
    ("to", "organisation", "there"),
    [
        (Instance.HELSEKLAGE, None, HELSEKLAGE),
        (Instance.HELSEKLAGE, ORGANISATION, HELSEKLAGE),
        (Instance.ESTABLISHMENT, ORGANISATION, Room(Instance.ESTABLISHMENT, ORGANISATION)),
        (Instance.ESTABLISHMENT, None, DIRECTORATE),
        (Instance.MUNICIPAL_APPEALS, ORGANISATION, DIRECTORATE),
    ],
)
def test_what_is_for_a_body_without_an_inbox_comes_to_the_directorate(
    to: Instance, organisation: Id | None, there: Room
) -> None:
    assert room(to, organisation) == there


def test_it_is_sent_on_with_the_duty_of_the_act_as_its_basis() -> None:
    """L-EFV-03: the sender is told, and shown to the right body."""
    story = Arrived().received().redirected()
    assert (story.case.room, story.case.here_since) == (DIRECTORATE, date(2026, 4, 24))
    assert story.case.rooms == [HELSEKLAGE, DIRECTORATE]
    assert story.case.reached(DIRECTORATE) == date(2026, 4, 24)
    assert story.case.reached(HELSEKLAGE) == RECEIVED_ON
    (basis,) = story.case.redirected[0].basis
    assert "§ 11 fjerde ledd" in basis.nb
    tried = with_new_act(IN_FORCE, date(2026, 4, 1))
    fact = story.case.redirect(
        Instance.HELSEKLAGE, None, told=text(), by=CASE_HANDLER, on=TODAY, law=tried
    )
    assert fact.basis[0].nb.startswith(f"{NEW_ACT} § 16 første ledd")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        (Instance.HELSEKLAGE, "there-already"),
        (Instance.MUNICIPAL_APPEALS, "no-inbox-there"),
        (Instance.ESTABLISHMENT, "no-inbox-there"),
    ],
)
def test_it_is_sent_on_to_another_inbox_there_is(to: Instance, code: str) -> None:
    story = Arrived().received()
    with pytest.raises(Invalid) as refused:
        story.redirected(to)
    assert refused.value.code == code
    assert story.case.version == 1


def test_what_was_placed_wrongly_waits_again_once_that_is_corrected() -> None:
    story = Arrived().received().placed()
    assert story.case.placed
    assert story.corrected().case.stage is Stage.WAITING
    assert story.placed().case.placed


def test_that_something_came_in_is_never_corrected_away() -> None:
    with pytest.raises(NotAllowed, match="cannot be corrected away"):
        Arrived().received().corrected(1)


def test_the_right_days_are_entered_beside_the_wrong_ones_until_it_is_dealt_with() -> None:
    story = Arrived().received().changed(date(2026, 4, 14), sent=date(2026, 4, 10), on=TODAY)
    assert (story.case.filing.sent, story.case.received_on) == (
        date(2026, 4, 10),
        date(2026, 4, 14),
    )
    assert story.case.be_received().received_on == RECEIVED_ON
    story.redirected()
    with pytest.raises(Invalid, match="sent on on 2026-04-24"):
        story.changed(date(2026, 4, 25), on=TODAY)
    with pytest.raises(NotAllowed, match="was set aside on"):
        story.set_aside().changed(date(2026, 4, 14), on=TODAY)


def test_it_came_no_later_than_it_was_first_sent_on() -> None:
    """Whatever the clock says today, and wherever it was sent after that."""
    story = Arrived().received().redirected(on=date(2026, 4, 22))
    story.redirected(Instance.HELSEKLAGE, on=date(2026, 4, 24))
    with pytest.raises(Invalid) as refused:
        story.changed(date(2026, 4, 23), on=TODAY)
    assert (refused.value.code, refused.value.field) == ("days-out-of-order", "receivedOn")
    assert "sent on on 2026-04-22" in str(refused.value)
    assert story.changed(date(2026, 4, 22), on=TODAY).case.received_on == date(2026, 4, 22)
    waits = Arrived().received()
    assert waits.changed(TODAY, on=TODAY).case.received_on == TODAY


def test_the_days_of_what_the_party_sent_here_stand() -> None:
    story = Arrived().received(entered_by=DOCTOR, channel=Channel.DIGITAL, sent=None)
    with pytest.raises(NotAllowed, match="sender sent this here"):
        story.changed(date(2026, 4, 14), on=TODAY)


def test_its_texts_are_the_senders_or_its_own() -> None:
    assert Arrived().received().case.subject(INCOMING) == DOCTOR
    assert Arrived().received(sender=None).case.subject(INCOMING) == INCOMING


def test_nothing_is_done_with_what_never_came() -> None:
    acts: tuple[Callable[[], object], ...] = (
        Arrived().placed,
        Arrived().set_aside,
        Arrived().redirected,
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize("ground", list(Aside))
def test_what_is_set_aside_is_kept_with_its_row(ground: Aside) -> None:
    story = Arrived().received().set_aside(ground=ground)
    assert story.case.set_aside
    (row,) = incoming_rows(Id(f"{UUID(int=1)}"), story.case, {})
    assert (row.stage, row.instance) == ("set-aside", "helseklage")
