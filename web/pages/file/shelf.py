"""The pages of a doctor's file: one view each, for every role that may see what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import flask

from application.access import TABLE, Act
from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.views import PlanCard
from application.services import Services
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text
from web.pages.sheets import Link, Sheet, does, shown
from web.pages.visit import actor, services

pages = flask.Blueprint("file", __name__)
READERS = (
    Role.DOCTOR,
    Role.SUPERVISOR,
    Role.CLINICAL_SUPERVISOR,
    Role.LEADER,
    Role.AUDITOR,
    Role.REPRESENTATIVE,
)


@dataclass(frozen=True)
class At:
    """Somebody in a role, at a plan."""

    role: Role
    plan: Id
    _called: dict[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def by(self) -> Actor:
        return actor(self.role)

    @property
    def asked(self) -> Asked:
        return Asked(plan=self.plan)

    @property
    def use(self) -> Services:
        return services()

    @cached_property
    def card(self) -> PlanCard:
        return self.use.plans.card(self.asked, self.by)

    @cached_property
    def names(self) -> Mapping[Id, str]:
        """Return the names of those around the doctor."""
        around = {one.person for one in self.card.appointed}
        return self.use.people.names({self.card.doctor, *around})

    def name(self, person: Id | None) -> str:
        if person is None:
            return ""
        return self.known(person) or flask.render_template("unknown.html").strip()

    def known(self, person: Id | str) -> str:
        """Return a name, asked for once a page; of a program there is none."""
        if person not in self._called:
            found = self.names.get(Id(person)) or self._asked_for(person)
            self._called[person] = found
        return self._called[person]

    def _asked_for(self, person: Id | str) -> str:
        try:
            one = parsed_id(person)
        except ValueError:
            return ""
        return self.use.people.names([one]).get(one, "")

    def may(self, act: Act) -> bool:
        return self.role in TABLE[act]

    def does(self, name: str, *, of: str = "", **path: Any) -> Link | None:
        """Return the link to an act in this role, or None where it is not this role's."""
        return does(f"{pages.name}.{self.role}-{name}", of=of, plan=self.plan, **path)

    def to(self, path: str = "") -> str:
        return f"/{self.role}/{self.plan}{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    path: str
    act: Act
    says: Text


PAGES: list[Page] = []
ORDER = (
    "",
    "/goals",
    "/guidance",
    "/work",
    "/reviews",
    "/plan",
    "/files",
    "/cases",
    "/history",
    "/openings",
)
View = Callable[..., Sheet | str | flask.Response]


def page(path: str, act: Act, says: Text | None = None) -> Callable[[View], View]:
    """Put a view at ``/{role}/{plan}{path}`` for every role that may do the act.

    ``says``: what the page is called beside the others; without it, other pages lead there.
    """

    def put(view: View) -> View:
        if says:
            PAGES.append(Page(path=path, act=act, says=says))
        for role in READERS:
            if role in TABLE[act]:
                _route(view, path, role, "GET")
        return view

    return put


def pressed(path: str, act: Act) -> Callable[[View], View]:
    """Put a view where a button of a page leads, since looking at it leaves a trace."""

    def put(view: View) -> View:
        for role in READERS:
            if role in TABLE[act]:
                _route(view, path, role, "POST")
        return view

    return put


def _route(view: View, path: str, role: Role, method: str) -> None:
    def show(plan: Id, **more: Any) -> str | flask.Response:
        at = At(role, plan)
        found = view(at, **more)
        return shown(found) if isinstance(found, Sheet) else found

    pages.add_url_rule(
        f"/{role}/<uuid:plan>{path}", f"{role}-{view.__name__}", show, methods=[method]
    )


def beside(at: At) -> list[Link]:
    """Return the pages of the file that this role may see."""
    found = sorted(PAGES, key=lambda one: ORDER.index(one.path))
    return [Link(one.says, at.to(one.path)) for one in found if at.may(one.act)]
