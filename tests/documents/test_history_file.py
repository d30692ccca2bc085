"""The page about the history file tells every column and every kind there is."""

from __future__ import annotations

import re

from application.plans.history_file.columns import COLUMNS, NORWEGIAN, USED, RecordKind
from application.plans.history_file.template import template
from domain.plans.activities import ActivityKind, Channel
from domain.plans.roles import Capacity
from domain.plans.service import ServiceKind
from tests.support.approval import DOCS

PAGE = (DOCS / "history-file.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| `([^`]+)` \|(.*)\|$", re.MULTILINE)


def test_every_column_is_told_for_the_records_that_use_it() -> None:
    rows = {name: (nb, told.split("|")) for name, nb, told in ROW.findall(PAGE)}
    assert {name: nb for name, (nb, _) in rows.items()} == NORWEGIAN
    for name, (_, told) in rows.items():
        used = [kind for kind, cell in zip(RecordKind, told, strict=True) if cell.strip()]
        expected = [kind for kind in RecordKind if name in USED[kind]]
        assert used == expected, name


def test_every_word_a_cell_may_hold_is_told() -> None:
    for word in (*ActivityKind, *ServiceKind, *Capacity, *Channel, *RecordKind):
        assert f"`{word}`" in PAGE


def test_the_template_has_every_column_and_a_line_of_every_kind() -> None:
    head, *lines = template().splitlines()
    assert tuple(head.split(";")) == COLUMNS
    assert [line.split(";")[0] for line in lines] == list(RecordKind)
    assert {len(line.split(";")) for line in lines} == {len(COLUMNS)}
