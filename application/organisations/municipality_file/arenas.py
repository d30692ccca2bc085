"""The arenas of an organisation's file, and the goals each is written with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from application.organisations.municipality_file.ranges import expand
from domain.catalogue.arenas import AllInForce, Arena, ArenaKind, Presence
from domain.catalogue.goals import is_clinical
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

if TYPE_CHECKING:
    from application.organisations.municipality_file.tables import Table
    from domain.catalogue.catalogue import Catalogue

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
_GOALS, _COMMON_GOALS = "goals", "common_goals"
_WANTED = {
    _GOALS: Text(
        nb='en liste av koder og rekkevidder: {key} = ["ALM-001", "ALM-042..ALM-050"]',
        en='a list of codes and ranges: {key} = ["ALM-001", "ALM-042..ALM-050"]',
    ),
    _COMMON_GOALS: Text(
        nb='"all", eller en liste av koder: {key} = ["FKM-001..FKM-003"], tom for ingen',
        en='"all", or a list of codes: {key} = ["FKM-001..FKM-003"], empty for none',
    ),
}


def arenas_in(root: Table, catalogue: Catalogue) -> tuple[Arena, ...]:
    tables = root.tables("arenas")
    arenas = tuple(_arena(table, catalogue) for table in tables)
    _refuse_repeated_codes(tables, arenas)
    return arenas


def _arena(table: Table, catalogue: Catalogue) -> Arena:
    arena = Arena(
        code=_code(table),
        name=_name(table.table("name")),
        kind=table.choice("kind", ArenaKind) or ArenaKind.OTHER,
        location=table.text("location"),
        external=table.truth("external"),
        goals=_goals(table, _GOALS, catalogue),
        printed=table.text_if_any("printed"),
        common_goals=_common_goals(table, catalogue),
        printed_common=table.text_if_any("printed_common"),
        supervision=table.choices("supervision", Presence),
    )
    table.close()
    _refuse_idle(table)
    return arena


def _code(table: Table) -> str:
    code = table.text("code")
    if code and not _CODE.fullmatch(code):
        table.note(
            "code",
            nb="skal være store bokstaver A til Z, siffer og bindestrek, høyst 20: ARE-01",
            en="should be capital letters A to Z, digits and hyphens, at most 20: ARE-01",
        )
    return code


def _name(table: Table) -> Text:
    name = Text(nb=table.text("nb"), en=table.text("en"))
    table.close()
    return name


def _common_goals(table: Table, catalogue: Catalogue) -> AllInForce | tuple[str, ...]:
    if table.holds(_COMMON_GOALS, "all"):
        return "all"
    return _goals(table, _COMMON_GOALS, catalogue)


def _refuse_idle(table: Table) -> None:
    if table.is_empty(_GOALS) and table.is_empty(_COMMON_GOALS):
        table.note(
            _GOALS,
            nb="arenaen tilbyr ingen mål; skriv minst ett i goals eller common_goals.",
            en="the arena offers no goals; write at least one in goals or common_goals.",
        )


def _goals(table: Table, key: str, catalogue: Catalogue) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for place, written in table.listed(key, _WANTED[key]):
        try:
            codes = expand(written, catalogue)
        except Invalid as refusal:
            table.note(*place, nb=refusal.text.nb, en=refusal.text.en)
            continue
        _refuse_misplaced(table, place, codes[0])
        _refuse_repeated(table, place, [code for code in codes if code in seen])
        seen.update(dict.fromkeys(codes))
    return tuple(seen)


def _refuse_misplaced(table: Table, place: tuple[str, int], code: str) -> None:
    home = _GOALS if is_clinical(code) else _COMMON_GOALS
    if place[0] != home:
        table.note(*place, nb=f"{code} hører hjemme i {home}.", en=f"{code} belongs in {home}.")


def _refuse_repeated(table: Table, place: tuple[str, int], repeated: list[str]) -> None:
    if repeated:
        codes = ", ".join(repeated)
        table.note(
            *place,
            nb=f"{codes} står allerede tidligere i listen.",
            en=f"already listed before: {codes}.",
        )


def _refuse_repeated_codes(tables: list[Table], arenas: tuple[Arena, ...]) -> None:
    seen: set[str] = set()
    for table, arena in zip(tables, arenas, strict=True):
        if arena.code in seen:
            table.note(
                "code",
                nb=f"{arena.code} er allerede brukt; hver arena må ha sin egen kode.",
                en=f"{arena.code} is already used; every arena needs a code of its own.",
            )
        seen.update({arena.code} - {""})
