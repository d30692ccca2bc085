"""A document that an issuer publishes, asked for when needed and kept for a day."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from application.ports import Clock, Unavailable
from infrastructure.oidc.refusing import unreachable

T = TypeVar("T")
KEPT = timedelta(hours=24)
ASKED_AGAIN_AFTER = timedelta(seconds=30)
"""Whoever sends tokens with invented key ids cannot make us ask the issuer for each of them."""
RESTS = timedelta(seconds=5)
"""Where an issuer does not answer, those who wait for it are told so, not queued up."""


class Kept(Generic[T]):
    """Safe to share between threads: one asks, the others wait for what it got."""

    def __init__(self, fetch: Callable[[], Mapping[str, T]], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._value: Mapping[str, T] = {}
        self._got_at: datetime | None = None
        self._failed_at: datetime | None = None

    def get(self) -> Mapping[str, T]:
        """Return the document; raises Unavailable."""
        with self._lock:
            return self._value if self._younger_than(KEPT) else self._ask()

    def get_anew(self) -> Mapping[str, T]:
        """Return it as it is now, or as it was seconds ago; raises Unavailable."""
        with self._lock:
            return self._value if self._younger_than(ASKED_AGAIN_AFTER) else self._ask()

    def _younger_than(self, age: timedelta) -> bool:
        return self._got_at is not None and self._clock.now() < self._got_at + age

    def _ask(self) -> Mapping[str, T]:
        now = self._clock.now()
        if self._failed_at and now < self._failed_at + RESTS:
            raise unreachable("it failed a moment ago")
        try:
            self._value, self._got_at = self._fetch(), now
        except Unavailable:
            self._failed_at = now
            raise
        return self._value
