"""Which providers there are, read from the environment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

from infrastructure.oidc import wire
from infrastructure.oidc.profiles import PROFILES, Profile

ALGORITHMS = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
RSA_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
SHORTEST_RSA = 2048
PARTS = ("ISSUER", "CLIENT", "KEY")
MACHINE_PARTS = ("ALIS_MACHINE_ISSUER", "ALIS_MACHINE_AUDIENCE")
MACHINE_PROOF = "ALIS_MACHINE_DPOP"


class SignInMisconfigured(ValueError):
    """A setting of the sign-in cannot be used; the words name it and say what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientKey:
    """The private key we identify ourselves with at a provider."""

    kid: str
    algorithm: str
    key: ECKey | RSAKey = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSettings:
    """One provider people can sign in by."""

    profile: Profile
    issuer: str
    client_id: str
    key: ClientKey


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSettings:
    """Whose tokens machine clients come with. ``bound``: a token without DPoP is refused."""

    issuer: str
    audience: str
    bound: bool = True


def read_providers(environment: Mapping[str, str]) -> tuple[ProviderSettings, ...]:
    """Return the providers set: none, one or both; raises SignInMisconfigured."""
    found = (_provider(profile, environment) for profile in PROFILES)
    return tuple(provider for provider in found if provider)


def read_machine(environment: Mapping[str, str]) -> MachineSettings | None:
    """Return whose machine tokens are taken, or None; raises SignInMisconfigured."""
    told = _all_or_none(MACHINE_PARTS, environment)
    if told is None:
        return None
    bound = environment.get(MACHINE_PROOF) or "required"
    if bound not in ("required", "optional"):
        raise SignInMisconfigured(f"{MACHINE_PROOF} must be required or optional, not {bound!r}")
    issuer, audience = told
    _check_issuer("ALIS_MACHINE_ISSUER", issuer)
    return MachineSettings(issuer=issuer, audience=audience, bound=bound == "required")


def client_key(name: str, text: str) -> ClientKey:
    """Return the private key that a JWK holds; ``name`` is what to call it when it is wrong."""
    try:
        jwk = json.loads(text)
        key = JWKRegistry.import_key(jwk)
    except (JoseError, ValueError, TypeError, KeyError):
        # Not chained: the cause may quote the key.
        raise SignInMisconfigured(f"{name} must hold one private key as a JWK (JSON)") from None
    if not isinstance(key, ECKey | RSAKey) or not key.is_private:
        raise SignInMisconfigured(f"{name} must hold a private EC or RSA key as a JWK")
    kid = jwk.get("kid")
    if not isinstance(kid, str) or not kid:
        raise SignInMisconfigured(f"{name} lacks 'kid': the id the provider knows the key by")
    return ClientKey(kid=kid, algorithm=_algorithm(name, key), key=key)


def _algorithm(name: str, key: ECKey | RSAKey) -> str:
    if isinstance(key, ECKey):
        fits: tuple[str, ...] = tuple(filter(None, [ALGORITHMS.get(str(key.get("crv")))]))
    else:
        if key.private_key is None or key.private_key.key_size < SHORTEST_RSA:
            raise SignInMisconfigured(f"{name} must hold an RSA key of {SHORTEST_RSA} bits or more")
        fits = RSA_ALGORITHMS
    chosen = key.get("alg", fits[0] if fits else None)
    if not isinstance(chosen, str) or chosen not in fits:
        raise SignInMisconfigured(f"{name} must be for ES256 (EC on P-256) or RS256 (RSA)")
    return chosen


def _provider(profile: Profile, environment: Mapping[str, str]) -> ProviderSettings | None:
    names = tuple(f"ALIS_{profile.name.upper()}_{part}" for part in PARTS)
    told = _all_or_none(names, environment)
    if told is None:
        return None
    issuer, client_id, path = told
    _check_issuer(names[0], issuer)
    try:
        text = Path(path).expanduser().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise SignInMisconfigured(
            f"{names[2]} must name a file that can be read: {type(why).__name__}"
        ) from None
    key = client_key(f"the file of {names[2]}", text)
    return ProviderSettings(profile=profile, issuer=issuer, client_id=client_id, key=key)


def _all_or_none(names: tuple[str, ...], environment: Mapping[str, str]) -> tuple[str, ...] | None:
    missing = [name for name in names if not environment.get(name)]
    if len(missing) == len(names):
        return None
    if missing:
        raise SignInMisconfigured(
            f"{' and '.join(missing)} must be set too: set all of {', '.join(names)}, or none"
        )
    return tuple(environment[name] for name in names)


def _check_issuer(name: str, issuer: str) -> None:
    if not wire.is_safe(issuer) or "?" in issuer:
        raise SignInMisconfigured(
            f"{name} must be an address such as https://sts.nhn.example, not {issuer!r}"
        )
