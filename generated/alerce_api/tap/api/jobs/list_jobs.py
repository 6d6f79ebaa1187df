from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.phase import Phase


def get_kwargs(
    *,
    phase: list[Phase] | Unset | None = UNSET,
    last: int | Unset | None = UNSET,
    after: str | Unset | None = UNSET,
) -> RequestKwargs:
    """List the jobs of everybody who used the service without an account.

    Parameters
    ----------
    phase : list[Phase] | Unset
        Only jobs in one of these phases.
    last : int | Unset
        Only this many jobs, those that were made last.
    after : str | Unset
        Only jobs made after this time, as `2026-11-24T23:00:00`.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "PHASE": phase,
        "LAST": last,
        "AFTER": after,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/async",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> str | None:

    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[str]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    phase: list[Phase] | Unset | None = UNSET,
    last: int | Unset | None = UNSET,
    after: str | Unset | None = UNSET,
) -> Response[str]:
    """List the jobs of everybody who used the service without an account.

    Parameters
    ----------
    phase : list[Phase] | Unset
        Only jobs in one of these phases.
    last : int | Unset
        Only this many jobs, those that were made last.
    after : str | Unset
        Only jobs made after this time, as `2026-11-24T23:00:00`.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[str]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        phase=phase,
        last=last,
        after=after,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    phase: list[Phase] | Unset | None = UNSET,
    last: int | Unset | None = UNSET,
    after: str | Unset | None = UNSET,
) -> str | None:
    """List the jobs of everybody who used the service without an account.

    Parameters
    ----------
    phase : list[Phase] | Unset
        Only jobs in one of these phases.
    last : int | Unset
        Only this many jobs, those that were made last.
    after : str | Unset
        Only jobs made after this time, as `2026-11-24T23:00:00`.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    str | None
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    response = sync_detailed(
        client=client,
        phase=phase,
        last=last,
        after=after,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    phase: list[Phase] | Unset | None = UNSET,
    last: int | Unset | None = UNSET,
    after: str | Unset | None = UNSET,
) -> Response[str]:
    """List the jobs of everybody who used the service without an account.

    Parameters
    ----------
    phase : list[Phase] | Unset
        Only jobs in one of these phases.
    last : int | Unset
        Only this many jobs, those that were made last.
    after : str | Unset
        Only jobs made after this time, as `2026-11-24T23:00:00`.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[str]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        phase=phase,
        last=last,
        after=after,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    phase: list[Phase] | Unset | None = UNSET,
    last: int | Unset | None = UNSET,
    after: str | Unset | None = UNSET,
) -> str | None:
    """List the jobs of everybody who used the service without an account.

    Parameters
    ----------
    phase : list[Phase] | Unset
        Only jobs in one of these phases.
    last : int | Unset
        Only this many jobs, those that were made last.
    after : str | Unset
        Only jobs made after this time, as `2026-11-24T23:00:00`.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    str | None
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    response = await asyncio_detailed(
        client=client,
        phase=phase,
        last=last,
        after=after,
    )
    return response.parsed
