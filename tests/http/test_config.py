"""Settings: their sources, their precedence, and that each takes effect at once."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.config import (
    DEFAULT_ROUTES,
    DEFAULT_URLS,
    ENVIRONMENT_VARIABLE,
    Config,
    Settings,
)
from alerce.exceptions import APIError, ConfigError, RouteError
from alerce.warnings import ConfigWarning
from tests.conftest import Answer, ScriptedServer

OTHER = "http://127.0.0.2:9/other"


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


FILES: dict[str, str] = {
    "config.json": json.dumps({"ZTF_API_URL": OTHER, "ZTF_ROUTES": {"magstats": "/m/%s"}}),
    "config.toml": f'ZTF_API_URL = "{OTHER}"\n[ZTF_ROUTES]\nmagstats = "/m/%s"\n',
    "config.py": (
        f'HOST = "{OTHER}"\n'
        'AlerceAPIConfig = {"ZTF_API_URL": HOST, "ZTF_ROUTES": {"magstats": "/m/%s"}}\n'
    ),
    "config.without_a_known_ending": json.dumps(
        {"ZTF_API_URL": OTHER, "ZTF_ROUTES": {"magstats": "/m/%s"}}
    ),
}


def test_without_settings_the_documented_addresses_are_in_force() -> None:
    with Alerce() as client:
        assert client.config == {**DEFAULT_URLS, **DEFAULT_ROUTES}
        assert client.ztf_url == "https://api.alerce.online/ztf/v1"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_is_read(name: str, tmp_path: Path) -> None:
    with Alerce() as client:
        client.load_config_from_file(written(tmp_path, name, FILES[name]))
        assert client.ztf_url == OTHER
        assert client.config.get("ZTF_ROUTES", {})["magstats"] == "/m/%s"


def test_the_path_of_a_file_may_be_a_text(tmp_path: Path) -> None:
    with Alerce() as client:
        client.load_config_from_file(str(written(tmp_path, "a.toml", FILES["config.toml"])))
        assert client.ztf_url == OTHER


@pytest.mark.parametrize("name", ["config.json", "config.toml"])
def test_the_file_of_the_environment_is_read_when_a_client_is_made(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(written(tmp_path, name, FILES[name])))
    with Alerce() as client:
        assert client.ztf_url == OTHER
    assert AsyncAlerce().ztf_url == OTHER


def test_the_environment_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Alerce() as client:
        monkeypatch.setenv(ENVIRONMENT_VARIABLE, "/nowhere.json")
        assert client.ztf_url == DEFAULT_URLS["ZTF_API_URL"]


def test_an_empty_variable_names_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    with Alerce() as client:
        assert client.ztf_url == DEFAULT_URLS["ZTF_API_URL"]


def test_python_code_is_not_run_for_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = tmp_path / "trace"
    path = written(tmp_path, "c.py", f"open({str(trace)!r}, 'w').close()\nAlerceAPIConfig = {{}}\n")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(path))
    with pytest.raises(ConfigError, match="use JSON or TOML"):
        Alerce()
    assert not trace.exists()


def test_later_settings_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {key: f"http://environment/{key}" for key in DEFAULT_URLS}
    path = written(tmp_path, "environment.json", json.dumps(environment))
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(path))
    with Alerce(
        CATSHTM_API_URL="http://arguments", AVRO_URL="http://arguments", ZTF_API_URL="http://a/"
    ) as client:
        client.load_config_from_file(
            written(tmp_path, "c.toml", 'AVRO_URL = "http://file"\nZTF_API_URL = "http://file/"')
        )
        client.load_config_from_object({"ZTF_API_URL": "http://object/v1"})
        assert [client.config.get(key) for key in DEFAULT_URLS] == [
            "http://object/v1",
            "http://arguments",
            "http://file",
            "http://environment/ZTF_DB_API_URL",
            "http://environment/URL_MS",
            "http://environment/STAMP_URL",
            "http://environment/ZTF_V2_API_URL",
        ]


def test_a_table_of_routes_may_be_partial() -> None:
    with Alerce(ZTF_ROUTES={"magstats": "/m/%s"}) as client:
        client.load_config_from_object({"ZTF_ROUTES": {"features": "/f/%s"}})
        expected = DEFAULT_ROUTES["ZTF_ROUTES"] | {"magstats": "/m/%s", "features": "/f/%s"}
        assert client.config.get("ZTF_ROUTES") == expected


def test_the_settings_of_a_client_are_a_copy() -> None:
    with Alerce() as client:
        client.config["ZTF_API_URL"] = OTHER
        assert client.ztf_url == DEFAULT_URLS["ZTF_API_URL"]


def test_clients_do_not_share_settings() -> None:
    with Alerce(ZTF_API_URL=OTHER), Alerce() as client:
        assert client.ztf_url == DEFAULT_URLS["ZTF_API_URL"]


def test_the_settings_of_one_client_make_another_that_asks_the_same(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=b"[]"))
    with Alerce(**scripted.config) as other:
        other.query_feature("a b", "c%d")
    scripted.query_feature("a b", "c%d")
    assert server.targets == ["/objects/a%20b/features/c%25d"] * 2


Ask = Callable[[Alerce], object]

# Every route, a call that uses it, and an answer that the call accepts.
ROUTES: dict[tuple[str, str], tuple[Ask, bytes]] = {
    ("ZTF_ROUTES", "objects"): (lambda client: client.query_objects(), b'{"items": []}'),
    ("ZTF_ROUTES", "limit_values"): (lambda client: client.query_limit_values(), b"{}"),
    ("ZTF_ROUTES", "single_object"): (lambda client: client.query_object("a"), b"{}"),
    ("ZTF_ROUTES", "detections"): (lambda client: client.query_detections("a"), b"[]"),
    ("ZTF_ROUTES", "non_detections"): (lambda client: client.query_non_detections("a"), b"[]"),
    ("ZTF_ROUTES", "lightcurve"): (lambda client: client.query_lightcurve("a"), b"null"),
    ("ZTF_ROUTES", "magstats"): (lambda client: client.query_magstats("a"), b"[]"),
    ("ZTF_ROUTES", "probabilities"): (lambda client: client.query_probabilities("a"), b"[]"),
    ("ZTF_ROUTES", "features"): (lambda client: client.query_features("a"), b"[]"),
    ("ZTF_ROUTES", "single_feature"): (lambda client: client.query_feature("a", "b"), b"[]"),
    ("ZTF_ROUTES", "classifiers"): (lambda client: client.query_classifiers(), b"[]"),
    ("ZTF_ROUTES", "classifier_classes"): (lambda client: client.query_classes("a", "b"), b"[]"),
    ("CATSHTM_ROUTES", "conesearch"): (
        lambda client: client.catshtm_conesearch(1, 2, 0, "WISE"),
        b"{}",
    ),
    ("CATSHTM_ROUTES", "conesearch_all"): (
        lambda client: client.catshtm_conesearch(1, 2, 3),
        b'{"catalogs": []}',
    ),
    ("CATSHTM_ROUTES", "crossmatch"): (
        lambda client: client.catshtm_crossmatch(1, 2, 0.001, "WISE"),
        b"{}",
    ),
    ("CATSHTM_ROUTES", "crossmatch_all"): (
        lambda client: client.catshtm_crossmatch(1, 2, 3),
        b"[]",
    ),
    ("AVRO_ROUTES", "get_avro"): (lambda client: client.get_avro("a", 1), b"null"),
}


def ask(question: Ask, client: Alerce) -> None:
    """Make a call and ignore its outcome, since tests look at the request."""
    with contextlib.suppress(APIError):
        question(client)


@pytest.mark.parametrize(("table", "route"), ROUTES)
def test_an_overridden_route_is_asked_at_once(
    table: str, route: str, server: ScriptedServer, scripted: Alerce
) -> None:
    question, body = ROUTES[table, route]
    identifiers = DEFAULT_ROUTES[table][route].count("%s")
    server.will(Answer(body=body))
    ask(question, scripted)
    scripted.load_config_from_object({table: {route: "/moved/x" + "/%s" * identifiers}})
    ask(question, scripted)
    moved = "/moved/x" + "".join(f"/{name}" for name in ["a", "b"][:identifiers])
    # A cone search can take two requests.
    first = [server.targets[0], server.targets[len(server.targets) // 2]]
    before, after = (target.partition("?") for target in first)
    assert before[0] != after[0] == moved
    assert before[2] == after[2]


ADDRESSES: dict[str, Ask] = {
    "ZTF_API_URL": lambda client: client.query_object("a"),
    "CATSHTM_API_URL": lambda client: client.catshtm_crossmatch(1, 2, 3, "WISE"),
    "AVRO_URL": lambda client: client.get_avro("a", 1),
    "ZTF_DB_API_URL": lambda client: client.send_query("SELECT 1"),
}


@pytest.mark.parametrize("key", ADDRESSES)
def test_an_overridden_address_is_asked_at_once(
    key: str, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(404))
    ask(ADDRESSES[key], scripted)
    scripted.load_config_from_object({key: f"{server.url}/moved"})
    ask(ADDRESSES[key], scripted)
    before, after = (target.partition("?")[0] for target in server.targets)
    assert after == "/moved" + before.rstrip("/")


def test_identifiers_in_an_overridden_route_are_escaped(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=b"[]"))
    scripted.load_config_from_object({"ZTF_ROUTES": {"magstats": "m/%s?"}})
    ask(lambda client: client.query_magstats("a?b c%"), scripted)
    assert server.targets == ["/m/a%3Fb%20c%25?"]


@pytest.mark.parametrize("slashes", ["", "/", "//"])
def test_slashes_at_the_end_of_an_address_do_not_count(
    slashes: str, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=b"[]"))
    scripted.load_config_from_object({"ZTF_API_URL": f"{server.url}/v1{slashes}"})
    scripted.query_magstats("a")
    assert server.targets == ["/v1/objects/a/magstats"]


@pytest.mark.parametrize(
    ("settings", "suggestion"),
    [
        ({"ZTF_API_ULR": OTHER}, "did you mean 'ZTF_API_URL'"),
        ({"ztf_api_url": OTHER}, "did you mean 'ZTF_API_URL'"),
        ({"AVRO_ROUTE": {}}, "did you mean 'AVRO_ROUTES'"),
        ({"timout": 5}, "did you mean 'timeout'"),
        ({"xyz": 5}, "known: ZTF_API_URL, "),
        ({"ZTF_ROUTES": {"magstat": "/m/%s"}}, "did you mean 'magstats'"),
        ({"ZTF_ROUTES": {"xyz": "/m/%s"}}, "known: objects, "),
    ],
)
def test_a_key_that_does_not_exist_is_refused_with_the_nearest(
    settings: Any, suggestion: str
) -> None:
    with pytest.raises(ConfigError, match=suggestion):
        Alerce(**settings)


def test_a_misspelt_key_of_a_file_is_refused_with_the_nearest_and_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "c.json", '{"ZTF_URL": "http://a"}')
    with Alerce() as client, pytest.raises(ConfigError, match="'ZTF_API_URL'") as raised:
        client.load_config_from_file(path)
    assert str(path) in str(raised.value)


WRONG: dict[str, Any] = {
    "one of several keys": {"AVRO_URL": OTHER, "AVRO_ROUTES": {"get_avro": "/a"}, "ZTF_API_URL": 5},
    "a key that is no text": {5: OTHER},
    "an address that is no text": {"ZTF_API_URL": 5},
    "an address of null": {"ZTF_API_URL": None},
    "an address of another scheme": {"ZTF_API_URL": "ftp://a"},
    "an address that is empty": {"ZTF_API_URL": ""},
    "a path in place of an address": {"ZTF_API_URL": "/ztf/v1"},
    "words in place of an address": {"ZTF_API_URL": "the usual one"},
    "a section that is no table": {"ztf": "https://api.alerce.online"},
    "routes that are no table": {"ZTF_ROUTES": "/m/%s"},
    "a route that is no text": {"ZTF_ROUTES": {"magstats": 5}},
    "a route that is no name": {"ZTF_ROUTES": {5: "/m/%s"}},
    "a route without its identifier": {"ZTF_ROUTES": {"magstats": "/m"}},
    "a route with one identifier too many": {"ZTF_ROUTES": {"magstats": "/m/%s/%s"}},
    "a route with another placeholder": {"ZTF_ROUTES": {"magstats": "/m/%d"}},
    "a route with a stray percent": {"ZTF_ROUTES": {"magstats": "/m%/%s"}},
    "a list": ["ZTF_API_URL"],
    "a text": "ZTF_API_URL",
    "nothing": None,
}


@pytest.mark.parametrize("name", WRONG)
def test_settings_that_make_no_sense_change_nothing(name: str) -> None:
    with Alerce() as client:
        before = client.config
        with pytest.raises(ConfigError):
            client.load_config_from_object(WRONG[name])
        assert client.config == before


BROKEN: dict[str, tuple[str, str]] = {
    "JSON": ("c.json", "{"),
    "JSON too deep": ("c.json", "[" * 100_000),
    "JSON that is no table": ("c.json", "[1]"),
    "TOML": ("c.toml", "a ="),
    "Python that does not parse": ("c.py", "a ="),
    "Python that fails": ("c.py", "1 / 0"),
    "Python without the dict": ("c.py", "Config = {}"),
    "Python with something else": ("c.py", "AlerceAPIConfig = 5"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, *BROKEN[name])
    with Alerce() as client, pytest.raises(ConfigError, match=re.escape(str(path))):
        client.load_config_from_file(path)


def test_a_file_that_does_not_exist_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "missing.json"
    with Alerce() as client, pytest.raises(ConfigError, match=re.escape(str(path))):
        client.load_config_from_file(path)


def test_a_file_that_is_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_bytes(b"\xff\xfe")
    with Alerce() as client, pytest.raises(ConfigError, match=re.escape(str(path))):
        client.load_config_from_file(path)


@pytest.mark.parametrize(
    "url",
    [
        "http:///",
        "http://é..com/",
        "http://" + "a" * 64 + ".com/",
    ],
)
def test_an_address_that_is_none_is_an_error_of_the_family(url: str) -> None:
    settings: Config = {"ZTF_API_URL": url}
    with Alerce(**settings) as client, pytest.raises(APIError, match="object a"):
        client.query_object("a")


@pytest.mark.parametrize(
    ("given", "in_force"),
    [
        ("api.alerce.online/ztf/v1", "https://api.alerce.online/ztf/v1"),
        ("localhost:5000/v1", "http://localhost:5000/v1"),
        ("127.0.0.1:5000/v1", "http://127.0.0.1:5000/v1"),
        ("[::1]:5000/v1", "http://[::1]:5000/v1"),
        ("LOCALHOST/v1", "http://LOCALHOST/v1"),
        ("10.0.0.5:5000/v1", "https://10.0.0.5:5000/v1"),
        ("me:word@example.org/v1", "https://me:word@example.org/v1"),
        ("http://example.org/v1", "http://example.org/v1"),
    ],
)
def test_an_address_without_a_scheme_is_https_and_http_on_this_machine(
    given: str, in_force: str
) -> None:
    with Alerce(ZTF_API_URL=given) as client:
        assert client.ztf_url == in_force


@pytest.mark.parametrize(
    ("key", "given", "in_force"),
    [
        ("ZTF_API_URL", "https://api.alerce.online", "https://api.alerce.online/ztf/v1"),
        ("ZTF_API_URL", "api.alerce.online", "https://api.alerce.online/ztf/v1"),
        ("ZTF_API_URL", "http://localhost:5000", "http://localhost:5000/ztf/v1"),
        ("ZTF_DB_API_URL", "https://example.org", "https://example.org/dbquery/v1/db/"),
    ],
)
def test_an_address_without_a_path_gets_the_path_of_its_service_and_says_so_once(
    key: str, given: str, in_force: str
) -> None:
    settings: Any = {key: given}
    with pytest.warns(ConfigWarning, match=f"^{key} in .* is taken for {in_force};") as warned:
        client = Alerce(**settings)
    with client:
        assert client.config.get(key) == in_force
    assert [Path(each.filename).name for each in warned] == [Path(__file__).name]


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("ZTF_API_URL", "http://localhost:5000/"),
        ("CATSHTM_API_URL", "https://catshtm.alerce.online"),
        ("AVRO_URL", "https://avro.alerce.online"),
    ],
)
def test_a_slash_is_a_path_and_a_service_without_one_needs_none(key: str, given: str) -> None:
    settings: Any = {key: given}
    with Alerce(**settings) as client:
        assert client.config.get(key) == given


def test_a_completed_address_is_the_one_that_is_asked(server: ScriptedServer) -> None:
    server.will(Answer(body=b"[]"))
    with pytest.warns(ConfigWarning):
        client = Alerce(ZTF_API_URL=server.url)
    with client, Alerce(**client.config) as other:
        client.query_magstats("a")
        other.query_magstats("a")
    assert server.targets == ["/ztf/v1/objects/a/magstats"] * 2


def test_routes_without_the_path_say_that_the_service_has_none(server: ScriptedServer) -> None:
    server.will(Answer(body=b"[]"))
    routes = {"magstats": "/objects/%s/magstats"}
    with Alerce(ZTF_API_URL=server.url, ZTF_ROUTES=routes) as client:
        client.query_magstats("a")
        client.query_features("a")
    assert server.targets == ["/objects/a/magstats", "/objects/a/features"]


def test_an_address_where_no_service_is_names_its_keys_and_what_was_asked(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(404, b"<h1>Not Found</h1>", {"content-type": "text/html"}))
    with pytest.raises(RouteError) as raised:
        scripted.query_objects()
    assert "made of ZTF_API_URL and ZTF_ROUTES of the configuration" in str(raised.value)
    assert f"GET {server.url}/objects/" in str(raised.value)


# A configuration of 2.x, in full: sections, the address without the path, routes with it.
NESTED: dict[str, Any] = {
    "multisurvey": {
        "URL_MS": "https://ms.example.org/",
        "ROUTES_MS": {"objects": "object_api/list_objects", "lightcurve": "lightcurve_api/lc"},
    },
    "ztf": {
        "ZTF_API_URL": "https://example.org",
        "ZTF_ROUTES": {
            "objects": "/ztf/v1/objects",
            "magstats": "/ztf/v1/objects/%s/magstats",
            "forced_photometry": "/v2/lightcurve/forced-photometry/%s",
        },
    },
    "stamps": {
        "STAMP_URL": "https://stamps.example.org/s",
        "AVRO_ROUTES": {"get_stamp": "/stamp", "get_avro": "/get_avro"},
    },
    "stamps_ztf": {
        "AVRO_URL": "https://avro.example.org",
        "AVRO_ROUTES": {"get_stamp": "/get_stamp", "get_avro": "/packet"},
    },
}


def loaded(way: str, content: dict[str, Any], folder: Path, patch: pytest.MonkeyPatch) -> Alerce:
    if way == "arguments":
        return Alerce(**content)
    path = written(folder, "config.json", json.dumps(content))
    if way == "environment":
        patch.setenv(ENVIRONMENT_VARIABLE, str(path))
    client = Alerce()
    if way == "file":
        client.load_config_from_file(path)
    if way == "object":
        client.load_config_from_object(content)
    return client


@pytest.mark.parametrize("way", ["environment", "file", "object", "arguments"])
def test_the_sections_of_2_are_read_as_it_reads_them(
    way: str, server: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.will(Answer(body=b"[]"))
    content = {**NESTED, "ztf": {**NESTED["ztf"], "ZTF_API_URL": server.url}}
    with loaded(way, content, tmp_path, monkeypatch) as client:
        config: dict[str, Any] = {**client.config}
        client.query_magstats("a")
        client.query_features("a")
    assert server.targets == ["/ztf/v1/objects/a/magstats", "/ztf/v1/objects/a/features"]
    assert config["AVRO_URL"] == "https://avro.example.org"
    assert config["AVRO_ROUTES"] == DEFAULT_ROUTES["AVRO_ROUTES"] | {"get_avro": "/packet"}
    assert config["URL_MS"] == "https://ms.example.org/"
    assert config["ROUTES_MS"]["lightcurve"] == "lightcurve_api/lc"
    assert config["ROUTES_MS"]["detections"] == DEFAULT_ROUTES["ROUTES_MS"]["detections"]
    assert config["STAMP_URL"] == "https://stamps.example.org/s"
    assert config["STAMP_ROUTES"] == {"get_stamp": "/stamp", "get_avro": "/get_avro"}


def test_routes_of_2_alone_lead_to_the_usual_address() -> None:
    settings = Settings()
    settings.update({"ztf": {"ZTF_ROUTES": {"magstats": "/ztf/v1/objects/%s/magstats"}}}, "test")
    assert settings.url("ztf") == DEFAULT_URLS["ZTF_API_URL"]
    assert settings.route("ztf", "magstats") == "/objects/%s/magstats"


def test_the_stamps_of_the_multi_survey_services_are_below_their_address() -> None:
    with Alerce(URL_MS="https://example.org/ms/") as client:
        assert client.config.get("STAMP_URL") == "https://example.org/ms/stamps_api"
        client.load_config_from_object({"STAMP_URL": "stamps.example.org"})
        client.load_config_from_object({"URL_MS": "https://other.example.org"})
        assert client.config.get("STAMP_URL") == "https://stamps.example.org"


def test_forced_photometry_of_2_is_at_the_host_of_the_ztf_api() -> None:
    settings = Settings()
    routes = {"forced_photometry": "/v2/lightcurve/forced-photometry/%s"}
    settings.update(
        {"ztf": {"ZTF_API_URL": "https://ztf.example.org/ztf/v1", "ZTF_ROUTES": routes}}, "test"
    )
    assert settings.url("ztf2") == "https://ztf.example.org/v2"
    settings.update({"ZTF_V2_API_URL": "https://v2.example.org/forced"}, "test")
    assert settings.url("ztf2") == "https://v2.example.org/forced"


def test_a_key_in_a_section_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with Alerce() as client, pytest.raises(ConfigError, match="did you mean 'ZTF_API_URL'"):
        client.load_config_from_object({"ztf": {"ZTF_API_ULR": OTHER}})
