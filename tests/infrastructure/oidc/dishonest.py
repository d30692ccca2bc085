"""A provider that signs what the certified one never would; with no lie told, it is honest."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from joserfc import jws
from joserfc.jwk import ECKey, KeyFlexible

from tests.infrastructure.oidc.keys import ec_key, public
from tests.infrastructure.oidc.running import DOCTOR
from tests.infrastructure.oidc.watch import Watch

Claims = dict[str, Any]
CODE, ACCESS_TOKEN = "the-code", "the-access-token"


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answers, as it goes over the wire."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pauses: float = 0.0
    """How long it waits after each byte."""

    @property
    def bytes(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass(slots=True, kw_only=True)
class Lies:
    """How it departs from the truth; a claim or header of None is left out."""

    claims: Claims = field(default_factory=dict)
    header: Claims = field(default_factory=dict)
    key: KeyFlexible | None = None
    token: Callable[[str], str] = str
    metadata: Claims = field(default_factory=dict)
    keys: list[ECKey] | None = None
    tokens: Claims = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    path: str
    form: dict[str, str]
    headers: dict[str, str]


class Dishonest(ThreadingHTTPServer):
    """Speaks as HelseID does, in its claims and its metadata."""

    daemon_threads = True

    def __init__(self, watch: Watch) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.watch = watch
        self.lies = Lies()
        self.asked: list[Asked] = []

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def count(self, path: str) -> int:
        return sum(asked.path == path for asked in self.asked)

    def last(self, path: str) -> Asked:
        return next(asked for asked in reversed(self.asked) if asked.path == path)

    def signed(self, claims: Claims, *, typ: str = "JWT") -> str:
        """Return a token of these claims, and of the lies told."""
        header = with_lies({"alg": "ES256", "kid": "provider", "typ": typ}, self.lies.header)
        key = self.lies.key or ec_key("provider")
        told = with_lies(claims, self.lies.claims)
        registry = Careless(algorithms=[header["alg"]])
        token = jws.serialize_compact(header, json.dumps(told), key, registry=registry)
        return self.lies.token(token)

    def answers(self, path: str) -> Reply:
        if path in self.lies.replies:
            return self.lies.replies[path]
        if path.startswith("/.well-known/"):
            return Reply(with_lies(self._metadata(), self.lies.metadata))
        if path == "/jwks":
            keys = [ec_key("provider")] if self.lies.keys is None else self.lies.keys
            return Reply({"keys": [public(key) for key in keys]})
        if path == "/par":
            return Reply({"request_uri": "urn:example:1", "expires_in": 60}, 201)
        return Reply(with_lies(self._tokens(), self.lies.tokens))

    def _metadata(self) -> Claims:
        return {
            "issuer": self.issuer,
            "jwks_uri": f"{self.issuer}/jwks",
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "pushed_authorization_request_endpoint": f"{self.issuer}/par",
            "end_session_endpoint": f"{self.issuer}/out",
            "dpop_signing_alg_values_supported": ["ES256"],
        }

    def _tokens(self) -> Claims:
        now = self.watch.seconds
        claims = {
            "iss": self.issuer,
            "aud": "alis",
            "sub": "doctor",
            "nonce": self.last("/par").form["nonce"],
            "iat": now,
            "exp": now + 60,
            "auth_time": now,
            "sid": "s-1",
            "helseid://claims/identity/security_level": "4",
            "helseid://claims/identity/pid": DOCTOR,
            "helseid://claims/hpr/hpr_number": "9144889",
        }
        return {
            "id_token": self.signed(claims),
            "access_token": ACCESS_TOKEN,
            "token_type": "DPoP",
        }


def with_lies(honest: Claims, lies: Claims) -> Claims:
    return {name: value for name, value in (honest | lies).items() if value is not None}


class Careless(jws.JWSRegistry):
    """Signs under any header."""

    def check_header(self, header: Claims) -> None:
        """Find nothing wrong with it."""


class _Handler(BaseHTTPRequestHandler):
    server: Dishonest

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(dict(parse_qsl(body.decode())))

    def _answer(self, form: dict[str, str]) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, form, headers))
        reply = self.server.answers(self.path)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.bytes)))
        self.end_headers()
        if not reply.pauses:
            self.wfile.write(reply.bytes)
            return
        with suppress(OSError):
            for byte in reply.bytes:
                self.wfile.write(bytes([byte]))
                time.sleep(reply.pauses)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def dishonest(watch: Watch) -> Iterator[Dishonest]:
    with Dishonest(watch) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
