"""A person's browser over real HTTP, to the application and to the provider alike."""

from __future__ import annotations

import re
from html import unescape
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin

import requests
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, get_cookie_header

_FORM = re.compile(r"<form[^>]*?action=\"([^\"]+)\".*?</form>", re.IGNORECASE | re.DOTALL)
_HIDDEN = re.compile(r"<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", re.IGNORECASE)
MOST_STEPS = 12


class Surfer:
    """Keeps cookies as a browser does, which counts this machine as safe; goes where it is sent."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._session = requests.Session()
        self._session.trust_env = False
        policy = DefaultCookiePolicy(secure_protocols=("https", "http"))
        self.cookies = RequestsCookieJar(policy=policy)
        self.page: requests.Response

    def close(self) -> None:
        self._session.close()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self._address).partition("?")[0]

    @property
    def text(self) -> str:
        return unescape(self.page.text)

    def get(self, url: str, *, stop: str | None = None) -> str | None:
        """Show a page; return where it was sent to if that is where to stop."""
        return self._follow(self._ask("GET", urljoin(self._address, url), {}), stop)

    def submit(self, *, at: str, stop: str | None = None, **fields: str) -> str | None:
        """Send the form of the page that goes to an address, with what it hides."""
        for found in _FORM.finditer(self.page.text):
            action = unescape(found[1])
            if at in action:
                hidden = {unescape(n): unescape(v) for n, v in _HIDDEN.findall(found[0])}
                url = urljoin(self.page.url, action)
                return self._follow(self._ask("POST", url, hidden | fields), stop)
        raise AssertionError(f"no form to {at} in {self.page.text}")

    def sign_in(self, by: str, who: str, *, level: str = "", stop: str | None = None) -> str | None:
        """Go to the provider from the page shown, say who one is there, and come back."""
        self.submit(at=f"/sign-in/{by}")
        return self.at_provider(who=who, level=level, act="sign-in", stop=stop)

    def at_provider(self, *, stop: str | None = None, **said: str) -> str | None:
        """Go on from the page that sends one there, and fill in what is asked for."""
        _, _, url = self.page.headers["Refresh"].partition("url=")
        sent = self.get(url, stop=stop)
        if sent or self.page.url.startswith(self._address):
            return sent
        return self.submit(at="/interaction/", stop=stop, **said)

    def _ask(self, method: str, url: str, form: dict[str, str]) -> requests.Response:
        request = requests.Request(method, url, data=form or None).prepare()
        # The library's own jar forgets what counts as safe when it sends.
        if told := get_cookie_header(self.cookies, request):  # type: ignore[no-untyped-call]
            request.headers["Cookie"] = told
        response = self._session.send(request, allow_redirects=False, timeout=20)
        extract_cookies_to_jar(self.cookies, request, response.raw)  # type: ignore[no-untyped-call]
        return response

    def _follow(self, response: requests.Response, stop: str | None) -> str | None:
        for _ in range(MOST_STEPS):
            location = response.headers.get("Location")
            if location is None:
                self.page = response
                return None
            url = urljoin(response.url, location)
            if stop and url.startswith(stop):
                return url
            response = self._ask("GET", url, {})
        raise AssertionError("sent in a ring")
