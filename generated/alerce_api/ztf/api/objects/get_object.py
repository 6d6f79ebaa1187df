from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import RequestKwargs, Response, Unset, is_json, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.message import Message
    from ...models.object_ import Object


def get_kwargs(
    oid: str,
) -> RequestKwargs:
    """One object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.

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
        "url": "/objects/{oid}".format(
            oid=path_segment("oid", oid),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Message | str | Object | None:
    from ...models.message import Message  # noqa: PLC0415
    from ...models.object_ import Object  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: Object
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = Object.from_dict(_response_200)

        return response_200

    if response.status_code == 401 and is_json(response):

        def _parse_response_401(data: object) -> Message | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                _componentsschemas_refusal_type_1: Any = cast(Any, data)
                componentsschemas_refusal_type_1: Message
                if _componentsschemas_refusal_type_1 is None or isinstance(
                    _componentsschemas_refusal_type_1, Unset
                ):
                    componentsschemas_refusal_type_1 = cast(Any, _componentsschemas_refusal_type_1)
                else:
                    componentsschemas_refusal_type_1 = Message.from_dict(
                        _componentsschemas_refusal_type_1
                    )

                return componentsschemas_refusal_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Message | str, data)

        response_401 = _parse_response_401(response.json())

        return response_401

    if response.status_code == 403 and is_json(response):

        def _parse_response_403(data: object) -> Message | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                _componentsschemas_refusal_type_1: Any = cast(Any, data)
                componentsschemas_refusal_type_1: Message
                if _componentsschemas_refusal_type_1 is None or isinstance(
                    _componentsschemas_refusal_type_1, Unset
                ):
                    componentsschemas_refusal_type_1 = cast(Any, _componentsschemas_refusal_type_1)
                else:
                    componentsschemas_refusal_type_1 = Message.from_dict(
                        _componentsschemas_refusal_type_1
                    )

                return componentsschemas_refusal_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Message | str, data)

        response_403 = _parse_response_403(response.json())

        return response_403

    if response.status_code == 404 and is_json(response):
        _response_404: Any = response.json()
        response_404: Message
        if _response_404 is None or isinstance(_response_404, Unset):
            response_404 = cast(Any, _response_404)
        else:
            response_404 = Message.from_dict(_response_404)

        return response_404

    if response.status_code == 500 and is_json(response):
        _response_500: Any = response.json()
        response_500: Message
        if _response_500 is None or isinstance(_response_500, Unset):
            response_500 = cast(Any, _response_500)
        else:
            response_500 = Message.from_dict(_response_500)

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Message | str | Object]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Message | str | Object]:
    """One object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | Object]
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
        oid=oid,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Message | str | Object | None:
    """One object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | Object | None
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
        oid=oid,
        client=client,
    )
    return response.parsed


async def asyncio_detailed(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Message | str | Object]:
    """One object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | Object]
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
        oid=oid,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Message | str | Object | None:
    """One object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | Object | None
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
        oid=oid,
        client=client,
    )
    return response.parsed
