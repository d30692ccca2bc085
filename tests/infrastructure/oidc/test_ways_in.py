"""Whoever can sign in needs an address to come back to, which the settings say and nobody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infrastructure.oidc.settings import SignInMisconfigured
from infrastructure.oidc.ways_in import NAMES, WaysIn, public_address, read_ways_in
from infrastructure.settings import read_settings
from tests.infrastructure.oidc.keys import ec_key, private

MACHINE = {
    "ALIS_MACHINE_ISSUER": "https://m.example/",
    "ALIS_MACHINE_AUDIENCE": "https://a.example",
}


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "key.json"
    file.write_text(json.dumps(private(ec_key("alis"))), encoding="utf-8")
    return {
        "ALIS_PUBLIC_ADDRESS": "https://Alis.Example/",
        "ALIS_HELSEID_ISSUER": "https://sts.nhn.example",
        "ALIS_HELSEID_CLIENT": "0e1f-alis",
        "ALIS_HELSEID_KEY": str(file),
    }


def test_nothing_set_is_no_way_in() -> None:
    assert read_ways_in({}) == WaysIn()


def test_a_provider_and_an_address_are_a_way_in(told: dict[str, str]) -> None:
    found = read_ways_in(told | MACHINE)
    assert found.address == "https://alis.example"
    assert [one.profile.name for one in found.providers] == ["helseid"]
    assert found.machine


@pytest.mark.parametrize("which", ["people", "programs"])
def test_without_an_address_nobody_signs_in(told: dict[str, str], which: str) -> None:
    del told["ALIS_PUBLIC_ADDRESS"]
    with pytest.raises(SignInMisconfigured, match=r"^ALIS_PUBLIC_ADDRESS must be set too"):
        read_ways_in(told if which == "people" else MACHINE)


@pytest.mark.parametrize(
    "address",
    [
        "http://alis.example",
        "alis.example",
        "https://alis.example/app",
        "https://alis.example?x=1",
        "https://alis.example#x",
        "https://user:hush@alis.example",
        "https://",
        "https://alis.example:port",
        "ftp://alis.example",
    ],
)
def test_an_address_is_an_origin(address: str) -> None:
    with pytest.raises(SignInMisconfigured, match=r"^ALIS_PUBLIC_ADDRESS must be an origin"):
        public_address(address)


def test_plain_http_is_for_this_very_machine() -> None:
    assert public_address("http://127.0.0.1:8000") == "http://127.0.0.1:8000"


def test_no_other_command_reads_the_keys(told: dict[str, str], tmp_path: Path) -> None:
    """Whoever migrates need not be the one who may read the service's own key."""
    (tmp_path / "key.json").unlink()
    settings = read_settings(told | {"HOME": "/"})
    assert set(settings.ways_in) == set(told)
    assert set(settings.ways_in) <= {*NAMES, "ALIS_PUBLIC_ADDRESS"}
    with pytest.raises(SignInMisconfigured, match=r"^ALIS_HELSEID_KEY must name a file"):
        read_ways_in(settings.ways_in)
