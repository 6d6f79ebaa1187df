"""A running sandbox and a plain HTTP client on it."""

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from alerce.sandbox import Sandbox


@dataclass(frozen=True)
class Wire:
    """The sandbox over raw HTTP: no client of ours between the test and the wire."""

    sandbox: Sandbox
    http: httpx.Client

    def ztf(self, target: str, **headers: str) -> httpx.Response:
        return self.http.get(f"{self.sandbox.url}/ztf/v1{target}", headers=headers)

    def catshtm(self, target: str) -> httpx.Response:
        return self.http.get(f"{self.sandbox.url}/catshtm{target}")

    def avro(self, target: str) -> httpx.Response:
        return self.http.get(f"{self.sandbox.url}/avro{target}")

    @property
    def database(self) -> str:
        return f"{self.sandbox.url}/dbquery/v1/db/"

    def sql(self, query: str) -> httpx.Response:
        return self.http.post(self.database, data={"query": query})


@pytest.fixture(scope="session")
def wire() -> Iterator[Wire]:
    with Sandbox() as sandbox, httpx.Client(timeout=20) as http:
        yield Wire(sandbox, http)
