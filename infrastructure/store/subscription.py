"""The library's subscription, made to miss nothing that comes while it starts to listen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from eventsourcing.postgres import PostgresSubscription

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from application.ports import Positioned
    from infrastructure.store.mapper import FactMapper

LISTEN = "LISTEN alis_events"
UNLISTEN = "UNLISTEN alis_events"
SECONDS_TO_STOP = 0.1


class FactSubscription(PostgresSubscription):
    """Pulls once more when LISTEN has taken effect.

    The library pulls, then listens: a fact that comes between the two stays unseen until the
    next one.
    """

    def _listen(self) -> None:
        try:
            with self._recorder.datastore.get_connection() as connection:
                connection.execute(LISTEN)
                self._has_been_notified.set()
                while not self._has_been_stopped:
                    for _ in connection.notifies(timeout=SECONDS_TO_STOP, stop_after=1):
                        self._has_been_notified.set()
                connection.execute(UNLISTEN)
        except BaseException as error:  # noqa: BLE001 - told to the thread that iterates
            self._thread_error = self._thread_error or error
            self.stop()


class Subscription:
    """Facts as they come, from a position on; ends when stopped, from whichever thread."""

    def __init__(self, subscription: PostgresSubscription, mapper: FactMapper) -> None:
        self._subscription = subscription
        self._mapper = mapper

    def __enter__(self) -> Self:
        self._subscription.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._subscription.__exit__(kind, error, trace)

    def __iter__(self) -> Iterator[Positioned]:
        return (self._mapper.positioned(stored) for stored in self._subscription)

    def stop(self) -> None:
        self._subscription.stop()
