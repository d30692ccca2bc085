"""Plants forbidden imports in the copied program it is run in, and tells which contracts broke.

A program of its own, so that the copy is the only program it knows.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from importlinter import configuration
from importlinter.application import use_cases

CACHE = ".import_linter_cache"


def broken() -> list[str]:
    """Return the names of the contracts the program around us breaks."""
    importlib.invalidate_caches()
    options = use_cases.read_user_options("pyproject.toml")
    report = use_cases.create_report(options, cache_dir=CACHE)
    assert not report.invalid_contract_options, report.invalid_contract_options
    return [
        contract.name for contract, check in report.get_contracts_and_checks() if not check.kept
    ]


def broken_by(path: str, line: str) -> list[str]:
    """Return what breaks when the module begins with the line; the module is left as it was."""
    module = Path(path)
    was = module.read_text(encoding="utf-8") if module.exists() else None
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(f"{line}\n{was or ''}", encoding="utf-8")
    try:
        return broken()
    finally:
        if was is None:
            module.unlink()
        else:
            module.write_text(was, encoding="utf-8")


def main() -> None:
    sys.path.insert(0, str(Path.cwd()))
    configuration.configure()
    use_cases._register_contract_types(use_cases.read_user_options("pyproject.toml"))
    plants = json.load(sys.stdin)
    told = [broken(), *(broken_by(path, line) for path, line in plants), broken()]
    Path("told.json").write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
