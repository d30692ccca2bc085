"""Speaking with a provider over HTTP: no redirects, no endless answers, no endless waiting."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from infrastructure.oidc.refusing import unreachable

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
MOST_BYTES = 1_000_000
CHUNK = 16_384
FAILED = 500
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A status, the JSON object that came with it (empty where there was none), and a nonce."""

    status: int
    body: Mapping[str, Any]
    dpop_nonce: str | None

    @property
    def good(self) -> bool:
        return self.status in (200, 201)

    @property
    def error(self) -> str:
        """Return the provider's error code, fit for a log."""
        code = self.body.get("error")
        plain = isinstance(code, str) and code.replace("_", "").isalnum() and code.isascii()
        return str(code)[:60] if plain else f"status {self.status}"


def is_safe(url: object) -> bool:
    """Return whether an address may be spoken with: TLS, or this very machine."""
    if not isinstance(url, str):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)


def belongs(url: object, issuer: str) -> bool:
    """Return whether an issuer's metadata may name the address: never this machine, but its own."""
    return is_safe(url) and (issuer.startswith("http:") or str(url).startswith("https:"))


def get(url: str) -> Answer:
    return _ask("GET", url, None, {})


def post(url: str, form: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
    return _ask("POST", url, form, headers)


def _ask(
    method: str, url: str, form: Mapping[str, str] | None, headers: Mapping[str, str]
) -> Answer:
    """Raise Unavailable if there is no answer, or one that only a broken provider gives."""
    if not is_safe(url):
        raise unreachable("an address without TLS")
    try:
        with requests.request(
            method,
            url,
            data=form,
            # Plain, so that what is read is no larger than what was sent.
            headers={"Accept": "application/json", "Accept-Encoding": "identity", **headers},
            # Never what a .netrc file says: nothing else here may add a header.
            auth=_as_it_is,
            allow_redirects=False,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            stream=True,
        ) as response:
            body = _read(response)
    except (requests.RequestException, HTTPError) as why:
        raise unreachable(f"{_place(url)}: {type(why).__name__}") from None
    if response.status_code >= FAILED:
        raise unreachable(f"{_place(url)}: status {response.status_code}")
    return Answer(
        status=response.status_code,
        body=_object(body),
        dpop_nonce=response.headers.get("DPoP-Nonce"),
    )


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _read(response: requests.Response) -> bytes:
    """Read whatever has come, again and again, so that a trickle does not outlast the time."""
    ends = time.monotonic() + READ_SECONDS
    body = bytearray()
    while part := response.raw.read1(CHUNK):
        body += part
        if len(body) > MOST_BYTES:
            raise requests.RequestException("too much")
        if time.monotonic() > ends:
            raise requests.Timeout
    return bytes(body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(url: str) -> str:
    """Return an address without its query, which may say more than a log should."""
    return url.partition("?")[0]
