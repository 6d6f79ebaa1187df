from __future__ import annotations

from typing import TYPE_CHECKING

from ... import errors
from ...types import RequestKwargs, Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client


def get_kwargs() -> RequestKwargs:
    """Tell the languages, formats, functions and limits of the service.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/capabilities",
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
) -> Response[str]:
    """Tell the languages, formats, functions and limits of the service.

    Parameters
    ----------
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

    kwargs = get_kwargs()
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Tell the languages, formats, functions and limits of the service.

    Parameters
    ----------
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
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Tell the languages, formats, functions and limits of the service.

    Parameters
    ----------
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

    kwargs = get_kwargs()
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Tell the languages, formats, functions and limits of the service.

    Parameters
    ----------
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
    )
    return response.parsed
