"""The environment says which providers there are: all of one or nothing of it, and no secret."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from infrastructure.oidc.profiles import HELSEID, IDPORTEN
from infrastructure.oidc.settings import (
    SignInMisconfigured,
    client_key,
    read_machine,
    read_providers,
)
from tests.infrastructure.oidc.keys import ec_key, private, public, rsa_key

DOCUMENT = Path(__file__).parents[3] / "docs/sign-in.md"
ISSUER, CLIENT = "https://sts.nhn.example", "0e1f-alis"


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "key.json"
    file.write_text(json.dumps(private(ec_key("alis"))), encoding="utf-8")
    return {
        f"ALIS_{name}_{part}": value
        for name in ("HELSEID", "IDPORTEN")
        for part, value in (("ISSUER", ISSUER), ("CLIENT", CLIENT), ("KEY", str(file)))
    }


def test_without_settings_there_is_no_provider() -> None:
    assert read_providers({}) == ()
    assert read_machine({}) is None


def test_one_or_both_may_be_set(told: dict[str, str]) -> None:
    both = read_providers(told)
    assert [provider.profile for provider in both] == [HELSEID, IDPORTEN]
    assert {(provider.issuer, provider.client_id) for provider in both} == {(ISSUER, CLIENT)}
    assert both[0].key.kid == "alis"
    only = {name: value for name, value in told.items() if "IDPORTEN" in name}
    assert [provider.profile for provider in read_providers(only)] == [IDPORTEN]


@pytest.mark.parametrize("part", ["ISSUER", "CLIENT", "KEY"])
def test_a_missing_part_is_named(told: dict[str, str], part: str) -> None:
    del told[f"ALIS_HELSEID_{part}"]
    with pytest.raises(SignInMisconfigured, match=f"^ALIS_HELSEID_{part} must be set too"):
        read_providers(told)


@pytest.mark.parametrize(
    "issuer",
    ["http://sts.nhn.example", "sts.nhn.example", "https://sts.nhn.example?x=1", "https://", "x"],
)
def test_an_issuer_is_an_address_with_tls(told: dict[str, str], issuer: str) -> None:
    with pytest.raises(SignInMisconfigured, match="ALIS_HELSEID_ISSUER must be an address"):
        read_providers(told | {"ALIS_HELSEID_ISSUER": issuer})
    with pytest.raises(SignInMisconfigured, match="ALIS_MACHINE_ISSUER must be an address"):
        read_machine({"ALIS_MACHINE_ISSUER": issuer, "ALIS_MACHINE_AUDIENCE": "a"})


def test_a_key_file_that_is_not_there_is_told(told: dict[str, str]) -> None:
    with pytest.raises(SignInMisconfigured, match="ALIS_IDPORTEN_KEY must name a file"):
        read_providers(told | {"ALIS_IDPORTEN_KEY": "/nowhere/key.json"})


WITHOUT_ID = {name: value for name, value in private(ec_key("alis")).items() if name != "kid"}


KEYS_THAT_ARE_NONE = (
    "empty",
    "PEM",
    "a list",
    "a set of keys",
    "half broken",
    "public",
    "a secret",
    "Ed25519",
    "without id",
    "EC for RS256",
    "RSA for HS256",
    "another curve",
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "as a JWK"),
        ("-----BEGIN PRIVATE KEY-----", "as a JWK"),
        ("[]", "as a JWK"),
        (json.dumps({"keys": [private(ec_key("alis"))]}), "as a JWK"),
        (json.dumps(private(ec_key("alis")) | {"x": 1}), "as a JWK"),
        (json.dumps(public(ec_key("alis"))), "a private EC or RSA key"),
        (json.dumps(OctKey.generate_key(256).as_dict()), "a private EC or RSA key"),
        (json.dumps(OKPKey.generate_key("Ed25519").as_dict(private=True)), "EC or RSA"),
        (json.dumps(WITHOUT_ID), "lacks 'kid'"),
        (json.dumps(private(ec_key("alis")) | {"alg": "RS256"}), "ES256"),
        (json.dumps(private(rsa_key("alis")) | {"alg": "HS256"}), "RS256"),
        (
            json.dumps(ECKey.generate_key("secp256k1", {"kid": "k"}).as_dict(private=True)),
            "ES256",
        ),
    ],
    # The keys are new in each run, and are no names of tests.
    ids=KEYS_THAT_ARE_NONE,
)
def test_a_key_that_cannot_be_used_is_told_and_not_shown(text: str, why: str) -> None:
    with pytest.raises(SignInMisconfigured, match=why) as refused:
        client_key("the file", text)
    assert str(refused.value).startswith("the file")
    assert refused.value.__cause__ is None
    for secret in (private(ec_key("alis"))["d"], private(rsa_key("alis"))["d"]):
        assert secret not in str(refused.value)


@pytest.mark.filterwarnings("ignore:.*:joserfc.errors.SecurityWarning")
def test_a_short_rsa_key_is_refused() -> None:
    short = RSAKey.generate_key(1024, {"kid": "short"})
    with pytest.raises(SignInMisconfigured, match="2048 bits or more"):
        client_key("the file", json.dumps(short.as_dict(private=True)))


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [
        (private(ec_key("alis")), "ES256"),
        (private(rsa_key("alis")), "RS256"),
        (private(rsa_key("alis")) | {"alg": "PS256"}, "PS256"),
        (ECKey.generate_key("P-384", {"kid": "k"}).as_dict(private=True), "ES384"),
    ],
)
def test_the_key_tells_its_algorithm(key: dict[str, str], algorithm: str) -> None:
    assert client_key("the file", json.dumps(key)).algorithm == algorithm


def test_a_key_made_as_the_documentation_says_can_be_used(tmp_path: Path) -> None:
    page = DOCUMENT.read_text(encoding="utf-8")
    commands = page.split("```sh\n")[1].split("```")[0]
    python = f'python() {{ {sys.executable} "$@"; }}\n'
    ran = subprocess.run(
        ["sh", "-ec", python + commands], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    file = tmp_path / "helseid.jwk"
    key = client_key("the file", file.read_text(encoding="utf-8"))
    assert key.algorithm == "ES256"
    assert file.stat().st_mode & 0o777 == 0o600
    shown = json.loads(ran.stdout)
    assert (shown["kid"], "d" in shown) == (key.kid, False)


def test_no_key_is_printed(told: dict[str, str]) -> None:
    assert private(ec_key("alis"))["d"] not in repr(read_providers(told))


@pytest.mark.parametrize(
    ("written", "bound"), [(None, True), ("required", True), ("optional", False)]
)
def test_machines_prove_their_key_unless_set_otherwise(written: str | None, *, bound: bool) -> None:
    told = {"ALIS_MACHINE_ISSUER": ISSUER, "ALIS_MACHINE_AUDIENCE": "https://alis.example/api"}
    told |= {"ALIS_MACHINE_DPOP": written} if written else {}
    machine = read_machine(told)
    assert machine
    assert (machine.issuer, machine.audience) == (ISSUER, "https://alis.example/api")
    assert machine.bound is bound


def test_what_is_written_of_machines_is_read_whole() -> None:
    with pytest.raises(SignInMisconfigured, match=r"^ALIS_MACHINE_AUDIENCE must be set too"):
        read_machine({"ALIS_MACHINE_ISSUER": ISSUER})
    with pytest.raises(SignInMisconfigured, match="ALIS_MACHINE_DPOP must be required or optional"):
        read_machine(
            {
                "ALIS_MACHINE_ISSUER": ISSUER,
                "ALIS_MACHINE_AUDIENCE": "a",
                "ALIS_MACHINE_DPOP": "no",
            }
        )
