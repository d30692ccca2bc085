"""A proxy before a server that, when told to, loses the answer to the next message."""

from __future__ import annotations

import contextlib
import select
import socket
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Proxy:
    """Passes everything on; once armed, swallows one answer and drops that connection."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._armed = Event()
        self._threads = [Thread(target=self._accept)]

    def lose_next_answer(self) -> None:
        self._armed.set()

    def start(self) -> None:
        self._threads[0].start()

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                thread = Thread(target=self._serve, args=(client,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, client: socket.socket) -> None:
        server = socket.create_connection(("127.0.0.1", self._server_port))
        with client, server, contextlib.suppress(OSError):
            while self._pass_on(client, server):
                continue

    def _pass_on(self, client: socket.socket, server: socket.socket) -> bool:
        readable, _, _ = select.select([client, server], [], [])
        for source in readable:
            data = source.recv(65536)
            if not data:
                return False
            if source is server and self._armed.is_set():
                self._armed.clear()
                return False
            (server if source is client else client).sendall(data)
        return True


@contextmanager
def proxy_before(server_port: int) -> Iterator[Proxy]:
    """Run a proxy; close the stores that use it before leaving."""
    proxy = Proxy(server_port)
    proxy.start()
    try:
        yield proxy
    finally:
        proxy.stop()
