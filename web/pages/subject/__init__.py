"""What a form is about, told by the names in its address: whom or what, never by an id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from application.actors import Actor
from domain.shared.findings import Finding
from web.pages.fields import Path
from web.pages.subject import cases, houses, plans
from web.pages.subject.facts import Fact

OF: Mapping[str, Callable[[Path, Actor], Iterator[Fact]]] = {
    "plan": plans.told,
    "organisation": houses.establishment,
    "group": houses.group,
    "exemption": houses.exemption,
    "proceeding": cases.proceeding,
    "incoming": cases.incoming,
    # Last, since others have a person in them: this is one who is looked up alone.
    "person": houses.person,
}
"""How a thing is told, by what stands for it in an address; the first that is there tells."""


def subject(path: Path, by: Actor) -> dict[str, Any]:
    """Return the facts of what is named in the path, what it lacks, and what is written of it.

    Each is read as the page of it is, so that nobody is told more here than there.
    """
    reads = tuple(plans.reads(path, by)) if "plan" in path else ()
    return {"facts": facts(path, by), "lacks": _lacks(path, by), "reads": reads}


def facts(path: Path, by: Actor) -> Sequence[Fact]:
    told = next((OF[name] for name in OF if name in path), None)
    return [(name, value) for name, value in told(path, by) if value not in EMPTY] if told else ()


def _lacks(path: Path, by: Actor) -> Sequence[Finding]:
    return plans.lacks(path, by) if "plan" in path else ()


EMPTY: tuple[Any, ...] = (None, "", ())
