"""Handing messages to a mail server."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from application.enforcement.letters import letter
from application.enforcement.post import Message
from application.people.directory import Directory
from infrastructure.postbox import NotHandedOver

SECONDS = 20


class MailMisconfigured(ValueError):
    """The address of the mail server cannot be used; the words say what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed over, and whom it is from. ``secure``: TLS from the start."""

    host: str
    port: int
    sender: str
    secure: bool
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def mail_server(url: str, sender: str) -> MailServer:
    """Read smtp://user:password@host:587 or smtps://host; raises MailMisconfigured."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise MailMisconfigured("ALIS_SMTP must be smtp://host:port or smtps://host:port")
    if "@" not in sender:
        raise MailMisconfigured("ALIS_MAIL_FROM must be the address reminders are sent from")
    return MailServer(
        host=parts.hostname,
        port=port or (465 if parts.scheme == "smtps" else 587),
        sender=sender,
        secure=parts.scheme == "smtps",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def sending(server: MailServer, directory: Directory) -> Callable[[Message], None]:
    """Return what hands one message to the mail server."""

    def send(message: Message) -> None:
        person = directory.people([message.person]).get(message.person)
        if person is None or not person.email:
            raise NotHandedOver("the person has no e-mail address in the directory")
        _hand_over(server, _email(server, message, person.email))

    return send


def _email(server: MailServer, message: Message, address: str) -> EmailMessage:
    told, email = letter(message), EmailMessage()
    email["From"], email["To"], email["Subject"] = server.sender, address, told.subject
    # The same whenever it is made: whoever gets it twice after all can see that it is one.
    email["Message-ID"] = f"<{message.message}@{server.sender.rpartition('@')[2]}>"
    email.set_content(told.body)
    return email


def _hand_over(server: MailServer, email: EmailMessage) -> None:
    safe = ssl.create_default_context()
    try:
        mail: smtplib.SMTP = (
            smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=safe)
            if server.secure
            else smtplib.SMTP(server.host, server.port, timeout=SECONDS)
        )
    except (OSError, smtplib.SMTPException) as why:
        raise NotHandedOver(f"the mail server cannot be reached: {why}") from None
    with mail:
        try:
            mail.ehlo()
            if not server.secure and mail.has_extn("starttls"):
                mail.starttls(context=safe)
            if server.user:
                mail.login(server.user, server.password or "")
        except smtplib.SMTPException as why:
            raise NotHandedOver(f"the mail server did not let us in: {why}") from None
        try:
            mail.send_message(email)
        except (
            smtplib.SMTPSenderRefused,
            smtplib.SMTPRecipientsRefused,
            smtplib.SMTPDataError,
        ) as why:
            raise NotHandedOver(f"the mail server refused the message: {why}") from None
