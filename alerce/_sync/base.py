"""What a client is made of, whatever it asks: settings, options, connections."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, Unpack

from alerce._lazy import lazy_module, lsst_rows
from alerce.arguments.checks import nearest
from alerce.config import SECTIONS, Config, Settings, from_environment, read_file
from alerce.exceptions import ConfigError
from alerce.http import logs
from alerce.http._sync.lazy import LazySender
from alerce.http.options import ClientArguments, OptionArguments, Options

if TYPE_CHECKING:
    from alerce._sync import api as low_level
else:
    low_level = lazy_module("alerce._sync.api")


DEFAULT_OPTIONS: Final = Options()


class Base:
    """Base of the client: how it is made, configured and closed."""

    _options: Options
    _settings: Settings
    _sender: LazySender
    _known_classifiers: dict[str, Sequence[lsst_rows.Classifier]]
    """The classifiers of LSST that were asked for already, by the address of the service."""

    def __init__(self, **arguments: Unpack[ClientArguments]) -> None:
        for name in arguments:
            if name not in ClientArguments.__annotations__ and name not in SECTIONS:
                suggestion = nearest(name, ClientArguments.__annotations__)
                raise ConfigError(
                    f"unknown key {name!r} in the arguments of the client{suggestion}"
                )
        http_client, transport = (
            arguments.pop("http_client", None),
            arguments.pop("transport", None),
        )
        config = {
            name: value
            for name, value in arguments.items()
            if name in SECTIONS or not name.islower()
        }
        options = {name: value for name, value in arguments.items() if name not in config}
        self._options = DEFAULT_OPTIONS.replace(options)
        logs.configure_from_environment()
        self._settings = Settings()
        self._sender = LazySender(self._settings, http_client, transport)
        self._known_classifiers = {}
        environment = from_environment()
        if environment is not None:
            self._settings.update(*environment)
        if config:
            self._settings.update(config, "the arguments of the client")

    def with_options(self, **options: Unpack[OptionArguments]) -> Self:
        """Return this client with other options: the same settings and connections.

        Parameters
        ----------
        **options
            As those of the constructor; the others stay as they are.

        Returns
        -------
        client
            For a call or for many; closing either closes both.

        Raises
        ------
        ConfigError
            There is no such option.
        ArgumentError
            A value makes no sense.

        Examples
        --------
        >>> client.with_options(timeout=5).query_object("ZTF18abbuksn")["oid"]
        'ZTF18abbuksn'
        """
        other = copy.copy(self)
        other._options = self._options.replace(options)
        return other

    @property
    def api(self) -> low_level.API:
        """The generated low-level clients, one a service: ``client.api.ztf`` and so on."""
        return low_level.API(self._settings, self._sender, self._options)

    @property
    def ztf_url(self) -> str:
        """Base address of the ZTF API in force."""
        return self._settings.url("ztf")

    @property
    def config(self) -> Config:
        """A copy of all settings in force, by their documented keys."""
        return self._settings.as_dict()

    def load_config_from_object(self, object: Mapping[str, object]) -> None:
        """Take over settings from a dict; those that it does not hold stay as they are.

        Parameters
        ----------
        object : mapping
            Settings by their documented keys.

        Raises
        ------
        ConfigError
            A setting that does not exist or makes no sense; nothing is changed.

        Examples
        --------
        >>> client.load_config_from_object({"ZTF_API_URL": sandbox.config["ZTF_API_URL"]})
        """
        self._settings.update(object, "the configuration object")

    def load_config_from_file(self, path: str | os.PathLike[str]) -> None:
        """Take over settings from a file; those that it does not hold stay as they are.

        Parameters
        ----------
        path : path-like
            A JSON or TOML file, or a Python file that defines a dict
            ``AlerceAPIConfig``. A Python file is run: give only one you trust.

        Raises
        ------
        ConfigError
            The file cannot be read, or it holds a setting that does not exist or
            makes no sense; nothing is changed.
        """
        self._settings.update(read_file(path, allow_python=True), f"{os.fspath(path)!r}")

    def __repr__(self) -> str:
        services = ", ".join(f"{name} {url}" for name, url in self._settings.shown().items())
        return f"<{type(self).__name__}: {services}>"

    def close(self) -> None:
        """Close all connections; the client asks nothing more."""
        self._sender.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
