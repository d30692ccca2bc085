"""Puts the system together from its settings; the one place that knows every part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import cast

from psycopg import errors
from psycopg_pool import ConnectionPool, PoolTimeout

from application.doors import Door
from application.entrance import Entrance
from application.people.directory import Directory
from application.ports import Files, Unavailable
from application.services import Services, services_over
from application.signing_in import MachineAccess
from application.waiting import Progress
from domain.shared.identifiers import Synthetic
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.addresses import Addresses
from infrastructure.calendars import PostgresCalendars
from infrastructure.checkup import Check, checkup
from infrastructure.clock import MovedClock, SystemClock
from infrastructure.collector import collect_rarely
from infrastructure.contents.examining import ContentExaminer
from infrastructure.demo import Progress as DemoProgress
from infrastructure.demo import fill, interrupted
from infrastructure.directory import PostgresDirectory
from infrastructure.embedded import DatabaseUnavailable, EmbeddedPostgres, is_made
from infrastructure.files import PostgresFiles
from infrastructure.histories import StoredHistories
from infrastructure.ids import plain_ids
from infrastructure.keys import Keys, read_ledger
from infrastructure.letters.printing import LetterPrinter
from infrastructure.limits import PostgresCounting
from infrastructure.logs import keep_log
from infrastructure.oidc.machine import MachineTokens
from infrastructure.oidc.relying_party import RelyingParty
from infrastructure.oidc.settings import SignInMisconfigured
from infrastructure.oidc.used_once import PostgresUsedOnce
from infrastructure.oidc.ways_in import TITLES, WaysIn, read_ways_in
from infrastructure.on_the_way import PostgresOnTheWay
from infrastructure.openings import PostgresOpenings
from infrastructure.postbox import PostgresPostbox
from infrastructure.private import FolderUnusable
from infrastructure.projector.faults import AlreadyRebuilding, NoRows, NotFolded
from infrastructure.projector.rebuilding import rebuild
from infrastructure.scheduled import Enforcing
from infrastructure.sessions import PostgresSessions
from infrastructure.settings import Misconfigured, Settings
from infrastructure.sign_in_log import PostgresSignInLog
from infrastructure.smtp import sending
from infrastructure.store.datastore import FAULTS
from infrastructure.store.facts import FactStore
from infrastructure.store.migrate import DatabaseDiffers, kind_of, migrate, migrate_keys
from infrastructure.store.sealing import Sealer
from infrastructure.tokens import DemoTokens
from infrastructure.views import PostgresViews
from infrastructure.worker import Worker, stopped_by_signals

Faults: tuple[type[Exception], ...] = (
    Misconfigured,
    SignInMisconfigured,
    FolderUnusable,
    DatabaseUnavailable,
    DatabaseDiffers,
    *FAULTS,
    PoolTimeout,
    Unavailable,
    NotFolded,
    NoRows,
    AlreadyRebuilding,
)
"""What can be wrong with a set-up."""

_NOT_MIGRATED = (
    errors.UndefinedTable,
    errors.UndefinedFunction,
    errors.InvalidSchemaName,
    errors.InsufficientPrivilege,
)


def has_database(settings: Settings) -> bool:
    """Return whether there is a database to open; opening an embedded one would make it."""
    return not settings.embedded or is_made(settings.data)


def explained(fault: Exception) -> str:
    """Return what is wrong with a set-up and what would be right."""
    causes = (fault, fault.__cause__)
    if any(isinstance(cause, _NOT_MIGRATED) for cause in causes):
        return f"the database is not as this program needs it; run 'alis migrate' ({fault})"
    return str(fault).strip() or type(fault).__name__


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Everything put together; connections open when first used, so after any fork."""

    settings: Settings
    addresses: Addresses
    store: FactStore
    keys: Keys
    directory: Directory
    files: Files
    postbox: PostgresPostbox
    pool: ConnectionPool
    counting: PostgresCounting
    services: Services
    embedded: EmbeddedPostgres | None = None

    def is_demo(self) -> bool:
        """Return whether this is the embedded demo, the only place tokens are made and read."""
        return self.settings.embedded and kind_of(self.addresses.application) == "demo"

    def tokens(self) -> DemoTokens | None:
        if not self.is_demo():
            return None
        return DemoTokens(self.settings.demo_secret(), self.services.clock)

    def ways_in(self) -> WaysIn:
        """Return how one signs in here; raises SignInMisconfigured."""
        found = read_ways_in(self.settings.ways_in)
        if (found.providers or found.machine) and self.is_demo():
            raise SignInMisconfigured(
                "the demo has its own people: unset ALIS_HELSEID_*, ALIS_IDPORTEN_* and "
                "ALIS_MACHINE_*, or choose a database that is no demo"
            )
        return found

    def entrance(self, ways: WaysIn) -> Entrance:
        clock = SystemClock()
        return Entrance(
            sessions=PostgresSessions(self.pool),
            on_the_way=PostgresOnTheWay(self.pool),
            log=PostgresSignInLog(self.pool),
            once=PostgresUsedOnce(self.pool, clock),
            directory=self.directory,
            histories=self.services.histories,
            clock=self.services.clock,
            doors=[
                Door(
                    name=found.profile.name,
                    title=TITLES[found.profile.name],
                    issuer=found.issuer,
                    provider=RelyingParty(found, clock),
                )
                for found in ways.providers
            ],
        )

    def machines(self, ways: WaysIn) -> MachineAccess | None:
        if ways.machine is None:
            return None
        clock = SystemClock()
        return MachineTokens(ways.machine, clock, PostgresUsedOnce(self.pool, clock))

    def migrate(self, kind: str | None = None) -> list[str]:
        """Bring both databases to this program's shape; returns what was applied."""
        return [
            *migrate(self.addresses.migrate, kind=kind),
            *migrate_keys(self.addresses.migrate_keys),
        ]

    def progress(self) -> Progress:
        """Return how far the kept rows have come."""
        return self.services.waiting.progress_unasked()

    def rebuild(self, progress: Callable[[int, int], None]) -> int:
        """Build all kept rows anew; returns the position they stand at."""
        return rebuild(self.addresses.application, progress).position

    def reapply_shreds(self, ledger: bytes) -> list[Id]:
        """Destroy again what a ledger in JSON says was destroyed; raises ValueError."""
        return self.keys.reapply_shreds(read_ledger(ledger))

    def keep_log(self) -> None:
        """Have this process, and those it forks, tell what it does on standard error.

        Not in the demo, which tells its visitor things on the same screen.
        """
        if not self.settings.embedded:
            keep_log()

    def work(self) -> None:
        """Keep the views up to date and the clock's work done until the process is to end."""
        with stopped_by_signals() as stop:
            Worker(self.addresses.application, enforcing=self._enforcing()).run(stop)

    def _enforcing(self) -> Enforcing:
        send = sending(self.settings.mail, self.directory) if self.settings.mail else None
        return Enforcing(
            address=self.addresses.application,
            sweep=self.services.enforcement.sweep,
            note_outages=self.services.enforcement.note_outages,
            deliver=partial(self.postbox.deliver, send) if send else None,
        )

    def checkup(self) -> tuple[Check, ...]:
        """Return what is as it should be and what is not; nothing is changed."""
        return checkup(self.addresses, self.services.clock)

    def start_demo_over(self) -> bool:
        """Empty the databases if the demo's filling was interrupted; returns whether it was.

        The system cannot be used after that; open it again.
        """
        if self.embedded is None or not self.is_demo() or not interrupted(self.store):
            return False
        self.embedded.empty()
        return True

    def fill_demo(self, *, doctors: int, progress: DemoProgress) -> None:
        """Record simulated histories of so many doctors."""
        fill(
            self.store,
            self.keys,
            self.directory,
            self.files,
            doctors=doctors,
            until=self.services.clock.now(),
            progress=progress,
        )


