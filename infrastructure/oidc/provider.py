"""What an issuer publishes of itself: its addresses and its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, OKPKey, RSAKey

from application.ports import Clock
from infrastructure.oidc import wire
from infrastructure.oidc.kept import Kept
from infrastructure.oidc.refusing import NotBelieved, unreachable

PublicKey = ECKey | RSAKey | OKPKey
OPENID = "/.well-known/openid-configuration"
OAUTH = "/.well-known/oauth-authorization-server"


class Provider:
    """One issuer; safe to share between threads. ``places`` are tried in turn."""

    def __init__(self, issuer: str, clock: Clock, *, places: tuple[str, ...] = (OPENID,)) -> None:
        self.issuer = issuer
        self._places = places
        self._metadata: Kept[Any] = Kept(self._fetch_metadata, clock)
        self._keys: Kept[PublicKey] = Kept(self._fetch_keys, clock)

    def address(self, name: str) -> str:
        """Return an address the issuer must have published; raises Unavailable."""
        found = self.published(name)
        if not isinstance(found, str) or not wire.belongs(found, self.issuer):
            raise unreachable(f"the metadata of {self.issuer} lacks {name}")
        return found

    def published(self, name: str) -> Any:
        """Return what the metadata says of something, or None."""
        return self._metadata.get().get(name)

    def key(self, kid: object, alg: str) -> PublicKey:
        """Return the issuer's key of that id; asked for once more where it is not known."""
        if not isinstance(kid, str) or not kid:
            raise NotBelieved("no key id")
        key = self._keys.get().get(kid) or self._keys.get_anew().get(kid)
        if key is None:
            raise NotBelieved("signed with a key the issuer does not have")
        # A key made for one algorithm is used with no other.
        if key.get("alg", alg) != alg:
            raise NotBelieved("the algorithm is not the key's")
        return key

    def _fetch_metadata(self) -> Mapping[str, Any]:
        base = self.issuer.removesuffix("/")
        answers = (wire.get(base + place) for place in self._places)
        found = next((answer.body for answer in answers if answer.good), {})
        # Whoever answers at the address must be who we were told of, to the letter.
        if found.get("issuer") != self.issuer:
            raise unreachable(f"the metadata at {base} is not that of {self.issuer}")
        return found

    def _fetch_keys(self) -> Mapping[str, PublicKey]:
        address = self.address("jwks_uri")
        answer = wire.get(address)
        listed = answer.body.get("keys")
        if not answer.good or not isinstance(listed, list):
            raise unreachable(f"no keys at {address}")
        return dict(filter(None, map(_public, listed)))


def _public(jwk: object) -> tuple[str, PublicKey] | None:
    """Return a key that signs, by its id; what is no such key is passed over."""
    if not isinstance(jwk, dict) or not isinstance(jwk.get("kid"), str):
        return None
    if jwk.get("use", "sig") != "sig":
        return None
    try:
        key = JWKRegistry.import_key(jwk)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return (jwk["kid"], key) if isinstance(key, PublicKey) and not key.is_private else None
