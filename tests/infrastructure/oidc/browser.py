"""A browser without pictures: it keeps cookies, follows redirects, and fills in forms."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests

from tests.infrastructure.oidc.running import CALLBACK

_FORM = re.compile(r"<form[^>]*action=\"([^\"]+)\"", re.IGNORECASE)
_HIDDEN = re.compile(r"<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", re.IGNORECASE)
MOST_STEPS = 10
AT_THE_PROVIDER = ("/auth", "/interaction")


class Browser:
    """One person's browser at the provider."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self.pages: list[str] = []

    def close(self) -> None:
        self._session.close()

    def get(self, url: str) -> requests.Response:
        return self._follow(self._session.get(url, allow_redirects=False, timeout=20))

    def submit(self, page: requests.Response, **fields: str) -> requests.Response:
        """Send the page's form, with what it hides and what the person filled in."""
        form = _FORM.search(page.text)
        assert form, page.text
        filled = {unescape(name): unescape(value) for name, value in _HIDDEN.findall(page.text)}
        url = urljoin(page.url, unescape(form[1]))
        sent = self._session.post(url, data=filled | fields, allow_redirects=False, timeout=20)
        return self._follow(sent)

    def sign_in(self, url: str, who: str, *, level: str = "") -> dict[str, str]:
        """Go where we are sent, sign in if asked, and return what comes back to us."""
        page = self.get(url)
        if came_back(page) is None:
            self.pages.append(page.text)
            page = self.submit(page, who=who, level=level, act="sign-in")
        answer = came_back(page)
        assert answer is not None, page.text
        return answer

    def _follow(self, response: requests.Response) -> requests.Response:
        for _ in range(MOST_STEPS):
            location = response.headers.get("Location")
            if location is None or not urlsplit(location).path.startswith(
                ("/auth", "/interaction")
            ):
                return response
            url = urljoin(response.url, location)
            if url.startswith(CALLBACK):
                return response
            response = self._session.get(url, allow_redirects=False, timeout=20)
        raise AssertionError("sent in a ring")


def came_back(response: requests.Response) -> dict[str, str] | None:
    """Return the query that the browser would bring us, if it was sent to us."""
    location = response.headers.get("Location", "")
    if not location.startswith(CALLBACK):
        return None
    return dict(parse_qsl(urlsplit(location).query, keep_blank_values=True))
