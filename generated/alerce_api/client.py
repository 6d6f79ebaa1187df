"""The low-level client: the address of a service and the settings of its httpx clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import httpx
from attrs import define, evolve, field

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

DEFAULT_TIMEOUT = httpx.Timeout(60, connect=10)


@define
class Client:
    """Settings from which the httpx clients are made when first needed.

    Parameters
    ----------
    base_url : str
        Address of the service; those of the contract are in its module ``servers``.
    cookies, headers : dict of str to str
        Sent with every request.
    timeout : httpx.Timeout or None
        Time limits of a request, by default 10 s to connect and 60 s otherwise. None sets
        no limit.
    verify_ssl : bool, str or ssl.SSLContext
        How to verify the server's certificate.
    follow_redirects : bool
        Whether to follow redirects, by default not.
    httpx_args : dict
        More arguments of ``httpx.Client`` and ``httpx.AsyncClient``.
    raise_on_unexpected_status : bool
        Whether an answer that the contract does not describe raises
        `errors.UnexpectedStatus`; otherwise it is read as None.
    """

    raise_on_unexpected_status: bool = field(default=False, kw_only=True)
    _base_url: str = field(alias="base_url")
    _cookies: dict[str, str] = field(factory=dict[str, str], kw_only=True, alias="cookies")
    _headers: dict[str, str] = field(factory=dict[str, str], kw_only=True, alias="headers")
    _timeout: httpx.Timeout | None = field(default=DEFAULT_TIMEOUT, kw_only=True, alias="timeout")
    _verify_ssl: str | bool | ssl.SSLContext = field(default=True, kw_only=True, alias="verify_ssl")
    _follow_redirects: bool = field(default=False, kw_only=True, alias="follow_redirects")
    _httpx_args: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, alias="httpx_args")
    _client: httpx.Client | None = field(default=None, init=False)
    _async_client: httpx.AsyncClient | None = field(default=None, init=False)

    def with_headers(self, headers: dict[str, str]) -> Self:
        """Return a client like this one that sends more headers."""
        return evolve(self, headers={**self._headers, **headers})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """Return a client like this one that sends more cookies."""
        return evolve(self, cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: httpx.Timeout) -> Self:
        """Return a client like this one with other limits on time."""
        return evolve(self, timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Use the given httpx client, whose settings override this one's."""
        self._client = client
        return self

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Use the given httpx client, whose settings override this one's."""
        self._async_client = async_client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the httpx client, made now if there is none."""
        if self._client is None:
            self._client = httpx.Client(**self._settings())
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the asynchronous httpx client, made now if there is none."""
        if self._async_client is None:
            self._async_client = httpx.AsyncClient(**self._settings())
        return self._async_client

    def _settings(self) -> dict[str, Any]:
        return {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": self._headers,
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            **self._httpx_args,
        }

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.get_httpx_client().__exit__(exc_type, exc_value, traceback)

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.get_async_httpx_client().__aexit__(exc_type, exc_value, traceback)


@define
class AuthenticatedClient(Client):
    """A client that sends a token.

    Parameters
    ----------
    token : str
        The token.
    prefix : str
        Word before the token, by default ``Bearer``.
    auth_header_name : str
        Header of the token, by default ``Authorization``.
    """

    token: str = field(kw_only=True)
    prefix: str = field(default="Bearer", kw_only=True)
    auth_header_name: str = field(default="Authorization", kw_only=True)

    def _settings(self) -> dict[str, Any]:
        settings = super()._settings()
        value = f"{self.prefix} {self.token}" if self.prefix else self.token
        return {**settings, "headers": {**settings["headers"], self.auth_header_name: value}}