@contextmanager
def opened(settings: Settings) -> Iterator[System]:
    """Give the system, with the embedded PostgreSQL started if there is no other."""
    collect_rarely()
    with ExitStack() as stack:
        embedded = None
        if settings.addresses is None:
            embedded = stack.enter_context(EmbeddedPostgres(settings.data))
        addresses = settings.addresses or cast("EmbeddedPostgres", embedded).addresses
        keys = stack.enter_context(Keys(addresses.keys))
        sealer = Sealer(keys)
        store = stack.enter_context(
            FactStore(addresses.application, facts=StoredFact, sealer=sealer)
        )
        pool: ConnectionPool = ConnectionPool(
            addresses.application, min_size=1, max_size=4, open=False, configure=plain_ids
        )
        stack.callback(pool.close)
        directory, files = PostgresDirectory(pool, keys), PostgresFiles(pool, keys)
        views = stack.enter_context(PostgresViews(addresses.application))
        postbox = PostgresPostbox(pool)
        yield System(
            settings=settings,
            embedded=embedded,
            addresses=addresses,
            store=store,
            keys=keys,
            directory=directory,
            files=files,
            postbox=postbox,
            pool=pool,
            counting=PostgresCounting(pool),
            services=services_over(
                histories=StoredHistories(store, sealer),
                directory=directory,
                views=views,
                files=files,
                openings=PostgresOpenings(pool, keys),
                examiner=ContentExaminer(),
                printer=LetterPrinter(),
                postbox=postbox,
                calendars=PostgresCalendars(pool),
                sessions=PostgresSessions(pool),
                clock=MovedClock(settings.today) if settings.today else SystemClock(),
                synthetic=Synthetic.ALLOWED if settings.embedded else Synthetic.REFUSED,
            ),
        )
