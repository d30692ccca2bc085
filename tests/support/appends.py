"""Short ways to append, and to wait for something without sleeping blindly."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from application.ids import new_id
from domain.shared.ids import Id
from tests.support.sample_facts import held, recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from application.ports import Receipt
    from domain.shared.facts import Fact
    from infrastructure.store.facts import FactStore

BODY = b"body"


def append_held(store: FactStore, case: Id, *versions: int, command: Id | None = None) -> Receipt:
    """Append one plain fact a version."""
    return append_facts(store, case, {version: held() for version in versions}, command=command)


def append_facts(
    store: FactStore, case: Id, facts: Mapping[int, Fact], *, command: Id | None = None
) -> Receipt:
    command = command or new_id()
    return store.append(
        [
            recorded(fact, case=case, version=version, command=command)
            for version, fact in facts.items()
        ],
        command_id=command,
        body_hash=BODY,
    )


def eventually(holds: Callable[[], bool], *, within: float = 10.0) -> None:
    """Return as soon as it holds; fail if it does not in time."""
    ends = time.monotonic() + within
    pause = Event()
    while not holds():
        assert time.monotonic() < ends, "it never came to hold"
        pause.wait(0.01)
