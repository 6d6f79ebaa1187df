"""Servers and proxies with faults, for tests."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import ssl
import subprocess
import zlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from alerce.config import Config
from alerce.sandbox import Faults, RequestLog, Rule
from alerce.sandbox.faults import Answer, Answers, FaultProxy
from alerce.sandbox.server import bind


@dataclass
class Wire:
    """A proxy that breaks answers as its rules say, and its log of requests."""

    url: str
    faults: Faults
    log: RequestLog

    @property
    def config(self) -> Config:
        return config(self.url)

    def will(self, *rules: Rule | Mapping[str, Any]) -> None:
        """Break answers by these rules from now on."""
        self.log.clear()
        self.faults.replace(*rules)


def config(url: str) -> Config:
    """Return the configuration of a client for services at this address."""
    return {
        "ZTF_API_URL": f"{url}/ztf/v1",
        "CATSHTM_API_URL": f"{url}/catshtm",
        "AVRO_URL": f"{url}/avro",
        "ZTF_DB_API_URL": f"{url}/dbquery/v1/db/",
    }


@contextlib.contextmanager
def wire(
    upstream: str | Answers, *rules: Rule | Mapping[str, Any], tls: ssl.SSLContext | None = None
) -> Generator[Wire]:
    """Run a proxy for another server or a function, which breaks answers by rules."""
    listener = bind("127.0.0.1", 0)
    faults, log = Faults(rules), RequestLog()
    scheme = "http" if tls is None else "https"
    url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
    proxy = FaultProxy(listener, upstream, faults, log, tls)
    try:
        yield Wire(url, faults, log)
    finally:
        proxy.stop()


def json_answer(value: object, status: int = 200) -> Answer:
    """Return an answer of JSON."""
    return Answer(status, [("content-type", "application/json")], json.dumps(value).encode())


def nothing(method: str, target: str) -> Answer:
    """Answer everything with ``null``."""
    return json_answer(None)


def any_object(method: str, target: str) -> Answer:
    """Answer about an object with its identifier and a number derived from it."""
    oid = unquote(urlsplit(target).path.split("/")[4])
    if oid.startswith("ZTF00"):
        return json_answer({"message": "no such object"}, 404)
    return json_answer({"oid": oid, "ndet": number_of(oid)})


def number_of(oid: str) -> int:
    """Return the number derived from an identifier."""
    return zlib.crc32(oid.encode())


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextlib.contextmanager
def deaf_port() -> Generator[int]:
    """Listen on a port with a full queue, without accepting a connection."""
    with contextlib.ExitStack() as sockets:
        listener = sockets.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            caller = sockets.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        yield int(listener.getsockname()[1])


@dataclass(frozen=True)
class Certificates:
    """A certificate authority for tests, and certificates that it has signed."""

    authority: Path
    loopback: Path
    elsewhere: Path

    @staticmethod
    def server(certificate: Path) -> ssl.SSLContext:
        """Return the TLS context of a server with this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        return context


def make_certificates(folder: Path) -> Certificates:
    """Make an authority, a certificate for loopback, and one for another host."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make certificates with")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")

    def run(*arguments: str) -> None:
        subprocess.run([openssl, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S603 (its own arguments)

    run("req", "-x509", *key, "-days", "2", "-subj", "/CN=tests", "-keyout", "ca.key",
        "-out", "ca.pem", "-addext", "keyUsage=critical,keyCertSign,cRLSign")  # fmt: skip
    for name, host in (("loopback", "IP:127.0.0.1"), ("elsewhere", "DNS:elsewhere.example")):
        run("req", *key, "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        (folder / f"{name}.ext").write_text(
            f"subjectAltName={host}\nauthorityKeyIdentifier=keyid\nextendedKeyUsage=serverAuth\n"
        )
        run("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.crt")  # fmt: skip
        (folder / f"{name}.pem").write_bytes(
            (folder / f"{name}.crt").read_bytes() + (folder / f"{name}.key").read_bytes()
        )
    return Certificates(folder / "ca.pem", folder / "loopback.pem", folder / "elsewhere.pem")
