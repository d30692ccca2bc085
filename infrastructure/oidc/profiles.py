"""How HelseID and ID-porten differ: what is asked for, and where the answer says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HIGHEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One way of signing in with OpenID Connect."""

    name: str
    scope: str
    """No more than is used: names come from the directory, never from a sign-in."""
    level_claim: str
    """The claim that tells how sure the provider is; what it must say is ``highest``."""
    highest: str
    acr_values: str | None = None
    pid_claim: str
    hpr_claim: str | None = None
    bound_tokens: bool
    """Whether a provider that does not bind tokens to our key (DPoP) is refused."""
    names_itself: bool
    """Whether the answer must name its issuer, also if the metadata does not promise it."""
    assertion_type: str
    """The ``typ`` of what we identify ourselves with."""


# HelseID sends no acr: its own claim tells the level.
HELSEID: Final = Profile(
    name="helseid",
    scope=(
        "openid helseid://scopes/identity/pid helseid://scopes/identity/security_level "
        "helseid://scopes/hpr/hpr_number"
    ),
    level_claim="helseid://claims/identity/security_level",
    highest="4",
    pid_claim="helseid://claims/identity/pid",
    hpr_claim="helseid://claims/hpr/hpr_number",
    bound_tokens=True,
    names_itself=True,
    assertion_type="client-authentication+jwt",
)

IDPORTEN: Final = Profile(
    name="idporten",
    scope="openid",
    level_claim="acr",
    highest="idporten-loa-high",
    acr_values="idporten-loa-high",
    pid_claim="pid",
    bound_tokens=False,
    names_itself=False,
    assertion_type="JWT",
)

PROFILES: Final = (HELSEID, IDPORTEN)
