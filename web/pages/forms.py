"""Forms: one act of the API as a page of somebody in a role, its words, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import flask

from application.actors import Actor, Role
from domain.shared.texts import Text
from web.api.acts import Route, schema_of
from web.pages.fields import Field, Kind, Options, Path, fields_of, last

DO = "do"
"""What stands in an address before the act, so that no page of reading has the same."""
Change = tuple[int, Text]
UPLOADED = ("name", "content")
FILE = Field(
    key="file",
    kind=Kind.FILE,
    holds=Kind.FILE,
    label=Text(nb="Fil", en="File"),
    required=True,
    help=Text(
        nb="PDF, PNG, JPEG, tekst, DOCX eller XLSX. Ingen pasient kan kjennes igjen i den.",
        en="PDF, PNG, JPEG, text, DOCX or XLSX. No patient may be recognisable in it.",
    ),
)


@dataclass(frozen=True, slots=True)
class Case:
    """Asks a case for its version, and for what was recorded in some versions, in words."""

    version: Callable[[Path, Actor], int]
    changes: Callable[[Path, Actor, Sequence[int]], Iterable[Change]]


@dataclass(frozen=True, kw_only=True)
class Form:
    """One act in a role; ``then`` tells on the receipt what happens next, ``back`` where to go.

    ``check``: what was typed is read over before it is done. ``fresh``: one who does it has
    proved anew who they are. ``only``: the fields that are asked, in their order, all if None.
    ``needs``: fields its command can be without, and the act cannot.
    ``options``: what can be chosen, by field, or by ``field-part`` in a row; ``none``: why there
    may be nothing to choose, and who can change that.
    """

    name: str
    route: Route
    role: Role
    title: Text
    then: Text
    back: Callable[[Path], str]
    button: Text | None = None
    says: Text | None = None
    only: tuple[str, ...] | None = None
    needs: tuple[str, ...] = ()
    options: Mapping[str, Options] = field(default_factory=dict)
    none: Mapping[str, Text] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)
    # The fields that are not asked in this case, or of this person.
    unasked: Callable[[Path, Actor], Iterable[str]] | None = None
    helps: Mapping[str, Text] = field(default_factory=dict)
    begins: Callable[[Path, Actor], Mapping[str, Any]] | None = None
    # Named where the act stands on the case as it was when one looked.
    case: Case | None = None
    # A template shown beside the form, and what it shows.
    beside: tuple[str, Callable[[Path, Actor], Mapping[str, Any]]] | None = None
    check: bool = False
    # Before it is read over, whether it can be done is asked; not where asking leaves a trace,
    # such as a letter that is printed or a text that is opened.
    rehearsed: bool = True
    fresh: bool = False
    # A file goes with it: its command has ``name`` and ``content``.
    upload: bool = False

    @property
    def address(self) -> str:
        return f"/{self.role}/{DO}{self.route.path}"

    @cached_property
    def schema(self) -> Any:
        return schema_of(self.route, without=UPLOADED if self.upload else ())()

    @cached_property
    def nothing(self) -> Mapping[str, None]:
        """Return what must be said even where there is nothing to say."""
        found = self.schema.fields.values()
        return {str(one.data_key): None for one in found if one.required and one.allow_none}

    @cached_property
    def needed(self) -> frozenset[str]:
        return frozenset(self._key(name) for name in self.needs)

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """Return the fields as the command has them, in the order of the form."""
        found = {one.key: one for one in self._all()}
        if self.upload:
            found = {FILE.key: FILE, **found}
        if self.only is None:
            return tuple(found.values())
        keys = [self.schema.fields[name].data_key for name in self.only]
        return tuple(found[key] for key in keys)

    def _all(self) -> Iterable[Field]:
        return fields_of(self.schema, labels=self.labels, helps=self.helps)

    def fields(self, path: Path, by: Actor) -> tuple[Field, ...]:
        """Return the fields with what can be chosen in each, in this case and by this person."""
        chosen = {
            self._key(name): tuple(options(path, by)) for name, options in self.options.items()
        }
        unasked = {self._key(name) for name in (self.unasked(path, by) if self.unasked else ())}
        why = {self._key(name): says for name, says in self.none.items()}
        return tuple(
            replace(
                one.named(chosen, one.key, why), required=one.required or one.key in self.needed
            )
            for one in self.asked
            if one.key not in unasked
        )

    def _key(self, name: str) -> str:
        """Return the name in the form of a field, or of a part (`rotations-arena`)."""
        whole, _, part = name.partition("-")
        found = self.schema.fields[whole].data_key
        return last(part) if part else str(found)


def route(acts: Iterable[Route], ends: str) -> Route:
    """Return the one act whose path ends so; raises ValueError if there is none, or several."""
    (found,) = (one for one in acts if one.path.endswith(ends))
    return found


FORMS: dict[str, Form] = {}
"""All forms by endpoint, such as ``training.log-session``."""


def endpoint(pages: flask.Blueprint, form: Form) -> str:
    return f"{pages.name}.{form.name}"


def link(name: str, **path: Any) -> tuple[str, Text]:
    """Return the address and the title of a form, for a page that leads to it."""
    return flask.url_for(name, **path), FORMS[name].title
