"""Whom one may be on the page of the demo that signs in."""

from __future__ import annotations

from collections.abc import Mapping

from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.signing import DemoPerson


def visitors(people: Mapping[str, Id]) -> list[DemoPerson]:
    says = Text(nb="En i byen", en="One of the town")
    return [DemoPerson(person=one, name=name, does=says) for name, one in people.items()]
