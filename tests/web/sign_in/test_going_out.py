"""One goes out here, at the provider, and everywhere; and the provider, or an office, shows out."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from infrastructure.oidc.id_tokens import LOGGED_OUT
from tests.infrastructure.oidc.dishonest import Reply
from tests.infrastructure.oidc.keys import ec_key
from tests.support.browser import HERE, Browser
from tests.web.sign_in.house import House, Present, is_signed_in
from web.pages.guards import HEADERS

OUT = "/sign-in/helseid/logged-out"
POLICY = "Content-Security-Policy"


def test_out_here_first_and_then_at_the_provider_by_a_form(home: House) -> None:
    visitor = home.signed_in()
    assert visitor.client.get("/me", base_url=HERE).headers[POLICY] == HEADERS[POLICY]
    found = visitor.send("/sign-out")
    assert f'action="{home.liar.issuer}/out"' in visitor.page
    assert 'name="id_token_hint"' in visitor.page
    assert f'value="{HERE}/signed-out"' in visitor.page
    # No other page may send its forms there, and no address has the token.
    assert f"form-action 'self' {home.liar.issuer};" in found.headers[POLICY]
    assert found.headers["Cache-Control"] == "no-store"
    assert home.noted == (home.kari, "helseid", "signed-out")
    assert not is_signed_in(visitor)
    found = visitor.get("/signed-out")
    assert "Du er logget ut" in visitor.page
    assert found.headers[POLICY] == HEADERS[POLICY]


def test_a_provider_that_is_down_keeps_nobody_in(home: House, watch: Present) -> None:
    visitor = home.signed_in()
    watch.pass_by(hours=25)
    home.liar.lies.replies["/.well-known/openid-configuration"] = Reply({}, 503)
    visitor.send("/sign-out")
    assert visitor.path == "/sign-in"
    assert not is_signed_in(visitor)


def test_one_whose_provider_is_no_longer_here_goes_out_too(home: House) -> None:
    visitor = home.signed_in()
    home.rows("UPDATE sessions.open SET issuer = 'https://gone.example' WHERE ended_at IS NULL")
    visitor.send("/sign-out")
    assert visitor.path == "/sign-in"
    assert home.noted == (home.kari, "other", "signed-out")
    assert not is_signed_in(visitor)


def test_out_everywhere(home: House) -> None:
    here, elsewhere = home.signed_in(), home.signed_in()
    here.get("/me")
    here.send("/sign-out", {"everywhere": "1"})
    assert home.noted == (home.kari, "helseid", "out-everywhere")
    assert not is_signed_in(here)
    assert not is_signed_in(elsewhere)


def logout_token(home: House, watch: Present, **changed: Any) -> str:
    claims = {
        "iss": home.liar.issuer,
        "aud": "alis",
        "iat": watch.seconds,
        "exp": watch.seconds + 120,
        "jti": f"{home.liar.issuer}|{len(home.liar.asked)}",
        "sid": "s-1",
        "sub": "doctor",
        "events": {LOGGED_OUT: {}},
    }
    kept = {name: value for name, value in (claims | changed).items() if value is not None}
    return home.liar.signed(kept, typ="logout+jwt")


def told(home: House, *tokens: str, at: str = OUT) -> tuple[int, str | None]:
    """Have the provider say so: without a cookie, and without any header of a browser."""
    found = home.app.test_client().post(at, base_url=HERE, data={"logout_token": list(tokens)})
    return found.status_code, found.headers["Cache-Control"]


def in_session(home: House, sid: str) -> Browser:
    home.liar.lies.claims = {"sid": sid}
    visitor = home.signed_in()
    home.liar.lies.claims = {}
    return visitor


def test_the_provider_ends_one_session_or_all_of_a_subject(home: House, watch: Present) -> None:
    first, second, third = (in_session(home, sid) for sid in ("s-1", "s-2", "s-3"))
    assert told(home, logout_token(home, watch)) == (200, "no-store")
    assert home.noted == (home.kari, "helseid", "ended-by-provider")
    assert [is_signed_in(one) for one in (first, second, third)] == [False, True, True]
    token = logout_token(home, watch, sid=None, jti="all")
    assert told(home, token) == (200, "no-store")
    assert [is_signed_in(one) for one in (second, third)] == [False, False]


def test_a_logout_token_is_good_once(home: House, watch: Present) -> None:
    token = logout_token(home, watch, sid=None)
    assert told(home, token) == (200, "no-store")
    visitor = home.signed_in()
    assert told(home, token) == (400, "no-store")
    assert is_signed_in(visitor)


WRONG: dict[str, dict[str, Any]] = {
    "nobody": {"sid": None, "sub": None},
    "to another": {"aud": "other"},
    "from another": {"iss": "https://other.example"},
    "no event": {"events": None},
    "too old": {"exp": 1},
    "no id": {"jti": None},
}


def test_what_failed_halfway_is_done_when_it_is_said_once_more(home: House, watch: Present) -> None:
    """The token was noted as used, and then the machine stopped."""
    visitor = home.signed_in()
    token = logout_token(home, watch, jti="halfway", iat=watch.seconds + 20)
    home.rows(
        "INSERT INTO signing_in.used_once VALUES (sha256(%s), 'tomorrow')",
        f"logout:{home.liar.issuer}:halfway".encode(),
    )
    assert is_signed_in(visitor)
    assert told(home, token) == (400, "no-store")
    assert not is_signed_in(visitor)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_not_believed_ends_nothing(
    home: House, watch: Present, wrong: dict[str, Any]
) -> None:
    visitor = home.signed_in()
    assert told(home, logout_token(home, watch, **wrong)) == (400, "no-store")
    assert is_signed_in(visitor)


def test_what_is_no_logout_token_ends_nothing(home: House, watch: Present) -> None:
    visitor = home.signed_in()
    right = logout_token(home, watch)
    for tokens in ((), (right, right), ("x",), (home.liar._tokens()["id_token"],)):
        assert told(home, *tokens) == (400, "no-store")
    assert is_signed_in(visitor)


def test_signed_by_somebody_else_it_ends_nothing(home: House, watch: Present) -> None:
    visitor = home.signed_in()
    home.liar.lies.key = ec_key("somebody")
    assert told(home, logout_token(home, watch)) == (400, "no-store")
    assert told(home, "x", at="/sign-in/somewhere/logged-out")[0] == 404
    assert is_signed_in(visitor)


def test_without_the_providers_keys_it_is_told_that_it_may_come_again(
    home: House, watch: Present
) -> None:
    visitor, token = home.signed_in(), logout_token(home, watch)
    home.liar.lies.replies["/jwks"] = Reply({}, 503)
    watch.pass_by(hours=25)
    assert told(home, token) == (503, "no-store")
    watch.pass_by(hours=-25)
    assert is_signed_in(visitor)


def test_the_log_only_grows(home: House) -> None:
    home.signed_in()
    for statement in (
        "UPDATE signing_in.log SET outcome = 'x'",
        "DELETE FROM signing_in.log",
        "TRUNCATE signing_in.log",
    ):
        with pytest.raises(psycopg.errors.DatabaseError):
            home.rows(statement)
        with (
            psycopg.connect(home.town.addresses.application) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement.encode())
