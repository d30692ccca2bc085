"""A training establishment: registered, with arenas, a programme and people in office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.organisations.facts import (
    ArenaClosed,
    ArenaOpened,
    OfficerAppointed,
    OfficerReleased,
    OrganisationRegistered,
    ProgrammePublished,
)
from domain.organisations.organisation import Office, Organisation
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.support.history import Given, Then, folded
from tests.support.plans import DEPUTY, LEADER, ORGANISATION, OUTSIDER
from tests.support.stories import ARENA, ARENA_OPENED, FIRST_DAY, REGISTERED

KNOWN = frozenset(goal.code for goal in CATALOGUE.goals)
LAST_DAY = date(2025, 7, 31)
DAY_AFTER = LAST_DAY + timedelta(days=1)
DEPUTY_FROM, DEPUTY_TO = date(2025, 7, 1), date(2025, 7, 31)
SECTIONS = {"guidance": "Hver uke.", "assessment": "Hvert halvår.", "supervision": "Hver dag."}
CLOSED = ArenaClosed(arena="ARE-04", last_day=LAST_DAY)


def given(*facts: Fact) -> Given[Organisation]:
    return folded(Organisation, ORGANISATION, *facts)


def appointed(person: Id, office: Office, first_day: date, last_day: date | None) -> Fact:
    return OfficerAppointed(person=person, office=office, first_day=first_day, last_day=last_day)


def register(at: Given[Organisation]) -> Then:
    return at.when(
        lambda organisation: organisation.register(
            name="Åsnes kommune",
            organisation_number=None,
            registered_from=date(2019, 2, 1),
            decided_on=date(2019, 3, 1),
            stated_in="Helsedirektoratets vedtak",
        )
    )


def publish(at: Given[Organisation], *arenas: str, **sections: str) -> Then:
    return at.when(
        lambda organisation: organisation.publish_programme(
            first_day=FIRST_DAY, arenas=arenas, **(SECTIONS | sections)
        )
    )


def test_registration_counts_from_the_day_of_the_application() -> None:
    """R-ORG-01: applied for 1 February 2019, granted 1 March 2019."""
    then = register(given())
    then.then(
        OrganisationRegistered(
            name="Åsnes kommune",
            organisation_number=None,
            registered_from=date(2019, 2, 1),
            decided_on=date(2019, 3, 1),
            stated_in="Helsedirektoratets vedtak",
            basis=(Citation(act="spesialistforskriften", section="21", paragraph=3),),
        )
    )
    assert given(*then.facts).case.registered_spans == (Span(date(2019, 2, 1)),)


def test_an_establishment_is_registered_once() -> None:
    register(given(REGISTERED)).then_refused(NotAllowed, saying="already registered")


def test_an_establishment_that_was_never_registered_has_no_days() -> None:
    assert given().case.registered_spans == ()


def test_nothing_is_shaped_before_registration() -> None:
    at = given()
    opening = at.when(lambda o: o.open_arena(ARENA, first_day=FIRST_DAY, known=KNOWN))
    opening.then_refused(NotAllowed, saying="is not registered")
    publish(at, "ARE-04").then_refused(NotAllowed, saying="is not registered")
    appointing = at.when(
        lambda o: o.appoint(LEADER, Office.LEADER, first_day=FIRST_DAY, last_day=None)
    )
    appointing.then_refused(NotAllowed, saying="is not registered")


def test_an_arena_is_opened_with_the_goals_it_offers() -> None:
    then = given(REGISTERED).when(lambda o: o.open_arena(ARENA, first_day=FIRST_DAY, known=KNOWN))
    then.then(ARENA_OPENED)


def test_an_arena_offers_only_goals_of_the_catalogue() -> None:
    wrong = replace(ARENA, goals=("ALM-001", "ALM-089"), common_goals=("FKM-099",))
    then = given(REGISTERED).when(lambda o: o.open_arena(wrong, first_day=FIRST_DAY, known=KNOWN))
    then.then_refused(Invalid, saying="Unknown learning goals: ALM-089, FKM-099.")


def test_an_arena_may_offer_all_common_goals_without_naming_them() -> None:
    every = replace(ARENA, common_goals="all")
    then = given(REGISTERED).when(lambda o: o.open_arena(every, first_day=FIRST_DAY, known=KNOWN))
    then.then_recorded(ArenaOpened)


@pytest.mark.parametrize(
    ("facts", "first_day", "accepted"),
    [
        pytest.param((ARENA_OPENED,), DAY_AFTER, False, id="still-open"),
        pytest.param((ARENA_OPENED, CLOSED), LAST_DAY, False, id="on-its-last-day"),
        pytest.param((ARENA_OPENED, CLOSED), DAY_AFTER, True, id="the-day-after"),
    ],
)
def test_an_arena_is_opened_again_only_after_it_was_closed(
    facts: tuple[Fact, ...], first_day: date, *, accepted: bool
) -> None:
    then = given(REGISTERED, *facts).when(
        lambda o: o.open_arena(ARENA, first_day=first_day, known=KNOWN)
    )
    if accepted:
        then.then(ArenaOpened(arena=ARENA, first_day=first_day))
    else:
        then.then_refused(NotAllowed, saying="already open")


def test_an_arena_is_closed_after_a_last_day() -> None:
    at = given(REGISTERED, ARENA_OPENED)
    at.when(lambda o: o.close_arena("ARE-04", last_day=LAST_DAY)).then(CLOSED)
    assert "ARE-04" in given(REGISTERED, ARENA_OPENED, CLOSED).case.offered(LAST_DAY)
    assert "ARE-04" not in given(REGISTERED, ARENA_OPENED, CLOSED).case.offered(DAY_AFTER)


@pytest.mark.parametrize(
    ("arena", "last_day"),
    [
        pytest.param("ARE-09", LAST_DAY, id="never-opened"),
        pytest.param("ARE-04", FIRST_DAY - timedelta(days=1), id="not-yet-open"),
        pytest.param("ARE-04", DAY_AFTER, id="already-closed"),
    ],
)
def test_only_an_open_arena_is_closed(arena: str, last_day: date) -> None:
    at = given(REGISTERED, ARENA_OPENED, CLOSED)
    then = at.when(lambda o: o.close_arena(arena, last_day=last_day))
    then.then_refused(NotAllowed, saying=f"Arena {arena} is not open on {last_day}")


def test_an_arena_opened_again_was_still_open_in_its_former_days() -> None:
    later = date(2026, 8, 1)
    facts = (REGISTERED, ARENA_OPENED, CLOSED, ArenaOpened(arena=ARENA, first_day=later))
    case = given(*facts).case
    offered = ["ARE-04" in case.offered(day) for day in (FIRST_DAY, LAST_DAY, DAY_AFTER, later)]
    assert offered == [True, True, False, True]


def test_closing_one_arena_leaves_the_others_open() -> None:
    other = ArenaOpened(arena=replace(ARENA, code="ARE-05"), first_day=FIRST_DAY)
    case = given(REGISTERED, other, ARENA_OPENED, CLOSED).case
    assert set(case.offered(LAST_DAY)) == {"ARE-04", "ARE-05"}
    assert set(case.offered(DAY_AFTER)) == {"ARE-05"}
    assert case.arenas["ARE-04"].span == Span(FIRST_DAY, LAST_DAY)


def test_a_programme_says_where_how_guided_how_assessed_and_how_supervised() -> None:
    """L-SPF-23."""
    then = publish(given(REGISTERED, ARENA_OPENED), "ARE-04")
    then.then(
        ProgrammePublished(
            number=1,
            first_day=FIRST_DAY,
            arenas=("ARE-04",),
            basis=(Citation(act="spesialistforskriften", section="23", paragraph=1, letter="d"),),
            **SECTIONS,
        )
    )
    again = publish(given(REGISTERED, ARENA_OPENED, *then.facts), "ARE-04").facts[0]
    assert isinstance(again, ProgrammePublished)
    assert again.number == 2


@pytest.mark.parametrize("section", [pytest.param(s, id=f"R-ORG-02-no-{s}") for s in SECTIONS])
def test_a_programme_without_one_of_its_sections_is_not_published(section: str) -> None:
    then = publish(given(REGISTERED, ARENA_OPENED), "ARE-04", **{section: "  "})
    told = then.then_refused(RuleBroken, saying="The programme lacks", rule="R-ORG-02")
    assert isinstance(told, RuleBroken)
    assert len(told.findings) == 1


def test_everything_a_programme_lacks_is_told_at_once() -> None:
    then = publish(given(REGISTERED), guidance="", assessment="", supervision="")
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.says.en for finding in told.findings] == [
        "The programme lacks arenas with learning goals.",
        "The programme lacks guidance.",
        "The programme lacks assessment.",
        "The programme lacks clinical supervision.",
    ]


def test_a_programme_names_only_open_arenas() -> None:
    then = publish(given(REGISTERED, ARENA_OPENED), "ARE-04", "ARE-09")
    then.then_refused(NotAllowed, saying="ARE-09 is not open")


@pytest.mark.parametrize("office", list(Office))
def test_leaders_deputies_and_administrators_are_appointed_for_given_days(office: Office) -> None:
    then = given(REGISTERED).when(
        lambda o: o.appoint(LEADER, office, first_day=FIRST_DAY, last_day=None)
    )
    then.then(appointed(LEADER, office, FIRST_DAY, None))


@pytest.mark.parametrize(
    ("day", "may"),
    [
        pytest.param(date(2025, 6, 30), False, id="R-ROL-03-the-day-before"),
        pytest.param(DEPUTY_FROM, True, id="R-ROL-03-the-first-day-of-the-leave"),
        pytest.param(DEPUTY_TO, True, id="R-ROL-03-the-last-day-of-the-leave"),
        pytest.param(date(2025, 8, 1), False, id="R-ROL-03-the-day-after"),
    ],
)
def test_a_deputy_is_leader_on_the_days_of_the_leaders_leave(day: date, *, may: bool) -> None:
    deputy = appointed(DEPUTY, Office.DEPUTY, DEPUTY_FROM, DEPUTY_TO)
    administrator = appointed(OUTSIDER, Office.ADMINISTRATOR, FIRST_DAY, None)
    leaders = given(REGISTERED, deputy, administrator).case.leaders()
    assert any(day in span for span in leaders[DEPUTY]) is may
    assert OUTSIDER not in leaders


def test_nobody_holds_an_office_twice_for_a_day() -> None:
    at = given(REGISTERED, appointed(LEADER, Office.LEADER, FIRST_DAY, LAST_DAY))
    twice = at.when(lambda o: o.appoint(LEADER, Office.LEADER, first_day=LAST_DAY, last_day=None))
    twice.then_refused(NotAllowed, saying="already appointed")
    later = at.when(lambda o: o.appoint(LEADER, Office.LEADER, first_day=DAY_AFTER, last_day=None))
    later.then(appointed(LEADER, Office.LEADER, DAY_AFTER, None))
    besides = at.when(
        lambda o: o.appoint(LEADER, Office.ADMINISTRATOR, first_day=LAST_DAY, last_day=None)
    )
    besides.then(appointed(LEADER, Office.ADMINISTRATOR, LAST_DAY, None))


def test_an_office_does_not_end_before_it_begins() -> None:
    then = given(REGISTERED).when(
        lambda o: o.appoint(LEADER, Office.LEADER, first_day=DAY_AFTER, last_day=LAST_DAY)
    )
    then.then_refused(Invalid, saying="cannot be before")


def test_an_officer_is_released_after_a_last_day() -> None:
    facts = (REGISTERED, appointed(LEADER, Office.LEADER, FIRST_DAY, None))
    released = OfficerReleased(person=LEADER, office=Office.LEADER, last_day=LAST_DAY)
    then = given(*facts).when(lambda o: o.release(LEADER, Office.LEADER, last_day=LAST_DAY))
    then.then(released)
    assert given(*facts, released).case.leaders() == {LEADER: (Span(FIRST_DAY, LAST_DAY),)}
    again = given(*facts, released).when(
        lambda o: o.release(LEADER, Office.LEADER, last_day=DAY_AFTER)
    )
    again.then_refused(NotAllowed, saying="is not appointed")
    other = given(*facts).when(lambda o: o.release(LEADER, Office.DEPUTY, last_day=LAST_DAY))
    other.then_refused(NotAllowed, saying="is not appointed")
