"""The names of establishments, for those who were shown their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from application.ports import Loading
from domain.organisations.organisation import Organisation
from domain.shared.ids import Id


def names_of_establishments(histories: Loading, ids: Iterable[Id]) -> Mapping[Id, str]:
    """Return the names of those of the ids that are establishments."""
    found = histories.load(dict.fromkeys(ids, Organisation))
    return {
        case_id: loaded.case.registered.name
        for case_id, loaded in found.items()
        if loaded.case.registered
    }
