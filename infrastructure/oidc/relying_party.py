"""Signing in by one provider: authorization code, pushed request, PKCE and bound tokens."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from joserfc.jwk import ECKey

from application.ports import Clock
from application.signing_in import Begun, Identity, Leaving, LoggedOut
from infrastructure.oidc import refusing
from infrastructure.oidc.back_channel import BackChannel
from infrastructure.oidc.hashes import digest
from infrastructure.oidc.id_tokens import IdTokens, Issued
from infrastructure.oidc.proofs import ALGORITHM, new_key
from infrastructure.oidc.provider import Provider
from infrastructure.oidc.refusing import NotBelieved, unreachable
from infrastructure.oidc.settings import ProviderSettings
from infrastructure.oidc.tokens import SKEW, same

GOOD_FOR = timedelta(hours=1)
"""How long a person may take at the provider."""
CANCELLED = ("access_denied", "login_required", "interaction_required", "consent_required")
LONGEST_CODE = 4096


class RelyingParty:
    """One provider of sign-in, as application.signing_in asks; safe to share between threads."""

    def __init__(self, settings: ProviderSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._provider = Provider(settings.issuer, clock)
        self._back = BackChannel(settings, self._provider, clock)
        self._tokens = IdTokens(settings, self._provider, clock)

    def begin(self, redirect_uri: str) -> tuple[Begun, str]:
        return self._begin(redirect_uri, None)

    def begin_again(self, redirect_uri: str, *, subject: str) -> tuple[Begun, str]:
        return self._begin(redirect_uri, subject)

    def complete(self, begun: Begun, answer: Mapping[str, str]) -> Identity:
        try:
            code = self._code(begun, answer)
            return self._tokens.identity(begun, self._exchange(begun, code))
        except NotBelieved as why:
            raise refusing.not_believed(why) from None

    def leave(self, id_token: str, *, back_to: str, state: str) -> Leaving | None:
        if self._provider.published("end_session_endpoint") is None:
            return None
        fields = {
            "id_token_hint": id_token,
            "client_id": self._settings.client_id,
            "post_logout_redirect_uri": back_to,
            "state": state,
        }
        return Leaving(address=self._provider.address("end_session_endpoint"), fields=fields)

    def logged_out(self, logout_token: str) -> LoggedOut:
        try:
            return self._tokens.logged_out(logout_token)
        except NotBelieved as why:
            raise refusing.not_believed(why) from None

    def _begin(self, redirect_uri: str, subject: str | None) -> tuple[Begun, str]:
        key = new_key()
        begun = Begun(
            issuer=self._settings.issuer,
            redirect_uri=redirect_uri,
            begun_at=int(self._clock.now().timestamp()),
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(48),
            proof_key={name: str(value) for name, value in key.as_dict(private=True).items()},
            subject=subject,
        )
        pushed = self._back.push(self._request(begun, key))
        handle = pushed.body.get("request_uri")
        if not pushed.good or not isinstance(handle, str):
            raise unreachable(f"the request was not taken: {pushed.error}")
        query = {"client_id": self._settings.client_id, "request_uri": handle}
        return begun, _with_query(self._provider.address("authorization_endpoint"), query)

    def _request(self, begun: Begun, key: ECKey) -> dict[str, str]:
        profile = self._settings.profile
        return {
            "response_type": "code",
            "scope": profile.scope,
            "redirect_uri": begun.redirect_uri,
            "state": begun.state,
            "nonce": begun.nonce,
            "code_challenge": digest(begun.verifier),
            "code_challenge_method": "S256",
            **({"acr_values": profile.acr_values} if profile.acr_values else {}),
            # The code itself is bound to the key, not only what is given for it.
            **({"dpop_jkt": key.thumbprint()} if self._binds() else {}),
            **({"prompt": "login", "max_age": "0"} if begun.subject is not None else {}),
        }

    def _binds(self) -> bool:
        """Return whether the provider binds tokens to our key, which HelseID must."""
        offered = self._provider.published("dpop_signing_alg_values_supported")
        binds = isinstance(offered, list) and ALGORITHM in offered
        if self._settings.profile.bound_tokens and not binds:
            raise unreachable(f"{self._settings.issuer} offers no DPoP with {ALGORITHM}")
        return binds

    def _code(self, begun: Begun, answer: Mapping[str, str]) -> str:
        """Return the code of an answer that is ours, from whom we asked, in time."""
        began = datetime.fromtimestamp(begun.begun_at, UTC)
        late = not began - SKEW <= self._clock.now() <= began + GOOD_FOR
        if late or begun.issuer != self._settings.issuer:
            raise refusing.not_ours()
        if not same(answer.get("state"), begun.state):
            raise refusing.not_ours()
        self._check_issuer(answer.get("iss"))
        if "error" in answer:
            raise _told(answer["error"])
        code = answer.get("code")
        if not code or len(code) > LONGEST_CODE:
            raise NotBelieved("no code")
        return code

    def _check_issuer(self, named: str | None) -> None:
        promised = self._provider.published("authorization_response_iss_parameter_supported")
        if named is None and promised is not True and not self._settings.profile.names_itself:
            return
        if not same(named, self._settings.issuer):
            raise NotBelieved("the answer is from another issuer")

    def _exchange(self, begun: Begun, code: str) -> Issued:
        request = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": begun.redirect_uri,
            "code_verifier": begun.verifier,
        }
        binds = self._binds()
        key = ECKey.import_key(dict(begun.proof_key)) if binds else None
        answer = self._back.exchange(request, key)
        if answer.error == "invalid_grant":
            raise NotBelieved("the code was not taken")
        if not answer.good:
            raise unreachable(f"no tokens: {answer.error}")
        _check_type(answer.body, "dpop" if binds else "bearer")
        return Issued(
            id_token=_text(answer.body, "id_token"),
            access_token=_text(answer.body, "access_token"),
            code=code,
        )


def _told(error: str) -> Exception:
    if error in CANCELLED:
        return refusing.cancelled()
    return NotBelieved("the provider answered with an error")


def _check_type(body: Mapping[str, Any], right: str) -> None:
    """A token that is not bound where we asked for it was given to someone weaker than us."""
    if _text(body, "token_type").lower() != right:
        raise NotBelieved("the token is not bound to our key")


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise NotBelieved(f"no {name}")
    return value


def _with_query(url: str, query: Mapping[str, str]) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"
