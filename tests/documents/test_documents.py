"""The pages the code prints about itself are those that were accepted."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import domain.law
from application.law.page import law_page
from domain.law.book import IN_FORCE
from domain.shared.dated import Dated
from domain.stored_facts import StoredFact
from tests.documents.facts_page import PARTS, facts_page
from tests.support import approval
from tests.support.approval import assert_approved


def law_modules() -> list[ModuleType]:
    found = pkgutil.iter_modules(domain.law.__path__, "domain.law.")
    return [importlib.import_module(module.name) for module in found]


def test_docs_facts_lists_every_fact_as_it_is() -> None:
    assert_approved("facts.md", facts_page())


def test_docs_law_lists_every_version_of_every_rule() -> None:
    assert_approved("law.md", law_page(IN_FORCE))


def test_every_stored_fact_is_in_one_chapter() -> None:
    listed = [kind for facts in PARTS.values() for kind in get_args(facts) or (facts,)]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(get_args(StoredFact))


def test_every_dated_rule_of_the_law_is_in_the_book() -> None:
    known = {id(rule) for rule in IN_FORCE.rules().values()}
    defined = {
        name: value
        for module in law_modules()
        for name, value in vars(module).items()
        if isinstance(value, Dated)
    }
    assert {name for name, rule in defined.items() if id(rule) not in known} == set()


def test_every_value_at_law_is_a_frozen_dataclass_with_a_sentence() -> None:
    for rule in IN_FORCE.rules().values():
        for version in rule.wordings:
            assert is_dataclass(version.value)
            assert fields(version.value)
            assert (type(version.value).__doc__ or "").rstrip().endswith(".")


def test_a_page_that_changed_is_told_and_accepted_on_purpose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval, "DOCS", tmp_path / "docs")
    monkeypatch.delenv("APPROVE", raising=False)
    with pytest.raises(AssertionError, match="APPROVE=1"):
        assert_approved("page.md", "one\n")
    monkeypatch.setenv("APPROVE", "1")
    assert_approved("page.md", "one\n")
    monkeypatch.delenv("APPROVE")
    assert_approved("page.md", "one\n")
    with pytest.raises(AssertionError, match="says something else"):
        assert_approved("page.md", "two\n")
    with pytest.raises(AssertionError, match="newline"):
        assert_approved("page.md", "one")
