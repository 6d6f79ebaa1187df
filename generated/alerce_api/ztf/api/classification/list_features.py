from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.feature import Feature
    from ...models.message import Message
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    oid: str,
    *,
    fid: int | Unset | None = UNSET,
    version: str | Unset | None = UNSET,
) -> RequestKwargs:
    """Light-curve features of an object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    fid : int | Unset
        Only features of this filter, 1 g, 2 r, 3 i, 12 both, 0 none.
    version : str | Unset
        Only features computed by this version.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.

    Raises
    ------
    ValueError
        If a path parameter would change the route.
    """

    params: dict[str, Any] = {
        "fid": fid,
        "version": version,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/objects/{oid}/features".format(
            oid=path_segment("oid", oid),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Message | str | ValidationFailure | list[Feature] | None:
    from ...models.feature import Feature  # noqa: PLC0415
    from ...models.message import Message  # noqa: PLC0415
    from ...models.validation_failure import ValidationFailure  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: list[Feature]
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = []
            for response_200_item_data in _response_200:
                _response_200_item: Any = response_200_item_data
                response_200_item: Feature
                if _response_200_item is None or isinstance(_response_200_item, Unset):
                    response_200_item = cast(Any, _response_200_item)
                else:
                    response_200_item = Feature.from_dict(_response_200_item)

                response_200.append(response_200_item)

        return response_200

    if response.status_code == 400 and is_json(response):
        _response_400: Any = response.json()
        response_400: ValidationFailure
        if _response_400 is None or isinstance(_response_400, Unset):
            response_400 = cast(Any, _response_400)
        else:
            response_400 = ValidationFailure.from_dict(_response_400)

        return response_400

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
) -> Response[Message | str | ValidationFailure | list[Feature]]:
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
    fid: int | Unset | None = UNSET,
    version: str | Unset | None = UNSET,
) -> Response[Message | str | ValidationFailure | list[Feature]]:
    """Light-curve features of an object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    fid : int | Unset
        Only features of this filter, 1 g, 2 r, 3 i, 12 both, 0 none.
    version : str | Unset
        Only features computed by this version.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | ValidationFailure | list[Feature]]
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
        fid=fid,
        version=version,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
    fid: int | Unset | None = UNSET,
    version: str | Unset | None = UNSET,
) -> Message | str | ValidationFailure | list[Feature] | None:
    """Light-curve features of an object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    fid : int | Unset
        Only features of this filter, 1 g, 2 r, 3 i, 12 both, 0 none.
    version : str | Unset
        Only features computed by this version.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | ValidationFailure | list[Feature] | None
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
        fid=fid,
        version=version,
    )
    return response.parsed


async def asyncio_detailed(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
    fid: int | Unset | None = UNSET,
    version: str | Unset | None = UNSET,
) -> Response[Message | str | ValidationFailure | list[Feature]]:
    """Light-curve features of an object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    fid : int | Unset
        Only features of this filter, 1 g, 2 r, 3 i, 12 both, 0 none.
    version : str | Unset
        Only features computed by this version.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | ValidationFailure | list[Feature]]
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
        fid=fid,
        version=version,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    oid: str,
    *,
    client: AuthenticatedClient | Client,
    fid: int | Unset | None = UNSET,
    version: str | Unset | None = UNSET,
) -> Message | str | ValidationFailure | list[Feature] | None:
    """Light-curve features of an object.

    Parameters
    ----------
    oid : str
        Object identifier, such as `ZTF18abbuksn`. Upper and lower case differ.
    fid : int | Unset
        Only features of this filter, 1 g, 2 r, 3 i, 12 both, 0 none.
    version : str | Unset
        Only features computed by this version.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | ValidationFailure | list[Feature] | None
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
        fid=fid,
        version=version,
    )
    return response.parsed
