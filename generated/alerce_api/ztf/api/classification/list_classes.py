from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import RequestKwargs, Response, Unset, is_json, path_segment

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.class_name import ClassName
    from ...models.message import Message


def get_kwargs(
    classifier_name: str,
    classifier_version: str,
) -> RequestKwargs:
    """Classes of one classifier version.

    Parameters
    ----------
    classifier_name : str
        Name of the classifier.
    classifier_version : str
        Version of the classifier.

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
        "url": "/classifiers/{classifier_name}/{classifier_version}/classes".format(
            classifier_name=path_segment("classifier_name", classifier_name),
            classifier_version=path_segment("classifier_version", classifier_version),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Message | str | list[ClassName] | None:
    from ...models.class_name import ClassName  # noqa: PLC0415
    from ...models.message import Message  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: list[ClassName]
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = []
            for response_200_item_data in _response_200:
                _response_200_item: Any = response_200_item_data
                response_200_item: ClassName
                if _response_200_item is None or isinstance(_response_200_item, Unset):
                    response_200_item = cast(Any, _response_200_item)
                else:
                    response_200_item = ClassName.from_dict(_response_200_item)

                response_200.append(response_200_item)

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
) -> Response[Message | str | list[ClassName]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    classifier_name: str,
    classifier_version: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Message | str | list[ClassName]]:
    """Classes of one classifier version.

    Parameters
    ----------
    classifier_name : str
        Name of the classifier.
    classifier_version : str
        Version of the classifier.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | list[ClassName]]
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
        classifier_name=classifier_name,
        classifier_version=classifier_version,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    classifier_name: str,
    classifier_version: str,
    *,
    client: AuthenticatedClient | Client,
) -> Message | str | list[ClassName] | None:
    """Classes of one classifier version.

    Parameters
    ----------
    classifier_name : str
        Name of the classifier.
    classifier_version : str
        Version of the classifier.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | list[ClassName] | None
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
        classifier_name=classifier_name,
        classifier_version=classifier_version,
        client=client,
    )
    return response.parsed


async def asyncio_detailed(
    classifier_name: str,
    classifier_version: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Message | str | list[ClassName]]:
    """Classes of one classifier version.

    Parameters
    ----------
    classifier_name : str
        Name of the classifier.
    classifier_version : str
        Version of the classifier.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | list[ClassName]]
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
        classifier_name=classifier_name,
        classifier_version=classifier_version,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    classifier_name: str,
    classifier_version: str,
    *,
    client: AuthenticatedClient | Client,
) -> Message | str | list[ClassName] | None:
    """Classes of one classifier version.

    Parameters
    ----------
    classifier_name : str
        Name of the classifier.
    classifier_version : str
        Version of the classifier.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | list[ClassName] | None
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
        classifier_name=classifier_name,
        classifier_version=classifier_version,
        client=client,
    )
    return response.parsed
