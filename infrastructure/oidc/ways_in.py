"""Every way in that the settings name: the providers, the machine clients' issuer, our address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from infrastructure.oidc import wire
from infrastructure.oidc.profiles import PROFILES
from infrastructure.oidc.settings import (
    MACHINE_PARTS,
    MACHINE_PROOF,
    PARTS,
    MachineSettings,
    ProviderSettings,
    SignInMisconfigured,
    read_machine,
    read_providers,
)

ADDRESS = "ALIS_PUBLIC_ADDRESS"
NAMES = (
    *(f"ALIS_{profile.name.upper()}_{part}" for profile in PROFILES for part in PARTS),
    *MACHINE_PARTS,
    MACHINE_PROOF,
)
TITLES = {"helseid": "HelseID", "idporten": "ID-porten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysIn:
    """``address`` is where people and programs find us, without a slash at its end."""

    address: str | None = None
    providers: tuple[ProviderSettings, ...] = ()
    machine: MachineSettings | None = None


def read_ways_in(environment: Mapping[str, str]) -> WaysIn:
    """Return them all; raises SignInMisconfigured. Reads the files of our keys."""
    address = public_address(environment.get(ADDRESS) or None)
    providers, machine = read_providers(environment), read_machine(environment)
    if (providers or machine) and address is None:
        raise SignInMisconfigured(
            f"{ADDRESS} must be set too: where the browser comes back to, "
            "such as https://alis.example"
        )
    return WaysIn(address=address, providers=providers, machine=machine)


def public_address(told: str | None) -> str | None:
    """Return the origin, and nothing after it; it is never taken from what a request says."""
    if told is None:
        return None
    found = urlsplit(told) if wire.is_safe(told) else None
    if found is None or found.path not in ("", "/") or found.query or found.password is not None:
        raise SignInMisconfigured(
            f"{ADDRESS} must be an origin such as https://alis.example, "
            f"not {'one with a password' if '@' in told else repr(told)}"
        )
    return f"{found.scheme}://{found.netloc}".lower()
