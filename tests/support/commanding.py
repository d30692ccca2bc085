"""The command line over a pair of databases."""

from __future__ import annotations

from click.testing import CliRunner, Result

from infrastructure.addresses import Addresses
from web.cli.main import main


class Alis:
    """`alis`, run in this process."""

    def __init__(self, addresses: Addresses) -> None:
        self._env = {
            "DATABASE_URL": addresses.application,
            "MIGRATE_DATABASE_URL": addresses.migrate,
            "KEYS_DATABASE_URL": addresses.keys,
        }

    def __call__(self, *words: str, code: int = 0, types: str | None = None) -> str:
        """Return what is printed; its errors come last."""
        ran: Result = CliRunner(env=self._env).invoke(main, list(words), input=types)
        assert ran.exit_code == code, (ran.output, ran.exception)
        return ran.output
