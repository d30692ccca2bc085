"""The tables of the kept rows, made from the rows' own definitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, LiteralString, get_args, get_type_hints

from psycopg.sql import SQL, Composed, Identifier

from application.kept import KEPT
from domain.shared.ids import Id
from infrastructure.projector.policies import POLICIES

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA = "views"
CREATE = SQL("CREATE TABLE {} ({})")
INDEX = SQL("CREATE INDEX ON {} ({})")
GUARD = SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY")
POLICY = SQL("CREATE POLICY reading ON {} FOR SELECT TO alis_reader USING ({})")
GRANT = SQL("GRANT SELECT ON {} TO alis_reader")
COPY = SQL("COPY {} ({}) FROM STDIN")
OF_CASES = SQL("SELECT {} FROM {} WHERE case_id = ANY (%s::uuid[])")
DELETE = SQL("DELETE FROM {} WHERE {}")

SQL_TYPES: dict[Any, LiteralString] = {
    Id: "uuid",
    str: "text",
    int: "bigint",
    bool: "boolean",
    date: "date",
    tuple[str, ...]: "text[]",
}
ASKED_BY = {"case_id", "person", "organisation", "other", "due_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, as the row's field says."""

    name: str
    type: LiteralString
    nullable: bool

    def definition(self) -> Composed:
        null = SQL("") if self.nullable else SQL(" NOT NULL")
        return SQL("{} {}{}").format(Identifier(self.name), SQL(self.type), null)

    def stored(self, value: Any) -> Any:
        """Return the value as it is sent: enumerations as texts, tuples as lists."""
        if value is None:
            return None
        return {"text": str, "text[]": list}.get(self.type, _same)(value)


@dataclass(frozen=True, kw_only=True)
class Table:
    """The tables of one view, one a generation."""

    name: str
    row: type
    # Which rows a person sees; None: nobody reads it but its owner.
    readable_where: LiteralString | None = None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(_column(name, hint) for name, hint in get_type_hints(self.row).items())

    @cached_property
    def names(self) -> Composed:
        return SQL(", ").join(Identifier(column.name) for column in self.columns)

    def of(self, generation: int) -> Identifier:
        return Identifier(SCHEMA, f"{self.name}_{generation}")

    def create(self, connection: Connection[Any], generation: int) -> None:
        columns = SQL(", ").join(column.definition() for column in self.columns)
        connection.execute(CREATE.format(self.of(generation), columns))
        connection.execute(GUARD.format(self.of(generation)))
        if self.readable_where:
            condition = SQL(self.readable_where)
            connection.execute(POLICY.format(self.of(generation), condition))
            connection.execute(GRANT.format(self.of(generation)))

    def index(self, connection: Connection[Any], generation: int) -> None:
        for column in self.columns:
            if column.name in ASKED_BY:
                connection.execute(INDEX.format(self.of(generation), Identifier(column.name)))

    def copy(self, connection: Connection[Any], generation: int, rows: Iterable[Any]) -> None:
        statement = COPY.format(self.of(generation), self.names)
        with connection.cursor() as cursor, cursor.copy(statement) as copying:
            for row in rows:
                copying.write_row(self._stored(row))

    def delete(self, connection: Connection[Any], generation: int, rows: Iterable[Any]) -> None:
        same = SQL(" AND ").join(_same_as(column) for column in self.columns)
        statement = DELETE.format(self.of(generation), same)
        with connection.cursor() as cursor:
            cursor.executemany(statement, [self._stored(row) for row in rows])

    def of_cases(
        self, connection: Connection[Any], generation: int, cases: Sequence[Id]
    ) -> list[Any]:
        statement = OF_CASES.format(self.names, self.of(generation))
        with connection.cursor(binary=True) as cursor:
            return [self.restored(found) for found in cursor.execute(statement, [cases])]

    def restored(self, values: Iterable[Any]) -> Any:
        """Return the row that was stored as these values."""
        return self.row(
            **{
                column.name: tuple(value) if isinstance(value, list) else value
                for column, value in zip(self.columns, values, strict=True)
            }
        )

    def _stored(self, row: Any) -> list[Any]:
        return [column.stored(getattr(row, column.name)) for column in self.columns]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """A case whose rows may change when another case does."""

    case_id: Id
    other: Id


def _column(name: str, hint: Any) -> Column:
    told = get_args(hint)
    if NoneType in told:
        (kind,) = (one for one in told if one is not NoneType)
        return Column(name=name, type=SQL_TYPES[kind], nullable=True)
    return Column(name=name, type=SQL_TYPES[hint], nullable=False)


def _same_as(column: Column) -> Composed:
    # Plain equality where it can be, for that is what finds the rows by their index.
    comparison = SQL("{} IS NOT DISTINCT FROM %s") if column.nullable else SQL("{} = %s")
    return comparison.format(Identifier(column.name))


def _same(value: Any) -> Any:
    return value


KEPT_TABLES = {
    kept.name: Table(name=kept.name, row=kept.row, readable_where=POLICIES[kept.name])
    for kept in KEPT
}
LEANINGS = Table(name="leans_on", row=Leaning)
TABLES = {**KEPT_TABLES, LEANINGS.name: LEANINGS}
