"""A mail server that takes what it is handed, or refuses as it is told."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string
from email.message import Message
from threading import Thread


@dataclass
class MailBox:
    """The mails taken so far; ``refusal`` is answered instead of taking one."""

    port: int = 0
    mails: list[Message] = field(default_factory=list)
    refusal: str = ""
    dies_after_taking: bool = False


class _Taking(socketserver.StreamRequestHandler):
    box: MailBox

    def handle(self) -> None:
        self._say("220 test")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self._take()
                if self.box.dies_after_taking:
                    return
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                refused = word == "RCPT" and self.box.refusal
                self._say(self.box.refusal if refused else "250 test")

    def _take(self) -> None:
        self._say("354 go on")
        lines: list[str] = []
        while (line := self.rfile.readline().decode()) != ".\r\n":
            lines.append(line)
        self.box.mails.append(message_from_string("".join(lines)))
        if not self.box.dies_after_taking:
            self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailBox]:
    box = MailBox()
    taking = type("TakingHere", (_Taking,), {"box": box})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), taking) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
