"""Where the services are, and how that is changed.

The keys are the documented ones. Later settings win over earlier ones: the
defaults, the file that the environment variable ``ALERCE_CONFIG_PATH`` names,
the constructor's arguments, ``load_config_from_file``,
``load_config_from_object``. A setting may be partial, also inside a table of
routes.

The sections of 2.x (``ztf``, ``multisurvey``, ``stamps``, ``stamps_ztf``) may hold
these keys too. There the address of the ZTF API has no path and its routes begin with
``/ztf/v1``, which is read as it is meant.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeAlias, cast
from urllib.parse import urlsplit, urlunsplit

from typing_extensions import TypedDict

from alerce.arguments.checks import nearest
from alerce.exceptions import ConfigError
from alerce.warnings import ConfigWarning, warn

ENVIRONMENT_VARIABLE = "ALERCE_CONFIG_PATH"
PYTHON_CONFIG_NAME = "AlerceAPIConfig"

Service: TypeAlias = Literal["ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"]


class Config(TypedDict, total=False):
    """Settings of a client; every key may be left out."""

    ZTF_API_URL: str
    """Base address of the ZTF API."""
    ZTF_ROUTES: Mapping[str, str]
    """Routes of the ZTF API by name, with ``%s`` for each identifier."""
    CATSHTM_API_URL: str
    """Base address of the catsHTM cross-match service."""
    CATSHTM_ROUTES: Mapping[str, str]
    """Routes of the catsHTM service by name."""
    AVRO_URL: str
    """Base address of the stamp and alert-packet service."""
    AVRO_ROUTES: Mapping[str, str]
    """Routes of the stamp and alert-packet service by name."""
    ZTF_DB_API_URL: str
    """Address of the SQL service."""
    URL_MS: str
    """Base address of the multi-survey services, which serve the alerts of LSST."""
    ROUTES_MS: Mapping[str, str]
    """Routes of the multi-survey services by name."""
    STAMP_URL: str
    """Base address of the multi-survey stamp service; below URL_MS when it is left out."""
    STAMP_ROUTES: Mapping[str, str]
    """Routes of the multi-survey stamp service by name."""
    ZTF_V2_API_URL: str
    """Base address of the second version of the ZTF API, for forced photometry."""


URL_KEYS: dict[Service, str] = {
    "ztf": "ZTF_API_URL",
    "catshtm": "CATSHTM_API_URL",
    "stamps": "AVRO_URL",
    "database": "ZTF_DB_API_URL",
    "lsst": "URL_MS",
    "lsst_stamps": "STAMP_URL",
    "ztf2": "ZTF_V2_API_URL",
}
ROUTES_KEYS: dict[Service, str] = {
    "ztf": "ZTF_ROUTES",
    "catshtm": "CATSHTM_ROUTES",
    "stamps": "AVRO_ROUTES",
    "lsst": "ROUTES_MS",
    "lsst_stamps": "STAMP_ROUTES",
}

DEFAULT_URLS: dict[str, str] = {
    "ZTF_API_URL": "https://api.alerce.online/ztf/v1",
    "CATSHTM_API_URL": "https://catshtm.alerce.online",
    "AVRO_URL": "https://avro.alerce.online",
    "ZTF_DB_API_URL": "https://dev-api.alerce.online/dbquery/v1/db/",
    "URL_MS": "https://api-lsst.alerce.online",
    "STAMP_URL": "https://api-lsst.alerce.online/stamps_api",
    "ZTF_V2_API_URL": "https://api.alerce.online/v2",
}
# The names are those of the documentation; the paths mirror the specifications
# and only say here how many identifiers a route of that name takes.
DEFAULT_ROUTES: dict[str, dict[str, str]] = {
    "ZTF_ROUTES": {
        "objects": "/objects/",
        "limit_values": "/objects/limit_values",
        "single_object": "/objects/%s",
        "detections": "/objects/%s/detections",
        "non_detections": "/objects/%s/non_detections",
        "lightcurve": "/objects/%s/lightcurve",
        "magstats": "/objects/%s/magstats",
        "probabilities": "/objects/%s/probabilities",
        "features": "/objects/%s/features",
        "single_feature": "/objects/%s/features/%s",
        "classifiers": "/classifiers/",
        "classifier_classes": "/classifiers/%s/%s/classes",
    },
    "CATSHTM_ROUTES": {
        "conesearch": "/conesearch",
        "conesearch_all": "/conesearch_all",
        "crossmatch": "/crossmatch",
        "crossmatch_all": "/crossmatch_all",
    },
    "AVRO_ROUTES": {
        "get_stamp": "/get_stamp",
        "get_avro": "/get_avro",
        "get_avro_info": "/get_avro_info",
    },
    "ROUTES_MS": {
        "objects": "/object_api/list_objects",
        "single_object": "/object_api/object",
        "detections": "/lightcurve_api/detections",
        "non_detections": "/lightcurve_api/non_detections",
        "forced_photometry": "/lightcurve_api/forced-photometry",
        "lightcurve": "/lightcurve_api/lightcurve",
        "probabilities": "/probability_api/probability",
        "classifiers": "/classifier_api/classifiers",
        "magstats": "/magstat_api/magstats",
    },
    "STAMP_ROUTES": {"get_stamp": "/stamp", "get_avro": "/avro"},
}
# A route of 2.x that leads from the host of the ZTF API to its second version.
FORCED_PATH = "/lightcurve/forced-photometry/%s"
FORCED_PHOTOMETRY = {"forced_photometry": f"/v2{FORCED_PATH}"}
STAMP_PATH = "/stamps_api"

SECTIONS: dict[str, dict[str, str]] = {
    "ztf": {},
    "multisurvey": {},
    "stamps": {"AVRO_ROUTES": "STAMP_ROUTES"},
    "stamps_ztf": {},
}
"""The sections of a configuration of 2.x, and what a key of theirs is called here."""

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class Settings:
    """The addresses and routes in force for one client."""

    def __init__(self) -> None:
        self.urls: dict[str, str] = dict(DEFAULT_URLS)
        self.routes: dict[str, dict[str, str]] = {
            key: dict(routes) for key, routes in DEFAULT_ROUTES.items()
        }
        self.overridden: dict[str, set[str]] = {key: set() for key in self.routes}
        self._set_urls: set[str] = set()

    def update(self, config: object, origin: str) -> None:
        """Take over what `config` says; nothing changes when any of it is wrong.

        Parameters
        ----------
        config : mapping
            Documented keys; see `Config`.
        origin : str
            Where it comes from, for the error message.

        Raises
        ------
        ConfigError
            Unknown key or route, a value of the wrong type, an address that is
            not http(s), or a route with the wrong number of ``%s``.

        Warns
        -----
        ConfigWarning
            An address has no path and is taken for one with the service's own.
        """
        urls: dict[str, str] = {}
        routes: dict[str, dict[str, str]] = {}
        if not isinstance(config, Mapping):
            raise ConfigError(f"{origin} must be a mapping of keys to values, not {config!r:.80}")
        for key, value in _flat(cast("Mapping[str, object]", config), origin):
            if key in self.urls:
                urls[key] = _checked_url(key, value, origin)
            elif key in self.routes:
                routes[key] = _checked_routes(key, value, origin)
            else:
                raise ConfigError(
                    f"unknown key {key!r} in {origin}{nearest(key, [*self.urls, *self.routes])}"
                )
        self.urls.update(urls)
        self._set_urls.update(urls)
        for key, changed in routes.items():
            self.routes[key].update(changed)
            self.overridden[key].update(changed)
        if "STAMP_URL" not in self._set_urls:
            self.urls["STAMP_URL"] = self.urls["URL_MS"].rstrip("/") + STAMP_PATH
        forced = self.routes["ZTF_ROUTES"].get("forced_photometry", "")
        if "ZTF_V2_API_URL" not in self._set_urls and forced.endswith(FORCED_PATH):
            host = urlsplit(self.urls["ZTF_API_URL"])._replace(path="", query="", fragment="")
            self.urls["ZTF_V2_API_URL"] = urlunsplit(host) + forced.removesuffix(FORCED_PATH)
        for service, key in URL_KEYS.items():
            # Routes of 2.x hold the path: there the address is whole without it.
            stated = self.overridden.get(ROUTES_KEYS.get(service, ""))
            if key in urls and self.url(service) != urls[key] and not stated:
                warn(
                    f"{key} in {origin} has no path and is taken for "
                    f"{_without_secrets(self.url(service))}; "
                    "write the path, or a slash where there is none",
                    ConfigWarning,
                )

    def url(self, service: Service) -> str:
        """Return the base address of a service, completed where it has no path."""
        key = URL_KEYS[service]
        path = _path_of(DEFAULT_URLS[key])
        if service == "lsst_stamps":
            # It has an address of its own, or the path below URL_MS already.
            return self.urls[key]
        if not path or _path_of(self.urls[key]) or "?" in self.urls[key]:
            return self.urls[key]
        routes = ROUTES_KEYS.get(service, "")
        for name in self.overridden.get(routes, ()):
            if name not in FORCED_PHOTOMETRY and not _below(self.routes[routes][name], path):
                # Routes without the path say that this service has none.
                return self.urls[key]
        return self.urls[key] + path

    def route(self, service: Service, name: str) -> str | None:
        """Return the route that the user set under this name, or None for the specified one."""
        key = ROUTES_KEYS.get(service)
        if key is None or name not in self.overridden[key]:
            return None
        route, path = self.routes[key][name], _path_of(DEFAULT_URLS[URL_KEYS[service]])
        if path and _below(route, path) and _path_of(self.url(service)).rstrip("/") == path:
            # Routes of 2.x begin with the path that is in the address here.
            return route[len(path) :]
        return route

    def shown(self) -> dict[Service, str]:
        """Return the address of each service without what could be secret in it."""
        return {service: _without_secrets(self.url(service)) for service in URL_KEYS}

    def as_dict(self) -> Config:
        """Return a copy of all settings under their documented keys, addresses completed."""
        routes = {key: dict(value) for key, value in self.routes.items()}
        completed = {key: self.url(service) for service, key in URL_KEYS.items()}
        return cast(Config, {**self.urls, **completed, **routes})


def read_file(path: str | os.PathLike[str], *, allow_python: bool) -> dict[str, object]:
    """Read a configuration file.

    Parameters
    ----------
    path : path-like
        A ``.json``, ``.toml`` or ``.py`` file.
    allow_python : bool
        Whether a Python file, which is code that runs, may be read.

    Returns
    -------
    dict
        The settings of the file: a JSON object, a TOML document, or the dict
        ``AlerceAPIConfig`` of a Python file.

    Raises
    ------
    ConfigError
        The file cannot be read or does not hold settings.
    """
    file = Path(path)
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the configuration file {str(file)!r}: {error}") from error
    loaded: object
    try:
        match file.suffix.lower():
            case ".toml":
                # Few programs have such a file, and the parser takes long to load.
                import tomllib

                loaded = tomllib.loads(content)
            case ".py" if allow_python:
                loaded = _run_python(content, file)
            case ".py":
                raise ConfigError(
                    f"{file.name!r} is Python code, which is read only when its path is given to "
                    f"load_config_from_file; use JSON or TOML for {ENVIRONMENT_VARIABLE}"
                )
            case _:
                loaded = json.loads(content)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ConfigError):
            raise
        raise ConfigError(f"cannot parse the configuration file {str(file)!r}: {error}") from error
    if not isinstance(loaded, dict):
        raise ConfigError(f"the configuration file {str(file)!r} does not hold a table of settings")
    return cast("dict[str, object]", loaded)


def from_environment() -> tuple[dict[str, object], str] | None:
    """Return the settings of the file named in the environment, and where they come from."""
    path = os.environ.get(ENVIRONMENT_VARIABLE)
    if not path:
        return None
    return read_file(path, allow_python=False), f"{path!r} ({ENVIRONMENT_VARIABLE})"


def _run_python(content: str, file: Path) -> object:
    namespace: dict[str, object] = {"__file__": str(file), "__name__": file.stem}
    try:
        exec(compile(content, str(file), "exec"), namespace)  # noqa: S102 (documented; path given by the user)
    except Exception as error:
        raise ConfigError(
            f"the configuration file {str(file)!r} failed when run: {type(error).__name__}: {error}"
        ) from error
    try:
        return namespace[PYTHON_CONFIG_NAME]
    except KeyError:
        raise ConfigError(
            f"the configuration file {str(file)!r} does not define {PYTHON_CONFIG_NAME}"
        ) from None


def _without_secrets(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _flat(config: Mapping[str, object], origin: str) -> Iterator[tuple[str, object]]:
    """Yield the settings of a configuration, those of the sections of 2.x too."""
    for key, value in config.items():
        if key not in SECTIONS:
            yield key, value
        elif isinstance(value, Mapping):
            for name, inner in cast("Mapping[str, object]", value).items():
                yield SECTIONS[key].get(name, name), inner
        else:
            raise ConfigError(f"section {key!r} of {origin} must be a mapping of keys to values")


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        # The address is none, which the request says.
        return "/"


def _below(route: str, path: str) -> bool:
    return route.startswith(path.rstrip("/") + "/")


def _checked_url(key: str, value: object, origin: str) -> str:
    if isinstance(value, str):
        url = value if "://" in value else _with_scheme(value)
        if url.startswith(("http://", "https://")):
            return url
    shown = re.sub(r"[^/]*@", "...@", value) if isinstance(value, str) else value
    raise ConfigError(f"{key} in {origin} must be an http(s) address, not {shown!r}")


def _with_scheme(address: str) -> str:
    """Return an address without a scheme as one: https, and http on this machine."""
    match = re.match(
        r"(?:[^/@]*@)?(\[[0-9a-fA-F:.]+\]|[^/@:?#\s\[\]]+)(?::\d+)?(?:[/?#]|$)", address
    )
    if match is None:
        return ""
    return f"{'http' if match[1].lower() in LOCAL_HOSTS else 'https'}://{address}"


def _checked_routes(key: str, value: object, origin: str) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{key} in {origin} must be a mapping of route names to paths")
    known = DEFAULT_ROUTES[key]
    if key == "ZTF_ROUTES":
        known = known | FORCED_PHOTOMETRY
    checked: dict[str, str] = {}
    for name, path in cast("Mapping[object, object]", value).items():
        if name not in known:
            raise ConfigError(f"unknown route {name!r} in {key} of {origin}{nearest(name, known)}")
        expected = known[str(name)].count("%s")
        if not isinstance(path, str) or path.count("%s") != expected or path.count("%") != expected:
            raise ConfigError(
                f"route {name!r} in {key} of {origin} must be a path with "
                f"{expected} '%s' for the identifiers, not {path!r}"
            )
        checked[str(name)] = path
    return checked
