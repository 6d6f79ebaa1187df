from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.alert_info import AlertInfo
    from ...models.message import Message
    from ...models.survey_id import SurveyId
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    *,
    candid: str,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> RequestKwargs:
    """The alert packet without its cutouts, as JSON.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "candid": candid,
        "oid": oid,
        "survey_id": survey_id,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/get_avro_info",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AlertInfo | None | Message | ValidationFailure:
    from ...models.alert_info import AlertInfo  # noqa: PLC0415
    from ...models.message import Message  # noqa: PLC0415
    from ...models.validation_failure import ValidationFailure  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):

        def _parse_response_200(data: object) -> AlertInfo | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                _response_200_type_0: Any = cast(Any, data)
                response_200_type_0: AlertInfo
                if _response_200_type_0 is None or isinstance(_response_200_type_0, Unset):
                    response_200_type_0 = cast(Any, _response_200_type_0)
                else:
                    response_200_type_0 = AlertInfo.from_dict(_response_200_type_0)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AlertInfo | None, data)

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400 and is_json(response):
        _response_400: Any = response.json()
        response_400: ValidationFailure
        if _response_400 is None or isinstance(_response_400, Unset):
            response_400 = cast(Any, _response_400)
        else:
            response_400 = ValidationFailure.from_dict(_response_400)

        return response_400

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
) -> Response[AlertInfo | None | Message | ValidationFailure]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> Response[AlertInfo | None | Message | ValidationFailure]:
    """The alert packet without its cutouts, as JSON.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[AlertInfo | None | Message | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        candid=candid,
        oid=oid,
        survey_id=survey_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> AlertInfo | None | Message | ValidationFailure:
    """The alert packet without its cutouts, as JSON.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    AlertInfo | None | Message | ValidationFailure | None
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
        candid=candid,
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> Response[AlertInfo | None | Message | ValidationFailure]:
    """The alert packet without its cutouts, as JSON.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[AlertInfo | None | Message | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        candid=candid,
        oid=oid,
        survey_id=survey_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> AlertInfo | None | Message | ValidationFailure:
    """The alert packet without its cutouts, as JSON.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    AlertInfo | None | Message | ValidationFailure | None
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
        candid=candid,
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed
