"""The mail that leaves: once, or given back, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email.message import Message

import psycopg
from psycopg_pool import ConnectionPool

from domain.shared.ids import Id
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


def about(plan: Id, mails: list[Message]) -> dict[str, str]:
    """Return the texts about a plan by who was sent them; no one was sent two."""
    texts = [(str(mail["To"]), bytes(mail.get_payload(decode=True)).decode()) for mail in mails]
    ours = [(to, text) for to, text in texts if plan in text]
    assert len(dict(ours)) == len(ours)
    return dict(ours)


def test_mail_is_sent_once_or_given_back_and_never_twice(kept: Town) -> None:
    plan = begun_before(kept)
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
        ours = [one for one in postbox.posted() if one.message.case_id == plan]
        assert all("refused the message" in (one.failure or "") for one in ours)
        box.refusal = ""
        assert postbox.deliver(send) >= len(ours)
        assert postbox.deliver(send) == 0
        mails = about(plan, box.mails)
        assert sorted(mails) == ["doctor@example.no", "leader@example.no"]
        body = mails["doctor@example.no"]
        assert "31.12.2026. Fristen følger av loven." in body
        assert "Doctor" not in body


def test_a_mail_that_may_have_been_sent_is_never_tried_again(kept: Town) -> None:
    plan = begun_before(kept)
    swept(kept, date(2026, 10, 2))
    _give_addresses(kept)
    with mail_server() as box, posting(kept) as (postbox, directory):
        box.dies_after_taking = True
        server = MailServer(host="127.0.0.1", port=box.port, sender="alis@example.no", secure=False)
        assert postbox.deliver(sending(server, directory)) == 0
        assert postbox.deliver(sending(server, directory)) == 0
        assert len(about(plan, box.mails)) == 2
        unsure = [one for one in postbox.posted() if one.message.case_id == plan]
        assert len(unsure) == 2
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
