"""Every sign-in and everybody who is kept out is logged, by id and without what was sent."""

from __future__ import annotations

import logging

import pytest

from tests.support.browser import HERE, browser
from tests.support.town import Town


@pytest.fixture(autouse=True)
def listening(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_who_is_refused_over_the_api_is_logged(
    aasnes: Town, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = aasnes.people["stranger"]
    assert aasnes.get("/docket", "stranger", "auditor").status_code == 403
    assert aasnes.client.get("/api/v1/docket").status_code == 401
    told = [one for one in caplog.messages if one.startswith("refused")]
    assert len(told) == 2
    assert told[0].startswith(f"refused 403 to {stranger} at proceedings.get_docket: ")
    assert told[1] == "refused 401 to nobody at proceedings.get_docket: not-signed-in"


def test_what_is_done_is_not_logged_as_refused(
    aasnes: Town, caplog: pytest.LogCaptureFixture
) -> None:
    assert aasnes.get("/me/roles", "leader", "leader").status_code == 200
    assert not [one for one in caplog.messages if one.startswith("refused")]


def test_a_forged_form_is_logged(aasnes: Town, caplog: pytest.LogCaptureFixture) -> None:
    visitor = browser(aasnes, "leader")
    visitor.client.post("/sign-out", base_url=HERE, headers={"Sec-Fetch-Site": "cross-site"})
    leader = aasnes.people["leader"]
    assert f"refused 403 to {leader} at signing.sign_out: form-of-another" in caplog.messages


def test_signing_in_and_out_is_logged_by_id(aasnes: Town, caplog: pytest.LogCaptureFixture) -> None:
    visitor, leader = browser(aasnes, "leader"), aasnes.people["leader"]
    visitor.send("/sign-out", {"everywhere": "1"})
    assert f"{leader} signed in by test" in caplog.messages
    assert f"{leader} signed out everywhere" in caplog.messages
    assert "Leader" not in caplog.text
