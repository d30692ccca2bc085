"""The whole way over real HTTP: the application, the certified provider, and people's browsers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from infrastructure.oidc.proofs import new_key
from tests.infrastructure.oidc.running import (
    CONSUMER,
)
from tests.infrastructure.oidc.test_certified_machine import given, request_proof
from tests.support.processes import eventually
from tests.support.town import Town
from tests.web.sign_in.house import registered
from tests.web.sign_in.street import Street, street_of

pytestmark = pytest.mark.slow
HIGH, SUBSTANTIAL = "idporten-loa-high", "idporten-loa-substantial"
GOALS = "/api/v1/catalogue/goals"


@pytest.fixture(scope="module")
def street(hamlet: Town) -> Iterator[Street]:
    with street_of(hamlet) as made:
        yield made


def test_a_doctor_comes_in_the_helseid_way_to_where_she_was(street: Street) -> None:
    kari = street.browser()
    kari.get("/me")
    assert kari.path == "/sign-in"
    kari.sign_in("helseid", "doctor")
    assert kari.path == "/me"
    assert "Kari Nordmann" in kari.text
    assert street.last() == (street.kari, "helseid", "signed-in")


def test_a_leader_comes_in_the_idporten_way(street: Street) -> None:
    lars = street.browser()
    lars.get("/sign-in")
    lars.sign_in("idporten", "leader", level=HIGH)
    assert lars.path == "/"
    assert "Lars Holm" in lars.text
    assert street.last() == (street.lars, "idporten", "signed-in")


@pytest.mark.parametrize(("by", "level"), [("helseid", ""), ("idporten", HIGH)])
def test_one_proves_anew_at_the_same_provider_and_nobody_else_does(
    street: Street, by: str, level: str
) -> None:
    kari = street.browser()
    kari.get("/sign-in")
    kari.sign_in(by, "doctor", level=level)
    kari.get("/sign-in/anew?next=/me")
    kari.submit(at="/sign-in/anew")
    kari.at_provider(who="doctor", level=level, act="sign-in")
    assert kari.path == "/me"
    assert street.last() == (street.kari, by, "proved-anew")

    before = street.opened()
    kari.get("/sign-in/anew?next=/me")
    kari.submit(at="/sign-in/anew")
    kari.at_provider(who="leader", level=level, act="sign-in")
    # The provider ends the session of the one before, by a form it has the browser send.
    kari.submit(at="/session/end/confirm")
    assert kari.page.status_code == 403
    assert "en annen enn den som er logget inn" in kari.text
    assert street.opened() == before


def test_going_out_at_the_provider_ends_it_at_every_browser_that_came_by_it(
    street: Street,
) -> None:
    kari = street.browser()
    kari.get("/sign-in")
    kari.sign_in("helseid", "doctor")
    # The cookies of the application are lost, and those of the provider are not: a second session.
    ours = {"__Host-alis", "__Host-alis-begun"}
    first = next(one for one in kari.cookies if one.name == "__Host-alis")
    for cookie in [one for one in kari.cookies if one.name in ours]:
        kari.cookies.clear(cookie.domain, cookie.path, cookie.name)
    kari.get("/sign-in")
    kari.sign_in("helseid", "doctor")
    assert kari.path == "/"
    kari.submit(at="/sign-out")
    assert "Du er logget ut" in kari.text
    assert "id_token_hint" in kari.page.text
    kari.submit(at="/session/end")
    kari.submit(at="/session/end/confirm", logout="yes")
    assert kari.path == "/signed-out"
    eventually(lambda: street.last() == (street.kari, "helseid", "ended-by-provider"))
    kari.cookies.set_cookie(first)
    kari.get("/me")
    assert kari.path == "/sign-in"
    # And there one must say who one is once more.
    kari.submit(at="/sign-in/helseid")
    kari.get(kari.page.headers["Refresh"].partition("url=")[2])
    assert kari.page.url.startswith(street.issuers["helseid"])


@pytest.mark.parametrize(
    ("by", "signs_in", "outcome", "says"),
    [
        ("helseid", ("stranger", ""), "person-not-entered", "Administratoren i virksomheten"),
        ("idporten", ("stranger", HIGH), "person-not-entered", "Administratoren i virksomheten"),
        ("helseid", ("hurried", ""), "security-level-too-low", "høyeste sikkerhetsnivå"),
        ("idporten", ("doctor", SUBSTANTIAL), "security-level-too-low", "høyeste sikkerhetsnivå"),
        ("helseid", ("unnumbered", ""), "identity-number-missing", "oppga ikke fødselsnummer"),
    ],
)
def test_who_is_not_let_in_is_told_and_may_try_again(
    street: Street, by: str, signs_in: tuple[str, str], outcome: str, says: str
) -> None:
    before, visitor = street.opened(), street.browser()
    visitor.get("/sign-in")
    who, level = signs_in
    visitor.sign_in(by, who, level=level)
    assert visitor.page.status_code == 403
    assert says in visitor.text
    assert "Prøv igjen" in visitor.text
    assert street.opened() == before
    assert street.last() == (None, by, outcome)
    visitor.get("/me")
    assert visitor.path == "/sign-in"


@pytest.mark.parametrize("by", ["helseid", "idporten"])
def test_whoever_cancels_is_not_let_in(street: Street, by: str) -> None:
    before, visitor = street.opened(), street.browser()
    visitor.get("/sign-in")
    visitor.submit(at=f"/sign-in/{by}")
    visitor.at_provider(act="cancel")
    assert visitor.page.status_code == 403
    assert "avbrutt" in visitor.text
    assert street.opened() == before
    assert street.last() == (None, by, "sign-in-cancelled")


def test_an_answer_stolen_or_played_again_lets_nobody_in(street: Street) -> None:
    kari, thief = street.browser(), street.browser()
    kari.get("/sign-in")
    answer = kari.sign_in("helseid", "doctor", stop=street.answer("helseid"))
    assert answer
    before = street.opened()
    thief.get("/sign-in")
    thief.get(answer)
    assert thief.page.status_code == 403
    # The thief's own, begun at the same time, does not fit it either.
    thief.get("/sign-in")
    thief.submit(at="/sign-in/helseid")
    thief.get(answer)
    assert thief.page.status_code == 403
    assert street.opened() == before
    kari.get(answer)
    assert (kari.path, street.opened()) == ("/", before + 1)
    kari.get(answer)
    assert kari.page.status_code == 403
    assert street.opened() == before + 1
    assert street.last() == (street.kari, "helseid", "sign-in-not-ours")


def test_a_program_reads_with_its_scope_and_not_without(street: Street) -> None:
    number = CONSUMER["ID"].removeprefix("0192:")
    establishment = registered(street.town, number)
    card = f"/api/v1/organisations/{establishment}"
    for path, scope, status in (
        (GOALS, "alis:catalogue.read", 200),
        (card, "alis:establishments.read", 200),
        (f"{card}/coverage", "alis:establishments.read", 200),
        (GOALS, "alis:read", 403),
        (card, "alis:catalogue.read", 403),
        ("/api/v1/me/tasks", "alis:catalogue.read alis:establishments.read", 403),
    ):
        key = new_key()
        sent = given(street.issuers["helseid"], key, scope)["access_token"]
        url = f"{street.address}{path}"
        headers = {"Authorization": f"DPoP {sent}", "DPoP": request_proof(key, sent, url)}
        found = requests.get(url, headers=headers, timeout=20)
        assert found.status_code == status, found.text
        # The same proof once more, or none, is worth nothing.
        assert requests.get(url, headers=headers, timeout=20).status_code == 401
        del headers["DPoP"]
        assert requests.get(url, headers=headers, timeout=20).status_code == 401
