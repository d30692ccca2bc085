"""Every rule that something is found by has a name beside its id."""

from __future__ import annotations

import re
from pathlib import Path

from application.law.rule_names import RULE_NAMES, rule_name

ROOT = Path(__file__).parents[3]
FOUND_BY = re.compile(r'rule="(R-[A-Z]+-[0-9]+|L-SPF-[0-9]+)"')
"""Of training; those of proceedings and days are of the case itself, and are no ground of it."""


def test_each_has_one_and_no_two_the_same() -> None:
    files = (ROOT / "domain/plans").rglob("*.py")
    used = {rule for file in files for rule in FOUND_BY.findall(file.read_text("utf-8"))}
    assert len(used) > 40
    assert used <= RULE_NAMES.keys(), used - RULE_NAMES.keys()
    for language in ("nb", "en"):
        names = [getattr(one, language) for one in RULE_NAMES.values()]
        assert all(names)
        assert len(set(names)) == len(names)


def test_the_id_stands_after_the_name_and_alone_where_there_is_none() -> None:
    assert rule_name("R-SVC-01").nb == "fem års tjeneste i full stilling (R-SVC-01)"
    assert rule_name("AMB-99").nb == "AMB-99"
