"""Signing in and out: a new secret each time, ended on the server, and never told to a script."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from application.entrance import Entrance
from application.ids import new_id
from application.sessions import SignedIn
from domain.shared.ids import Id
from tests.support.browser import HERE, browser
from tests.support.town import Town
from web.pages.visit import COOKIE


def secret(found: object) -> str:
    """Return the secret a response gives the browser."""
    cookies = [one for one in found.headers.getlist("Set-Cookie") if one.startswith(COOKIE)]  # type: ignore[attr-defined]
    assert cookies, "no secret was given"
    return str(cookies[0])


def test_the_cookie_goes_to_this_host_alone_and_to_no_script(aasnes: Town) -> None:
    visitor = browser(aasnes)
    visitor.get("/sign-in")
    given = visitor.client.post(
        "/sign-in/demo", base_url=HERE, data={"person": str(aasnes.people["leader"])}
    )
    told = secret(given)
    assert given.status_code == 303
    for wanted in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert wanted in told
    assert "Domain" not in told


def test_each_sign_in_has_a_secret_of_its_own_and_the_one_before_is_over(aasnes: Town) -> None:
    visitor = browser(aasnes, "leader")
    first = visitor.client.get_cookie(COOKIE, domain="localhost")
    visitor.send("/sign-in/demo", {"person": str(aasnes.people["deputy"])})
    second = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert first
    assert second
    assert first.value != second.value
    visitor.client.set_cookie(COOKIE, first.value, domain="localhost", secure=True)
    visitor.get("/")
    assert visitor.path == "/sign-in"


def test_signed_out_the_secret_is_worth_nothing(aasnes: Town) -> None:
    visitor = browser(aasnes, "leader")
    kept = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert kept
    visitor.send("/sign-out")
    assert visitor.path == "/sign-in"
    visitor.client.set_cookie(COOKIE, kept.value, domain="localhost", secure=True)
    visitor.get("/leader")
    assert visitor.path == "/sign-in"


def test_signed_out_everywhere_every_browser_is(aasnes: Town) -> None:
    here, elsewhere = browser(aasnes, "leader"), browser(aasnes, "leader")
    here.send("/sign-out", {"everywhere": "1"})
    elsewhere.get("/")
    assert elsewhere.path == "/sign-in"


def test_nobody_becomes_one_who_is_not_on_the_list(aasnes: Town) -> None:
    visitor = browser(aasnes)
    visitor.get("/sign-in")
    for person in ("", "nobody", "00000000-0000-0000-0000-000000000001"):
        visitor.send("/sign-in/demo", {"person": person})
        assert visitor.status == 400
        assert COOKIE not in str(visitor.client.get_cookie(COOKIE, domain="localhost"))


@pytest.mark.parametrize("path", ["/", "/leader", "/doctor", "/me"])
def test_who_is_not_signed_in_is_asked_to(aasnes: Town, path: str) -> None:
    visitor = browser(aasnes)
    visitor.get(path)
    assert visitor.path == "/sign-in"


def entrance(town: Town) -> Entrance:
    found = town.client.application.extensions["alis-entrance"]
    assert isinstance(found, Entrance)
    return found


def session_of(town: Town, person: Id) -> str:
    """Return the secret of a session that somebody has somewhere."""
    how = SignedIn(issuer="test", subject=str(person), authenticated_at=datetime.now(UTC))
    return entrance(town).sessions.open(person, how, language="nb")


def is_open(town: Town, secret: str) -> bool:
    return entrance(town).sessions.find(secret) is not None


OPERATOR = ("operator", "system-administrator")
END = "/system-administrator/do/sessions/end"


def with_hpr(town: Town) -> Id:
    """Return somebody new who is known by an HPR number."""
    told = {"name": "Kari Mistet", "hpr": f"{int(new_id()[:5], 16) + 1_000_000}"}
    return Id(town.post("/people", *OPERATOR, told).json["person"])


def hpr_of(town: Town, person: Id) -> str:
    return str(town.directory.people([person])[person].hpr)


@pytest.mark.usefixtures("at_work")
def test_a_system_administrator_signs_somebody_out_everywhere(aasnes: Town) -> None:
    lost, operator = with_hpr(aasnes), browser(aasnes, "operator")
    secrets = [session_of(aasnes, lost) for _ in range(2)]
    operator.get("/system-administrator")
    assert f'href="{END}"' in operator.page
    operator.get(END)
    operator.send(END, {"person": hpr_of(aasnes, lost)})
    assert "Kari Mistet" in operator.page
    assert all(is_open(aasnes, one) for one in secrets)
    operator.send(END, {"person": hpr_of(aasnes, lost), "confirmed": "1"})
    assert (operator.status, operator.path) == (200, f"{END}/done")
    assert not any(is_open(aasnes, one) for one in secrets)
    (line, *_) = entrance(aasnes).lines(lost, most=1)
    assert (line.provider, line.outcome) == ("operations", "ended-by-system-administrator")
    operator.get("/")
    assert operator.path == "/"


@pytest.mark.parametrize("name", ["leader", "administrator", "directorate", "stranger"])
def test_nobody_else_signs_others_out(aasnes: Town, name: str) -> None:
    other, secret = browser(aasnes, name), session_of(aasnes, aasnes.people["midwife"])
    other.send(END, {"person": str(aasnes.people["midwife"]), "confirmed": "1"})
    assert other.status == 403
    assert is_open(aasnes, secret)


@pytest.mark.parametrize(
    ("person", "status"),
    [("", 400), ("9999999", 400), ("ingen", 400), ("00000000-0000-0000-0000-000000000001", 404)],
)
def test_one_who_is_not_known_is_told_beside_the_field(
    aasnes: Town, person: str, status: int
) -> None:
    operator = browser(aasnes, "operator")
    operator.get(END)
    operator.send(END, {"person": person, "confirmed": "1"})
    assert operator.status == status
    assert 'id="wrong-person"' in operator.page


def test_a_double_is_signed_out_as_it_is_merged(aasnes: Town) -> None:
    double, into = with_hpr(aasnes), with_hpr(aasnes)
    plan = aasnes.plan()
    area = {"person": double, "firstDay": "2026-02-01", "competenceArea": "barsel"}
    aasnes.done(f"{plan}/clinical-supervisors", "leader", "leader", area)
    secret, kept = session_of(aasnes, double), session_of(aasnes, into)
    refused = aasnes.post("/people/merge", *OPERATOR, {"double": double, "into": double})
    assert refused.status_code == 400
    assert is_open(aasnes, secret)
    aasnes.done("/people/merge", *OPERATOR, {"double": double, "into": into})
    assert not is_open(aasnes, secret)
    assert is_open(aasnes, kept)


def test_entries_that_are_read_over_are_not_merged_yet(aasnes: Town) -> None:
    """What is rehearsed leaves no fact, no mark in the directory, and nobody signed out."""
    double, into, operator = with_hpr(aasnes), with_hpr(aasnes), browser(aasnes, "operator")
    area = {"person": double, "firstDay": "2026-02-01", "competenceArea": "barsel"}
    aasnes.done(f"{aasnes.plan()}/clinical-supervisors", "leader", "leader", area)
    secret, position = session_of(aasnes, double), aasnes.services.histories.position()
    path = "/system-administrator/do/people/merge"
    operator.get(path)
    told = {"double": hpr_of(aasnes, double), "into": hpr_of(aasnes, into)}
    operator.send(path, told)
    assert "Se over før du sender" in operator.page
    assert aasnes.services.histories.position() == position
    assert aasnes.directory.same([into]) == {into}
    assert is_open(aasnes, secret)
