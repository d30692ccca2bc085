"""Reading the access tokens that machine clients come with, the Maskinporten way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from application.ports import Clock
from application.signing_in import MachineClient, UsedOnce
from infrastructure.oidc import refusing
from infrastructure.oidc.proofs import BELIEVED, Proofs
from infrastructure.oidc.provider import OAUTH, OPENID, Provider, PublicKey
from infrastructure.oidc.refusing import NotBelieved
from infrastructure.oidc.settings import MachineSettings
from infrastructure.oidc.tokens import Told, same, told

SCHEMES = ("bearer", "dpop")
ORGANISATION = "iso6523-actorid-upis"
# 0192 is the Norwegian register of units in ISO 6523.
NUMBER = re.compile(r"0192:([0-9]{9})")


class MachineTokens:
    """Tokens of one issuer for one audience; safe to share between threads."""

    def __init__(self, settings: MachineSettings, clock: Clock, once: UsedOnce) -> None:
        self._settings = settings
        self._clock = clock
        self._provider = Provider(settings.issuer, clock, places=(OAUTH, OPENID))
        self._proofs = Proofs(clock, once)

    def client(
        self, authorization: str, *, proof: str | None, method: str, url: str
    ) -> MachineClient:
        try:
            scheme, token = _parted(authorization)
            read = self._read(token)
            bound_to = _bound_to(read)
            if bound_to is None:
                self._check_unbound(scheme)
            else:
                shown = _shown(scheme, proof)
                self._proofs.check(shown, method=method, url=url, token=token, thumbprint=bound_to)
            return self._client(read)
        except NotBelieved as why:
            raise refusing.token_invalid(why) from None

    def challenge(self, error: str | None, *, scope: str | None = None) -> str:
        told = [("error", error), ("scope", scope)]
        said = [f'{name}="{value}"' for name, value in told if value]
        schemes = [("DPoP", [f'algs="{" ".join(BELIEVED)}"', *said])]
        if not self._settings.bound:
            schemes.append(("Bearer", said))
        return ", ".join(f"{scheme} {', '.join(parts)}".strip() for scheme, parts in schemes)

    def _read(self, token: str) -> Told:
        read = told(token, self._key, types=("at+jwt",))
        read.only("iss", self._settings.issuer)
        audience = read.claims.get("aud")
        named = audience if isinstance(audience, list) else [audience]
        if not any(same(one, self._settings.audience) for one in named):
            raise NotBelieved("wrong aud")
        read.timely(self._clock.now())
        return read

    def _key(self, header: Mapping[str, Any]) -> PublicKey:
        return self._provider.key(header.get("kid"), header["alg"])

    def _check_unbound(self, scheme: str) -> None:
        if scheme == "dpop":
            raise NotBelieved("the token is bound to no key")
        if self._settings.bound:
            raise NotBelieved("only tokens bound to a key (DPoP) are taken")

    def _client(self, read: Told) -> MachineClient:
        client_id = read.text("client_id")
        # A person's token has another subject; it never passes for a machine's.
        if "sub" in read.claims and not same(read.claims["sub"], client_id):
            raise NotBelieved("the token is not a machine's")
        return MachineClient(
            issuer=self._settings.issuer,
            client_id=client_id,
            scopes=frozenset(read.text("scope").split()),
            consumer=_organisation(read, "consumer"),
            supplier=_organisation(read, "supplier") if "supplier" in read.claims else None,
            expires_at=read.instant("exp"),
        )


def _parted(authorization: str) -> tuple[str, str]:
    scheme, _, token = authorization.strip().partition(" ")
    if scheme.lower() not in SCHEMES or not token:
        raise NotBelieved("Authorization must be 'DPoP' or 'Bearer', and a token")
    return scheme.lower(), token.strip()


def _shown(scheme: str, proof: str | None) -> str:
    if scheme != "dpop" or not proof:
        raise NotBelieved("the token is bound to a key, and came without its proof")
    return proof


def _bound_to(read: Told) -> str | None:
    """Return the thumbprint of the key a token is bound to; any other binding is not known."""
    if "cnf" not in read.claims:
        return None
    confirmation = read.claims["cnf"]
    thumbprint = confirmation.get("jkt") if isinstance(confirmation, dict) else None
    if not isinstance(thumbprint, str) or not thumbprint:
        raise NotBelieved("the token is bound in a way not known here")
    return thumbprint


def _organisation(read: Told, name: str) -> str:
    value = read.claims.get(name)
    if isinstance(value, dict) and value.get("authority") == ORGANISATION:
        number = value.get("ID")
        found = NUMBER.fullmatch(number) if isinstance(number, str) else None
        if found:
            return found[1]
    raise NotBelieved(f"no {name} with an organisation number")
