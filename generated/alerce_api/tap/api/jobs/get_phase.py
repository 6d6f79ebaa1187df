from __future__ import annotations

from typing import TYPE_CHECKING

from ... import errors
from ...types import RequestKwargs, Response, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client


def get_kwargs(
    job_id: str,
) -> RequestKwargs:
    """Tell the phase of a job.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.

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
        "url": "/async/{job_id}/phase".format(
            job_id=path_segment("job_id", job_id),
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
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Tell the phase of a job.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
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
        job_id=job_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Tell the phase of a job.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
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
        job_id=job_id,
        client=client,
    )
    return response.parsed


async def asyncio_detailed(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Tell the phase of a job.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
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
        job_id=job_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Tell the phase of a job.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
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
        job_id=job_id,
        client=client,
    )
    return response.parsed
