from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.tables_detail import TablesDetail


def get_kwargs(
    *,
    detail: TablesDetail | Unset | None = UNSET,
) -> RequestKwargs:
    """List the tables, with or without their columns.

    Parameters
    ----------
    detail : TablesDetail | Unset
        How much is told of the tables; `min` leaves their columns out.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "detail": detail,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/tables",
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
    detail: TablesDetail | Unset | None = UNSET,
) -> Response[str]:
    """List the tables, with or without their columns.

    Parameters
    ----------
    detail : TablesDetail | Unset
        How much is told of the tables; `min` leaves their columns out.
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
        detail=detail,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    detail: TablesDetail | Unset | None = UNSET,
) -> str | None:
    """List the tables, with or without their columns.

    Parameters
    ----------
    detail : TablesDetail | Unset
        How much is told of the tables; `min` leaves their columns out.
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
        detail=detail,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    detail: TablesDetail | Unset | None = UNSET,
) -> Response[str]:
    """List the tables, with or without their columns.

    Parameters
    ----------
    detail : TablesDetail | Unset
        How much is told of the tables; `min` leaves their columns out.
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
        detail=detail,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    detail: TablesDetail | Unset | None = UNSET,
) -> str | None:
    """List the tables, with or without their columns.

    Parameters
    ----------
    detail : TablesDetail | Unset
        How much is told of the tables; `min` leaves their columns out.
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
        detail=detail,
    )
    return response.parsed
