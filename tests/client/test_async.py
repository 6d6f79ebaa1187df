"""Both APIs have the same names, signatures, docstrings and answers."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, get_overloads

import numpy as np
import pandas as pd
import pytest
from astropy.table import Table

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError, ObjectNotFoundError
from alerce.results.summary import ObjectSummary
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer
from tests.http.test_errors import INVALID, WIRE
from tests.http.test_transport import BROKEN, Serve, serve
from tests.narrowing import is_dict, is_list
from tests.packets import packet
from tests.results.test_formats import EVERYTHING, FORMATS

__all__ = ["serve"]  # a fixture, used by its name

OID = "ZTF18abkifng"
OIDS = ["ZTF18abbuksn", "ZTF19aakyhxi"]
VERSION = "hierarchical_random_forest_1.0.0"

# Each method that asks a service, with arguments.
CALLS: dict[str, tuple[object, ...]] = {
    "query_objects": ("pandas",),
    "query_object": (OID, "pandas"),
    "query_limit_values": (),
    "query_detections": (OIDS, "pandas"),
    "query_non_detections": (OID, "csv"),
    "query_lightcurve": (OID, "pandas"),
    "query_forced_photometry": (OIDS, "pandas"),
    "query_magstats": (OIDS,),
    "query_probabilities": (OIDS, "csv"),
    "query_features": (OID, "pandas"),
    "query_feature": (OIDS, "Multiband_period"),
    "query_classifiers": (),
    "query_classes": ("lc_classifier", VERSION),
    "get_stamps": (OID, None, "numpy"),
    "get_avro": (OID, 576161491515015015),
    "query_period": (OID,),
    "query_summary": (OID,),
    "plot_stamps": (OID,),
    "plot_lightcurve": (OID,),
    "plot_probabilities": (OID,),
    "catshtm_conesearch": (10, 20, 1000, "GAIA/DR1"),
    "catshtm_crossmatch": (10, 20, 20, "all"),
    "catshtm_crossmatch_many": ([10, 10.01], [20, 20], 20, "all"),
    "catshtm_redshift": (10, 20, 20),
    "catshtm_redshift_details": (10, 20, 20),
    "send_query": ("SELECT oid FROM object ORDER BY oid LIMIT 3",),
}
RENAMED = {"aclose": "close", "__aenter__": "__enter__", "__aexit__": "__exit__"}


def public(api: type) -> dict[str, Any]:
    """Return the public members of a client, by the names of the synchronous one."""
    return {
        RENAMED.get(name, name): member
        for name, member in inspect.getmembers(api)
        if not name.startswith("_") or name in RENAMED or name in RENAMED.values()
    }


SYNC, ASYNC = public(Alerce), public(AsyncAlerce)
FUNCTIONS = [name for name, member in SYNC.items() if inspect.isfunction(member)]


def plain(text: str | None) -> str:
    """Return a docstring or annotation with the names of the synchronous API."""
    text = re.sub(r"\bAsync(?=[A-Z])", "", text or "")
    text = re.sub(r"_async\b", "_sync", text)
    return re.sub(r"\s+", " ", text)


def parameters(function: Callable[..., Any]) -> list[tuple[str, str, str, str]]:
    signature = inspect.signature(function)
    return [
        (each.name, str(each.kind), repr(each.default), plain(str(each.annotation)))
        for each in signature.parameters.values()
    ]


def same(found: Any, other: Any) -> bool:
    """Tell whether two answers are the same in type and value."""
    if type(found) is not type(other):
        return False
    if isinstance(found, pd.DataFrame):
        pd.testing.assert_frame_equal(found, other, check_exact=True)
        return bool(found.attrs == other.attrs)
    if isinstance(found, pd.Series):
        pd.testing.assert_series_equal(found, other, check_exact=True)  # pyright: ignore[reportUnknownArgumentType]
        return True
    if issubclass(type(found), Table):
        return bool(found.dtype == other.dtype and found.pformat() == other.pformat())
    if isinstance(found, np.ndarray):
        return bool(np.array_equal(found, other, equal_nan=True))  # pyright: ignore[reportUnknownArgumentType]
    if is_dict(found):
        return list(found) == list(other) and all(same(found[key], other[key]) for key in found)
    if is_list(found):
        return len(found) == len(other) and all(map(same, found, other))
    if isinstance(found, ObjectSummary):
        return str(found) == str(other) and same(found.light_curve, other.light_curve)
    if hasattr(found, "axes"):
        return [axes.get_title() for axes in found.axes] == [
            axes.get_title() for axes in other.axes
        ]
    # A NaN is not equal to itself, and records may hold some.
    return bool(found == other) or repr(found) == repr(other)


class Awaited:
    """A client of the asynchronous API that awaits every call."""

    def __init__(self, config: Any) -> None:
        self._config = config

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            return awaited(self._config, lambda api: getattr(api, name)(*arguments, **options))

        return call


def outcome(ask: Callable[[Any], Any], api: Any) -> Any:
    """Return the answer, or the class and the message of the error."""
    try:
        return ask(api)
    except APIError as error:
        return [type(error).__name__, str(error), error.code, error.data]


def awaited(config: Any, ask: Callable[[AsyncAlerce], Awaitable[Any]]) -> Any:
    """Return what an asynchronous client answers."""

    async def run() -> Any:
        async with AsyncAlerce(**config) as client:
            return await ask(client)

    return asyncio.run(run())


def test_both_apis_offer_the_same_names() -> None:
    assert SYNC.keys() == ASYNC.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_method_has_the_same_parameters_and_defaults(name: str) -> None:
    assert parameters(ASYNC[name]) == parameters(SYNC[name])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_method_has_the_same_result(name: str) -> None:
    results = [str(inspect.signature(api[name]).return_annotation) for api in (SYNC, ASYNC)]
    assert plain(results[1]) == plain(results[0])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_method_has_the_same_overloads(name: str) -> None:
    overloads = [
        [(parameters(each), plain(str(inspect.signature(each).return_annotation))) for each in of]
        for of in (get_overloads(ASYNC[name]), get_overloads(SYNC[name]))
    ]
    assert overloads[0] == overloads[1]


@pytest.mark.parametrize("name", SYNC)
def test_a_name_has_the_same_document(name: str) -> None:
    assert plain(ASYNC[name].__doc__) == plain(SYNC[name].__doc__)


@pytest.mark.parametrize("name", CALLS)
def test_a_method_that_asks_a_service_is_awaited(name: str) -> None:
    assert inspect.iscoroutinefunction(ASYNC[name])
    assert not inspect.iscoroutinefunction(SYNC[name])


def test_every_method_that_asks_a_service_is_tried_here() -> None:
    assert {name for name in FUNCTIONS if inspect.iscoroutinefunction(ASYNC[name])} - {
        "close",
        "download",  # writes files: see tests/bulk
        "__enter__",
        "__exit__",
    } == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_both_apis_answer_the_same(name: str, sandbox: Sandbox, client: Alerce) -> None:
    arguments = CALLS[name]
    found = awaited(sandbox.config, lambda asynchronous: getattr(asynchronous, name)(*arguments))
    assert same(found, getattr(client, name)(*arguments))


def test_both_apis_raise_the_same(sandbox: Sandbox, client: Alerce) -> None:
    errors: list[pytest.ExceptionInfo[ObjectNotFoundError]] = []
    for ask in (
        lambda: awaited(sandbox.config, lambda api: api.query_object("ZTF00nothing")),
        lambda: client.query_object("ZTF00nothing"),
    ):
        with pytest.raises(ObjectNotFoundError) as raised:
            ask()
        errors.append(raised)
    assert str(errors[0].value) == str(errors[1].value)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", EVERYTHING)
def test_both_apis_answer_the_same_in_every_format(
    name: str, format: str, sandbox: Sandbox, client: Alerce
) -> None:
    found = EVERYTHING[name](Awaited(sandbox.config), format)
    assert same(found, EVERYTHING[name](client, format))


@pytest.mark.parametrize("name", [name for name in WIRE if WIRE[name][0] != 304])
def test_both_apis_read_an_error_answer_alike(name: str, server: ScriptedServer) -> None:
    status, body, kind, _, _ = WIRE[name]
    server.will(Answer(status, body, {"content-type": kind}))
    config = {**server.config, "retries": 0}
    with Alerce(**server.config, retries=0) as client:
        outcomes = [
            outcome(lambda api: api.query_object("a"), api) for api in (client, Awaited(config))
        ]
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("name", INVALID)
def test_both_apis_refuse_an_invalid_answer_alike(name: str, server: ScriptedServer) -> None:
    ask, body = INVALID[name]
    server.will(Answer(200, body))
    config = {**server.config, "retries": 0}
    with Alerce(**server.config, retries=0) as client:
        outcomes = [outcome(ask, api) for api in (client, Awaited(config))]
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("name", BROKEN)
def test_both_apis_fail_on_a_broken_connection_alike(name: str, serve: Serve) -> None:
    raw = serve(BROKEN[name])
    settings: Any = {"ZTF_API_URL": f"{raw.url}/", "retries": 0}
    with Alerce(**settings) as client:
        kinds = {
            outcome(lambda api: api.query_magstats("a"), api)[0]
            for api in (client, Awaited(settings))
        }
    assert kinds == {"ConnectionFailedError"}


ELSEWHERE = {
    "on the same host": "/moved",
    "on another host": "http://127.0.0.2/moved",
    "to no address": "http://[",
}


@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.parametrize("method", ["query_magstats", "send_query"])
def test_both_apis_treat_a_redirect_alike(
    place: str, method: str, server: ScriptedServer, scripted: Alerce
) -> None:
    outcomes: list[Any] = []
    for api in (scripted, Awaited(server.config)):
        server.will(Answer(307, headers={"location": ELSEWHERE[place]}), Answer(body=b"[]"))
        outcomes.append(outcome(lambda api: getattr(api, method)("a"), api))
    assert outcomes[0] == outcomes[1]


# Calls that need several requests, or none.
FURTHER: dict[str, tuple[Callable[[Any], Any], Sequence[bytes]]] = {
    "a list of objects": (
        lambda api: api.query_objects("json", oid=["a", "b"], page_size=1, page=2),
        [b'{"items": [{"oid": "b"}, {"oid": "a"}]}'],
    ),
    "a feature without a route": (
        lambda api: api.query_feature("a", "Power_rate_1/2", "json"),
        [b'[{"name": "b"}, {"name": "Power_rate_1/2"}]'],
    ),
    "a light curve of nothing": (lambda api: api.query_lightcurve("a"), [b"null"]),
    "a cone at just the position": (
        lambda api: api.catshtm_conesearch(1, 2, 3, "WISE", "json"),
        [b"{}", b'{"WISE": {"RA": {"units": "deg", "values": [1]}}}', b"{}"],
    ),
    "no match": (lambda api: api.catshtm_crossmatch(1, 2, 3, "WISE", "json"), [b"{}"]),
    "a match where the service finds none": (
        lambda api: api.catshtm_crossmatch(1, 2, None, "AKARI", "json"),
        [
            b'{"AKARI": {"RA_rad": {"units": "deg", "values": [1]},'
            b' "Dec_rad": {"units": "deg", "values": [2]}}}'
        ],
    ),
    "a redshift": (
        lambda api: api.catshtm_redshift(1, 2, 3, "NEDz"),
        [b'{"z": {"unit": " ", "value": 0.1}}'],
    ),
    "no redshift": (lambda api: api.catshtm_redshift(1, 2, 3), [b"[]"]),
    "no packet": (lambda api: api.get_avro("a", 1), [b"null"]),
    "no stamp": (lambda api: api.get_stamps("a"), [b"[]"]),
    "a packet": (lambda api: api.get_stamps(OID, 1, "numpy"), [packet()]),
    "a packet of another object": (lambda api: api.get_avro("other", 1), [packet()]),
    "SQL as rows": (lambda api: api.send_query("a", "json"), [b"a,b\n1,x\n"]),
    "SQL as a frame": (lambda api: api.send_query("a", "pandas", "a"), [b"a,b\n1,x\n"]),
    "no records of SQL": (lambda api: api.send_query("a", "models"), [b""]),
}


@pytest.mark.parametrize("name", FURTHER)
def test_both_apis_make_the_same_requests_for_the_same_answer(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, bodies = FURTHER[name]
    outcomes: list[Any] = []
    targets: list[list[str]] = []
    for api in (scripted, Awaited(server.config)):
        server.will(*(Answer(body=body) for body in bodies))
        outcomes.append(outcome(ask, api))
        targets.append(list(server.targets))
    assert same(outcomes[0], outcomes[1])
    assert targets[0] == targets[1]


def test_settings_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text('{"ZTF_API_URL": "http://file/v1"}')
    asynchronous = AsyncAlerce()
    asynchronous.load_config_from_file(path)
    assert asynchronous.ztf_url == "http://file/v1"
    asynchronous.load_config_from_object({"ZTF_API_URL": "http://object/v1"})
    with Alerce(ZTF_API_URL="http://object/v1") as client:
        assert asynchronous.config == client.config


def test_the_name_of_a_catalogue_needs_no_await() -> None:
    assert AsyncAlerce().catshtm_catalog_translator("GAIA/DR1") == "GAIADR1"


def test_many_calls_go_on_at_a_time(sandbox: Sandbox) -> None:
    async def ask(client: AsyncAlerce) -> list[str]:
        found = await asyncio.gather(*(client.query_object(oid) for oid in OIDS * 5))
        return [row["oid"] for row in found]

    assert awaited(sandbox.config, ask) == OIDS * 5


def test_a_client_may_serve_one_event_loop_after_the_other(server: ScriptedServer) -> None:
    # Python warns of a connection that is open when its loop ends.
    server.will(Answer(body=f'{{"oid": "{OID}"}}'.encode(), headers={"connection": "close"}))
    client = AsyncAlerce(**server.config)

    async def ask(*, last: bool) -> str:
        found = await client.query_object(OID)
        if last:
            await client.aclose()
        return found["oid"]

    assert [asyncio.run(ask(last=last)) for last in (False, True)] == [OID, OID]


def test_a_closed_client_asks_nothing_more(server: ScriptedServer) -> None:
    async def run() -> None:
        client = AsyncAlerce(**server.config)
        async with client:
            pass
        await client.query_object("a")

    with pytest.raises(APIError, match="closed"):
        asyncio.run(run())
    assert server.targets == []


def test_a_cancelled_call_leaves_a_client_that_works(server: ScriptedServer) -> None:
    server.will(Answer(body=b'{"oid": "a"}'))

    async def ask(client: AsyncAlerce) -> str:
        task = asyncio.ensure_future(client.query_object("a"))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return (await client.query_object("a"))["oid"]

    assert awaited(server.config, ask) == "a"
