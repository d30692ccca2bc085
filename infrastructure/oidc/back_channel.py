"""What we say to the provider behind the browser's back, and who we prove to be."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from joserfc import jwt
from joserfc.jwk import ECKey

from application.ports import Clock
from infrastructure.oidc import wire
from infrastructure.oidc.proofs import make_proof
from infrastructure.oidc.provider import Provider
from infrastructure.oidc.settings import ProviderSettings

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
# HelseID takes none that lasts longer than a minute.
ASSERTED_SECONDS = 30


class BackChannel:
    """Pushes authorization requests and exchanges codes, as one registered client."""

    def __init__(self, settings: ProviderSettings, provider: Provider, clock: Clock) -> None:
        self._settings = settings
        self._provider = provider
        self._clock = clock

    def push(self, request: Mapping[str, str]) -> wire.Answer:
        url = self._provider.address("pushed_authorization_request_endpoint")
        return wire.post(url, self._signed(request), {})

    def exchange(self, request: Mapping[str, str], key: ECKey | None) -> wire.Answer:
        """Send a code for tokens, bound to the key if there is one."""
        url = self._provider.address("token_endpoint")
        answer = self._exchange(url, request, key, None)
        if key and answer.error == "use_dpop_nonce" and answer.dpop_nonce:
            answer = self._exchange(url, request, key, answer.dpop_nonce)
        return answer

    def _exchange(
        self, url: str, request: Mapping[str, str], key: ECKey | None, nonce: str | None
    ) -> wire.Answer:
        now = self._clock.now()
        proof = make_proof(key, method="POST", url=url, now=now, nonce=nonce) if key else None
        return wire.post(url, self._signed(request), {"DPoP": proof} if proof else {})

    def _signed(self, request: Mapping[str, str]) -> dict[str, str]:
        return {
            **request,
            "client_id": self._settings.client_id,
            "client_assertion_type": ASSERTION,
            "client_assertion": self._assertion(),
        }

    def _assertion(self) -> str:
        own = self._settings.key
        now = int(self._clock.now().timestamp())
        typ = self._settings.profile.assertion_type
        header = {"alg": own.algorithm, "kid": own.kid, "typ": typ}
        claims = {
            "iss": self._settings.client_id,
            "sub": self._settings.client_id,
            # The issuer, not the address asked: no other server can use it then.
            "aud": self._settings.issuer,
            "jti": secrets.token_urlsafe(24),
            "iat": now,
            "nbf": now,
            "exp": now + ASSERTED_SECONDS,
        }
        return jwt.encode(header, claims, own.key, algorithms=[own.algorithm])
