"""Who is not let in is told why in both languages, who can help, and how to try again."""

from __future__ import annotations

import pytest

from tests.infrastructure.oidc.running import DOCTOR, LEADER
from tests.web.sign_in.house import House, come_back, entered, is_signed_in
from web.pages.visit import COOKIE

PID = "helseid://claims/identity/pid"
HPR = "helseid://claims/hpr/hpr_number"
LEVEL = "helseid://claims/identity/security_level"
NOBODY = "21817905150"


def tried(home: House, *, language: str = "nb", **answer: str | None) -> tuple[int, str, bool]:
    """Return the status, the page and whether anybody was let in or made up."""
    before, people = home.opened, home.rows("SELECT count(*) FROM directory.people")
    visitor = home.browser()
    visitor.get("/sign-in")
    visitor.send("/language", {"language": language, "back": "/sign-in"})
    visitor.send("/sign-in/helseid")
    come_back(visitor, home.answer(**answer))
    status, page = visitor.status, visitor.page
    assert home.rows("SELECT count(*) FROM directory.people") == people
    return status, page, home.opened > before or is_signed_in(visitor)


@pytest.mark.parametrize(
    ("language", "says", "again"),
    [("nb", "ble avbrutt", "Prøv igjen"), ("en", "was cancelled", "Try again")],
)
def test_whoever_cancels_is_told_so(home: House, language: str, says: str, again: str) -> None:
    status, page, let_in = tried(home, language=language, code=None, error="access_denied")
    assert (status, let_in) == (403, False)
    assert says in page
    assert again in page
    assert home.noted == (None, "helseid", "sign-in-cancelled")


@pytest.mark.parametrize(
    ("language", "says"), [("nb", "høyeste sikkerhetsnivå"), ("en", "highest security level")]
)
def test_too_low_a_level_is_told(home: House, language: str, says: str) -> None:
    home.liar.lies.claims = {LEVEL: "3"}
    status, page, let_in = tried(home, language=language)
    assert (status, let_in) == (403, False)
    assert says in page
    assert home.noted == (None, "helseid", "security-level-too-low")


@pytest.mark.parametrize(
    ("language", "says"),
    [("nb", "Administratoren i virksomheten din"), ("en", "administrator of your establishment")],
)
def test_one_who_is_not_entered_is_told_who_can_help(home: House, language: str, says: str) -> None:
    home.liar.lies.claims = {PID: NOBODY, HPR: "7654321"}
    status, page, let_in = tried(home, language=language)
    assert (status, let_in) == (403, False)
    assert says in page
    assert NOBODY not in page
    assert home.noted == (None, "helseid", "person-not-entered")


def test_one_entered_by_hpr_number_alone_is_found_by_it(home: House) -> None:
    doctor = entered(home.town, "Ida Lege", None, hpr="9100001")
    home.liar.lies.claims = {PID: NOBODY, HPR: "009100001"}
    visitor = home.signed_in()
    assert home.noted == (doctor, "helseid", "signed-in")
    assert "Ida Lege" in visitor.page


def test_an_hpr_number_does_not_outweigh_another_identity_number(home: House) -> None:
    """The entry has an identity number, and it is not that of the one who signs in."""
    entered(home.town, "Tor Lege", "13857505063", hpr="9100002")
    home.liar.lies.claims = {PID: NOBODY, HPR: "9100002"}
    _, _, let_in = tried(home)
    assert not let_in
    assert home.noted == (None, "helseid", "person-not-entered")


def test_two_entries_of_one_are_not_chosen_from(home: House) -> None:
    entered(home.town, "Kari N", None, hpr="9100003")
    home.liar.lies.claims = {PID: DOCTOR, HPR: "9100003"}
    status, page, let_in = tried(home)
    assert (status, let_in) == (403, False)
    assert "to ulike registreringer" in page
    assert home.noted == (None, "helseid", "person-entered-twice")


def test_one_merged_into_another_signs_in_as_the_one_kept(home: House) -> None:
    """And the sessions there were as the double are over at once."""
    number = "18842005023"
    double = entered(home.town, "Bo Dobbel", number)
    kept = entered(home.town, "Bo", None)
    home.liar.lies.claims = {PID: number, HPR: None}
    visitor = home.signed_in()
    assert home.noted[0] == double
    home.town.directory.merge(double, kept)
    assert not is_signed_in(visitor)
    home.sign_in(visitor)
    assert home.noted == (kept, "helseid", "signed-in")


def test_whoever_signs_in_ends_what_another_had_open_here(home: House) -> None:
    visitor = home.signed_in()
    before = visitor.client.get_cookie(COOKIE, domain="localhost")
    home.liar.lies.claims = {PID: LEADER, "sub": "leader"}
    home.sign_in(visitor)
    assert home.noted == (home.lars, "helseid", "signed-in")
    assert "Lars Holm" in visitor.page
    assert before
    visitor.client.set_cookie(COOKIE, before.value, domain="localhost", secure=True)
    assert not is_signed_in(visitor)
