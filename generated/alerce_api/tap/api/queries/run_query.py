from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.query import Query
    from ...models.query_with_uploads import QueryWithUploads
    from ...models.result_table import ResultTable


def get_kwargs(
    *,
    body: Query | QueryWithUploads,
) -> RequestKwargs:
    """Run one query and wait for its rows.

    A client that hangs up does not stop the query. The answer begins when the query has ended,
    after 60 s at the latest.

    Parameters
    ----------
    body : Query
        A query.
    body : QueryWithUploads
        A query on uploaded tables, each a VOTable in its own part, which has a file name.
        The encodings TABLEDATA and BINARY2 work; a table without rows is refused.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    headers: dict[str, Any] = {}

    _kwargs: RequestKwargs = {
        "method": "post",
        "url": "/sync",
    }

    from ...models.query import Query  # noqa: PLC0415
    from ...models.query_with_uploads import QueryWithUploads  # noqa: PLC0415

    if isinstance(body, Query):
        _kwargs["data"] = body.to_dict()

        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if isinstance(body, QueryWithUploads):
        _kwargs["data"] = body.to_form()
        _kwargs["files"] = body.to_files()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ResultTable | None:
    from ...models.result_table import ResultTable  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: ResultTable
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = ResultTable.from_dict(_response_200)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ResultTable]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Query | QueryWithUploads,
) -> Response[ResultTable]:
    """Run one query and wait for its rows.

    A client that hangs up does not stop the query. The answer begins when the query has ended,
    after 60 s at the latest.

    Parameters
    ----------
    body : Query
        A query.
    body : QueryWithUploads
        A query on uploaded tables, each a VOTable in its own part, which has a file name.
        The encodings TABLEDATA and BINARY2 work; a table without rows is refused.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ResultTable]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        body=body,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: Query | QueryWithUploads,
) -> ResultTable | None:
    """Run one query and wait for its rows.

    A client that hangs up does not stop the query. The answer begins when the query has ended,
    after 60 s at the latest.

    Parameters
    ----------
    body : Query
        A query.
    body : QueryWithUploads
        A query on uploaded tables, each a VOTable in its own part, which has a file name.
        The encodings TABLEDATA and BINARY2 work; a table without rows is refused.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ResultTable | None
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
        body=body,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Query | QueryWithUploads,
) -> Response[ResultTable]:
    """Run one query and wait for its rows.

    A client that hangs up does not stop the query. The answer begins when the query has ended,
    after 60 s at the latest.

    Parameters
    ----------
    body : Query
        A query.
    body : QueryWithUploads
        A query on uploaded tables, each a VOTable in its own part, which has a file name.
        The encodings TABLEDATA and BINARY2 work; a table without rows is refused.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ResultTable]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        body=body,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: Query | QueryWithUploads,
) -> ResultTable | None:
    """Run one query and wait for its rows.

    A client that hangs up does not stop the query. The answer begins when the query has ended,
    after 60 s at the latest.

    Parameters
    ----------
    body : Query
        A query.
    body : QueryWithUploads
        A query on uploaded tables, each a VOTable in its own part, which has a file name.
        The encodings TABLEDATA and BINARY2 work; a table without rows is refused.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ResultTable | None
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
        body=body,
    )
    return response.parsed
