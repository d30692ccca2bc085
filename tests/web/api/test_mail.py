"""The mail that leaves: once, or given back, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
from psycopg_pool import ConnectionPool

from infrastructure.directory import PostgresDirectory
from infrastructure.ids import plain_ids
from infrastructure.keys import Keys
from infrastructure.postbox import PostgresPostbox
from infrastructure.smtp import MailServer, sending
from tests.support.clock_town import begun_before, swept
from tests.support.mail import mail_server
from tests.support.town import Town


@contextmanager
def posting(town: Town) -> Iterator[tuple[PostgresPostbox, PostgresDirectory]]:
    addresses = town.addresses
    with (
        Keys(addresses.keys) as keys,
        ConnectionPool(
            addresses.application, min_size=1, max_size=2, open=False, configure=plain_ids
        ) as pool,
    ):
        yield PostgresPostbox(pool), PostgresDirectory(pool, keys)


def test_mail_is_sent_once_or_given_back_and_never_twice(kept: Town) -> None:
    begun_before(kept)
    swept(kept, date(2026, 10, 2))
    with mail_server() as box, posting(kept) as (postbox, directory):
        server = MailServer(host="127.0.0.1", port=box.port, sender="alis@example.no", secure=False)
        send = sending(server, directory)
        # Nobody has an address yet: nothing left, so it waits.
        assert postbox.deliver(send) == 0
        assert {one.failure for one in postbox.posted()} == {
            "the person has no e-mail address in the directory"
        }
        _give_addresses(kept)
        box.refusal = "450 busy"
        assert postbox.deliver(send) == 0
        assert "refused the message" in (postbox.posted()[0].failure or "")
        box.refusal = ""
        assert postbox.deliver(send) == 2
        assert postbox.deliver(send) == 0
        assert {mail["To"] for mail in box.mails} == {"doctor@example.no", "leader@example.no"}
        body = bytes(box.mails[0].get_payload(decode=True)).decode()
        assert "31.12.2026 (om 90 dager). Fristen følger av loven." in body
        assert "Doctor" not in body


def test_a_mail_that_may_have_been_sent_is_never_tried_again(kept: Town) -> None:
    begun_before(kept)
    swept(kept, date(2026, 10, 2))
    _give_addresses(kept)
    with mail_server() as box, posting(kept) as (postbox, directory):
        box.dies_after_taking = True
        server = MailServer(host="127.0.0.1", port=box.port, sender="alis@example.no", secure=False)
        assert postbox.deliver(sending(server, directory)) == 0
        assert postbox.deliver(sending(server, directory)) == 0
        assert len(box.mails) == 2
        unsure = postbox.posted()
        assert all(one.begun_at and one.sent_at is None for one in unsure)


def test_a_sweep_again_puts_nothing_twice(kept: Town) -> None:
    begun_before(kept)
    swept(kept, date(2026, 10, 2))
    with posting(kept) as (postbox, _):
        before = postbox.posted()
        swept(kept, date(2026, 10, 3))
        assert postbox.posted() == before


def _give_addresses(town: Town) -> None:

    with psycopg.connect(town.addresses.migrate, autocommit=True) as connection:
        for name in ("doctor", "leader"):
            connection.execute(
                "UPDATE directory.people SET email = %s WHERE person = %s",
                [f"{name}@example.no", town.people[name]],
            )
