"""Which methods ask for which operation is read off the source code of the client."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

# Any: the generator's modules are found when the tests run, see conftest.py.
methods: Any = import_module("methods")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def client() -> Any:
    return methods.Methods(ROOT / "alerce")


MADE_UP = {
    "__init__.py": "",
    "_async/__init__.py": "",
    "_async/objects.py": """
from alerce_api.ztf.api.objects import get_object, list_objects
from alerce import requests
from alerce.requests import Query
class Service:
    async def _one(self, oid):
        return get_object.get_kwargs(oid)
class Objects(Service):
    async def query_object(self, oid):
        return await self._one(oid)
    async def query_objects(self, query: Query):
        return query.call()
    async def query_all(self):
        return requests.TABLE["all"]
    async def query_renamed(self):
        return requests.again()
    @property
    def more(self):
        return Query
    async def query_nothing(self):
        return self.query_elsewhere
""",
    "requests/__init__.py": """
from .parts import again, Query
from alerce_api.ztf.api.objects import get_limit_values
TABLE = {"all": get_limit_values.get_kwargs}
""",
    "requests/parts.py": """
from alerce_api.ztf.api.objects import list_objects as listing
from alerce_api.ztf.api.photometry import list_magstats
class Query:
    def call(self):
        return listing.get_kwargs()
class Other:
    def _one(self):
        return list_magstats.get_kwargs()
    def unasked(self):
        return self._one()
def again():
    return list_magstats.get_kwargs()
""",
    "_sync/objects.py": """
from alerce_api.ztf.api.objects import get_object
class Objects:
    def copied(self):
        return get_object.get_kwargs()
""",
}


@pytest.mark.parametrize(
    ("operation", "asking"),
    [
        ("objects.get_object", ["query_object"]),
        ("objects.list_objects", ["query_objects"]),
        ("objects.get_limit_values", ["query_all"]),
        ("photometry.list_magstats", ["query_renamed"]),
        ("objects.unknown", []),
    ],
)
def test_methods_are_found_through_what_they_call(
    tmp_path: Path, operation: str, asking: list[str]
) -> None:
    for name, text in MADE_UP.items():
        path = tmp_path / "alerce" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = methods.Methods(tmp_path / "alerce")
    assert found.asking(f"alerce_api.ztf.api.{operation}") == asking


@pytest.mark.parametrize(
    ("operation", "asking", "not_asking"),
    [
        ("ztf.api.objects.list_objects", "query_objects", "query_object"),
        ("ztf.api.objects.get_object", "query_object", "query_objects"),
        ("ztf.api.photometry.list_detections", "query_detections", "query_object"),
        ("catshtm.api.catshtm.crossmatch", "catshtm_crossmatch", "query_object"),
        ("stamps.api.stamps.get_avro", "get_avro", "query_object"),
        ("database.api.database.query", "send_query", "query_object"),
    ],
)
def test_methods_of_the_client_are_found(
    client: Any, operation: str, asking: str, not_asking: str
) -> None:
    found = client.asking(f"alerce_api.{operation}")
    assert asking in found
    assert not_asking not in found
