from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.result_table import ResultTable


def get_kwargs(
    job_id: str,
    *,
    range_: str | Unset = UNSET,
) -> RequestKwargs:
    """Fetch the rows of a job whose phase is COMPLETED, or a part of the bytes.

    Before the job has ended, and after it was stopped, the answer is 200 without a body.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
    range_ : str | Unset
        Bytes to send, as `bytes=1000-`; an answer 206 has them alone.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.

    Raises
    ------
    ValueError
        If a path parameter would change the route.
    """

    headers: dict[str, Any] = {}
    if not isinstance(range_, Unset):
        headers["Range"] = range_

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/async/{job_id}/results/result".format(
            job_id=path_segment("job_id", job_id),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ResultTable | str | None:
    from ...models.result_table import ResultTable  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: ResultTable
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = ResultTable.from_dict(_response_200)

        return response_200

    if response.status_code == 206:
        response_206 = response.text
        return response_206

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ResultTable | str]:
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
    range_: str | Unset = UNSET,
) -> Response[ResultTable | str]:
    """Fetch the rows of a job whose phase is COMPLETED, or a part of the bytes.

    Before the job has ended, and after it was stopped, the answer is 200 without a body.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
    range_ : str | Unset
        Bytes to send, as `bytes=1000-`; an answer 206 has them alone.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ResultTable | str]
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
        range_=range_,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    range_: str | Unset = UNSET,
) -> ResultTable | str | None:
    """Fetch the rows of a job whose phase is COMPLETED, or a part of the bytes.

    Before the job has ended, and after it was stopped, the answer is 200 without a body.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
    range_ : str | Unset
        Bytes to send, as `bytes=1000-`; an answer 206 has them alone.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ResultTable | str | None
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
        range_=range_,
    )
    return response.parsed


async def asyncio_detailed(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    range_: str | Unset = UNSET,
) -> Response[ResultTable | str]:
    """Fetch the rows of a job whose phase is COMPLETED, or a part of the bytes.

    Before the job has ended, and after it was stopped, the answer is 200 without a body.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
    range_ : str | Unset
        Bytes to send, as `bytes=1000-`; an answer 206 has them alone.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ResultTable | str]
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
        range_=range_,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    range_: str | Unset = UNSET,
) -> ResultTable | str | None:
    """Fetch the rows of a job whose phase is COMPLETED, or a part of the bytes.

    Before the job has ended, and after it was stopped, the answer is 200 without a body.

    Parameters
    ----------
    job_id : str
        Identifier of the job, the last segment of the `Location` that came for it.
    range_ : str | Unset
        Bytes to send, as `bytes=1000-`; an answer 206 has them alone.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ResultTable | str | None
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
        range_=range_,
    )
    return response.parsed
