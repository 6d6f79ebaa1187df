from __future__ import annotations

from typing import TYPE_CHECKING

from ... import errors
from ...types import RequestKwargs, Response, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client


def get_kwargs(
    table: str,
) -> RequestKwargs:
    """Describe one table and its columns.

    Parameters
    ----------
    table : str
        Name of the table with its schema, such as `ztf.object`.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.

    Raises
    ------
    ValueError
        If a path parameter would change the route.
    """

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/tables/{table}".format(
            table=path_segment("table", table),
        ),
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
    table: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Describe one table and its columns.

    Parameters
    ----------
    table : str
        Name of the table with its schema, such as `ztf.object`.
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
    ValueError
        If a path parameter would change the route.
    """

    kwargs = get_kwargs(
        table=table,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    table: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Describe one table and its columns.

    Parameters
    ----------
    table : str
        Name of the table with its schema, such as `ztf.object`.
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
    ValueError
        If a path parameter would change the route.
    """

    response = sync_detailed(
        table=table,
        client=client,
    )
    return response.parsed


async def asyncio_detailed(
    table: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Describe one table and its columns.

    Parameters
    ----------
    table : str
        Name of the table with its schema, such as `ztf.object`.
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
    ValueError
        If a path parameter would change the route.
    """

    kwargs = get_kwargs(
        table=table,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    table: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Describe one table and its columns.

    Parameters
    ----------
    table : str
        Name of the table with its schema, such as `ztf.object`.
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
    ValueError
        If a path parameter would change the route.
    """

    response = await asyncio_detailed(
        table=table,
        client=client,
    )
    return response.parsed
