"""The settings: all three addresses or none, and nothing secret printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from infrastructure.clock import MovedClock
from infrastructure.settings import URLS, Misconfigured, read_settings

ALL = {name: f"postgresql://someone:hush@db/{name.lower()}" for name in URLS}


def test_without_addresses_the_databases_are_embedded() -> None:
    settings = read_settings({}, data=Path("/somewhere"))
    assert settings.embedded
    assert settings.data == Path("/somewhere")
    assert (settings.bind, settings.port) == ("127.0.0.1", 8000)


def test_with_all_three_addresses_they_are_not() -> None:
    settings = read_settings(ALL, data=Path("/somewhere"))
    assert not settings.embedded
    assert settings.addresses is not None
    assert settings.addresses.keys == ALL["KEYS_DATABASE_URL"]


@pytest.mark.parametrize("missing", URLS)
def test_a_missing_address_is_named(missing: str) -> None:
    rest = {name: url for name, url in ALL.items() if name != missing}
    with pytest.raises(Misconfigured, match=f"^{missing} must be set too"):
        read_settings(rest)


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "٣", "8000.5"])
def test_a_port_is_a_port(port: str) -> None:
    with pytest.raises(Misconfigured, match="ALIS_PORT"):
        read_settings({"ALIS_PORT": port})


def test_the_command_line_goes_before_the_environment() -> None:
    told = {"ALIS_DATA": "/told", "ALIS_BIND": "0.0.0.0", "ALIS_PORT": "80"}
    assert read_settings(told).data == Path("/told")
    assert read_settings(told, data=Path("/said")).data == Path("/said")
    assert (read_settings(told).bind, read_settings(told).port) == ("0.0.0.0", 80)


def test_no_password_is_printed() -> None:
    assert "hush" not in repr(read_settings(ALL))


def test_the_demo_secret_is_kept_and_private(tmp_path: Path) -> None:
    settings = read_settings({}, data=tmp_path / "data")
    secret = settings.demo_secret()
    assert read_settings({}, data=tmp_path / "data").demo_secret() == secret
    assert len(secret) > 32
    assert (tmp_path / "data/demo-secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_mail_is_handed_over_where_the_settings_say() -> None:
    assert read_settings({}).mail is None
    told = {"ALIS_SMTP": "smtps://bruker:hush%40@mail.example.no", "ALIS_MAIL_FROM": "alis@e.no"}
    mail = read_settings(told).mail
    assert mail
    assert (mail.host, mail.port, mail.secure) == ("mail.example.no", 465, True)
    assert (mail.user, mail.password, mail.sender) == ("bruker", "hush@", "alis@e.no")
    assert "hush" not in repr(mail)
    plain = read_settings({"ALIS_SMTP": "smtp://localhost:25", "ALIS_MAIL_FROM": "a@e.no"}).mail
    assert plain
    assert (plain.port, plain.secure, plain.user) == (25, False, None)


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({"ALIS_SMTP": "mail.example.no", "ALIS_MAIL_FROM": "a@e.no"}, "ALIS_SMTP"),
        ({"ALIS_SMTP": "smtp://host:port", "ALIS_MAIL_FROM": "a@e.no"}, "ALIS_SMTP"),
        ({"ALIS_SMTP": "smtp://host"}, "ALIS_MAIL_FROM"),
        ({"ALIS_SMTP": "smtp://host", "ALIS_MAIL_FROM": "nobody"}, "ALIS_MAIL_FROM"),
        ({"ALIS_TODAY": "tomorrow"}, "ALIS_TODAY"),
        ({"ALIS_TODAY": "9999-12-31"}, "ALIS_TODAY"),
        ({**ALL, "ALIS_TODAY": "2027-01-15"}, "ALIS_TODAY is for the demo alone"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environment: dict[str, str], names: str) -> None:
    with pytest.raises(Misconfigured, match=names):
        read_settings(environment)


def test_in_the_demo_it_can_be_another_day() -> None:
    day = read_settings({"ALIS_TODAY": "2027-01-15"}).today
    assert day == date(2027, 1, 15)
    clock = MovedClock(day)
    assert clock.today() == day
    assert clock.day_of(clock.now()) == day


def test_no_proxy_is_believed_unless_it_is_set() -> None:
    assert read_settings({}).proxies == 0
    assert read_settings({"ALIS_PROXIES": "2"}).proxies == 2


@pytest.mark.parametrize("proxies", ["-1", "10", "yes", "٣", "1.5"])
def test_the_number_of_proxies_is_a_number(proxies: str) -> None:
    with pytest.raises(Misconfigured, match="ALIS_PROXIES"):
        read_settings({"ALIS_PROXIES": proxies})
