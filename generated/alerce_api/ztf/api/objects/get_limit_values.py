from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.limit_values import LimitValues
    from ...models.message import Message


def get_kwargs() -> RequestKwargs:
    """Least and greatest values found in the table of objects.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/objects/limit_values",
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LimitValues | Message | str | None:
    from ...models.limit_values import LimitValues  # noqa: PLC0415
    from ...models.message import Message  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: LimitValues
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = LimitValues.from_dict(_response_200)

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
) -> Response[LimitValues | Message | str]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[LimitValues | Message | str]:
    """Least and greatest values found in the table of objects.

    Parameters
    ----------
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[LimitValues | Message | str]
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
) -> LimitValues | Message | str | None:
    """Least and greatest values found in the table of objects.

    Parameters
    ----------
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    LimitValues | Message | str | None
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
) -> Response[LimitValues | Message | str]:
    """Least and greatest values found in the table of objects.

    Parameters
    ----------
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[LimitValues | Message | str]
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
) -> LimitValues | Message | str | None:
    """Least and greatest values found in the table of objects.

    Parameters
    ----------
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    LimitValues | Message | str | None
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
