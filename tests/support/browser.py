"""A browser without scripts: it keeps its cookies, and sends the forms it was shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from application.sessions import SignedIn
from tests.support.town import Town
from web.pages.visit import COOKIE

HERE = "https://localhost"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
OWN_SITE = {"Sec-Fetch-Site": "same-origin"}


@dataclass(slots=True)
class Browser:
    """One person's browser; ``page`` is what it shows."""

    client: FlaskClient
    page: str = ""
    status: int = 0
    path: str = ""

    def get(self, path: str, **headers: str) -> TestResponse:
        found = self.client.get(path, base_url=HERE, headers=headers, follow_redirects=True)
        return self._shown(found)

    def send(
        self,
        path: str,
        told: dict[str, Any] | None = None,
        *,
        headers: Mapping[str, str] = OWN_SITE,
    ) -> TestResponse:
        """Send a form of the page that is shown, with what it hides."""
        hidden: dict[str, Any] = {}
        for name, value in HIDDEN.findall(self.page):
            hidden.setdefault(name, []).append(unescape(value))
        found = self.client.post(
            path,
            base_url=HERE,
            data=hidden | (told or {}),
            headers=headers,
            follow_redirects=True,
        )
        return self._shown(found)

    def _shown(self, found: TestResponse) -> TestResponse:
        self.page, self.status = unescape(found.get_data(as_text=True)), found.status_code
        self.path = found.request.path
        return found


def browser(
    town: Town, name: str | None = None, *, signed_in_at: datetime | None = None
) -> Browser:
    """Return a new browser, signed in as somebody of the town if one is named, now if not told."""
    made = Browser(client=town.client.application.test_client())
    if name:
        sessions = town.client.application.extensions["alis-sessions"]
        how = SignedIn(
            issuer="test", subject=name, authenticated_at=signed_in_at or datetime.now(UTC)
        )
        secret = sessions.open(town.people[name], how, language="nb")
        made.client.set_cookie(COOKIE, secret, domain="localhost", secure=True)
        made.get("/")
        assert (made.status, made.path) == (200, "/"), made.page
    return made
