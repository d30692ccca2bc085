"""What a process is told when it starts."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from platformdirs import user_data_dir

from domain.shared.days import can_be_meant
from infrastructure import private
from infrastructure.addresses import Addresses
from infrastructure.oidc.ways_in import ADDRESS, NAMES
from infrastructure.smtp import MailMisconfigured, MailServer, mail_server

URLS: Final = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "KEYS_DATABASE_URL")
ROOTS_DATA: Final = Path("/var/lib/alis/default")
HIGHEST_PORT: Final = 65535
MOST_PROXIES: Final = 9
TODAY: Final = "ALIS_TODAY"


class Misconfigured(Exception):
    """The settings cannot be used; the words name the one to correct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Without ``addresses``, the databases are embedded ones under ``data``."""

    data: Path
    addresses: Addresses | None = None
    bind: str = "127.0.0.1"
    port: int = 8000
    mail: MailServer | None = None
    proxies: int = 0
    """How many proxies in front are believed on whom they speak for."""
    today: date | None = None
    """In the demo the day may be another than the machine's."""
    ways_in: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the environment says of signing in; read where somebody can, for it names our keys."""

    @property
    def embedded(self) -> bool:
        return self.addresses is None

    def demo_secret(self) -> str:
        """Return what the demo's tokens are signed with; the same for every process."""
        return private.keep(private.folder(self.data) / "demo-secret", secrets.token_urlsafe)


def read_settings(environment: Mapping[str, str], *, data: Path | None = None) -> Settings:
    """Return the settings; ``data`` is the command line's, and goes before ALIS_DATA."""
    chosen = data or Path(environment.get("ALIS_DATA") or _default_data())
    return Settings(
        data=chosen.expanduser().absolute(),
        addresses=_addresses(environment),
        bind=environment.get("ALIS_BIND") or "127.0.0.1",
        port=_port(environment.get("ALIS_PORT") or "8000"),
        mail=_mail(environment),
        proxies=_proxies(environment.get("ALIS_PROXIES") or "0"),
        today=_today(environment),
        ways_in={name: environment[name] for name in (ADDRESS, *NAMES) if name in environment},
    )


def _default_data() -> Path:
    return ROOTS_DATA if os.geteuid() == 0 else Path(user_data_dir("alis"))


def _addresses(environment: Mapping[str, str]) -> Addresses | None:
    missing = [name for name in URLS if not environment.get(name)]
    if len(missing) == len(URLS):
        return None
    if missing:
        raise Misconfigured(
            f"{' and '.join(missing)} must be set too: set all of {', '.join(URLS)}, "
            "or none for an embedded database"
        )
    application, migrate, keys = (environment[name] for name in URLS)
    return Addresses(application=application, migrate=migrate, keys=keys)


def _mail(environment: Mapping[str, str]) -> MailServer | None:
    url = environment.get("ALIS_SMTP")
    if not url:
        return None
    try:
        return mail_server(url, environment.get("ALIS_MAIL_FROM") or "")
    except MailMisconfigured as why:
        raise Misconfigured(str(why)) from None


def _today(environment: Mapping[str, str]) -> date | None:
    written = environment.get(TODAY)
    if not written:
        return None
    if any(environment.get(name) for name in URLS):
        raise Misconfigured(f"{TODAY} is for the demo alone; unset it, or the database's address")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = date.max
    if not can_be_meant(day):
        raise Misconfigured(f"{TODAY} must be a day such as 2027-01-15, not {written!r}")
    return day


def _proxies(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > MOST_PROXIES:
        raise Misconfigured(
            f"ALIS_PROXIES must be how many proxies stand in front, 0 to {MOST_PROXIES}, "
            f"not {text!r}"
        )
    return int(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        raise Misconfigured(f"ALIS_PORT must be a port number, not {text!r}")
    return int(text)
