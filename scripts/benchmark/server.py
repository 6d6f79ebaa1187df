"""A server that keeps the answers of the sandbox in memory, and sends them after a latency.

A benchmark therefore measures clients and not the sandbox. GET /latency/SECONDS sets the latency of
later answers, GET /requests gives the number of requests so far. Prints its address when it is ready.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import sys
import threading
from typing import ClassVar, cast

from data import dataset

from alerce.sandbox.app import RequestLog
from alerce.sandbox.server import bind, make_server
from alerce.sandbox.store import Store


class Memory(asyncio.Protocol):
    """A connection, which answers one request at a time."""

    answers: ClassVar[dict[bytes, bytes]] = {}
    latency = 0.0
    requests = 0
    origin = 0
    port = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport of the connection."""
        self.transport = cast(asyncio.Transport, transport)
        self.received = b""

    def data_received(self, data: bytes) -> None:
        """Answer a request once it is complete."""
        self.received += data
        if not self.received.endswith(b"\r\n\r\n"):
            return
        target, self.received = self.received.split(b" ", 2)[1], b""
        self.answer(target)

    def answer(self, target: bytes) -> None:
        """Send the answer, after the latency or once the sandbox has answered."""
        loop = asyncio.get_running_loop()
        if target.startswith(b"/latency/"):
            Memory.latency = float(target.split(b"/")[-1])
            self.send(packed(200, "text/plain", b"ok"))
        elif target == b"/requests":
            self.send(packed(200, "text/plain", str(Memory.requests).encode()))
        elif target in self.answers:
            Memory.requests += 1
            if self.latency:
                loop.call_later(self.latency, self.send, self.answers[target])
            else:
                self.send(self.answers[target])
        else:
            asked = loop.run_in_executor(None, ask, target)
            asked.add_done_callback(lambda done: self.learnt(target, done.result()))

    def learnt(self, target: bytes, answer: bytes) -> None:
        """Keep an answer, and send it."""
        self.answers[target] = answer
        self.answer(target)

    def send(self, answer: bytes) -> None:
        """Send an answer, unless the client has closed the connection."""
        if not self.transport.is_closing():
            self.transport.write(answer)


def packed(status: int, content_type: str, body: bytes, location: str | None = None) -> bytes:
    moved = f"location: {location}\r\n" if location else ""
    head = f"HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\n{moved}"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


def ask(target: bytes) -> bytes:
    """Return the sandbox's answer as the bytes to send."""
    connection = http.client.HTTPConnection("127.0.0.1", Memory.origin)
    try:
        connection.request("GET", target.decode(), headers={"host": f"127.0.0.1:{Memory.port}"})
        response = connection.getresponse()
        return packed(
            response.status,
            response.headers["content-type"],
            response.read(),
            response.headers["location"],
        )
    finally:
        connection.close()


async def main() -> None:
    listener = bind("127.0.0.1", 0)
    Memory.origin = listener.getsockname()[1]
    data, names = dataset()
    sandbox = make_server(Store(Store.snapshot(data), "synthetic"), RequestLog(), 0.0)
    threading.Thread(target=sandbox.run, args=([listener],), daemon=True).start()
    while not sandbox.started:
        await asyncio.sleep(0.01)
    server = await asyncio.get_running_loop().create_server(Memory, "127.0.0.1", 0)
    Memory.port = server.sockets[0].getsockname()[1]
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{Memory.port}", **names}) + "\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
