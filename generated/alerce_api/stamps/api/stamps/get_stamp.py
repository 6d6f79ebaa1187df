from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, File, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.message import Message
    from ...models.stamp_format import StampFormat
    from ...models.stamp_type import StampType
    from ...models.survey_id import SurveyId
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    *,
    candid: str,
    type_: StampType,
    format_: StampFormat,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> RequestKwargs:
    """One image stamp of an alert.

    The FITS body is a gzip file that HTTP libraries do not unpack; some bodies of this
    type are not compressed, the first two bytes (1f 8b) tell. It holds one image of
    63 x 63 pixels in DN without a WCS, NaN at the detector's edges.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    type_ : StampType
        Which of the three images, the new one, the reference or their difference.
    format_ : StampFormat
        FITS, compressed with gzip, or a PNG picture.
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
        "type": type_,
        "format": format_,
        "oid": oid,
        "survey_id": survey_id,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/get_stamp",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | Message | ValidationFailure | None:
    from ...models.message import Message  # noqa: PLC0415
    from ...models.validation_failure import ValidationFailure  # noqa: PLC0415

    if response.status_code == 200 and not is_json(response):
        _response_200: Any = response.content
        response_200: File
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = File(payload=BytesIO(_response_200))

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
) -> Response[File | Message | ValidationFailure]:
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
    type_: StampType,
    format_: StampFormat,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> Response[File | Message | ValidationFailure]:
    """One image stamp of an alert.

    The FITS body is a gzip file that HTTP libraries do not unpack; some bodies of this
    type are not compressed, the first two bytes (1f 8b) tell. It holds one image of
    63 x 63 pixels in DN without a WCS, NaN at the detector's edges.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    type_ : StampType
        Which of the three images, the new one, the reference or their difference.
    format_ : StampFormat
        FITS, compressed with gzip, or a PNG picture.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[File | Message | ValidationFailure]
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
        type_=type_,
        format_=format_,
        oid=oid,
        survey_id=survey_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    type_: StampType,
    format_: StampFormat,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> File | Message | ValidationFailure | None:
    """One image stamp of an alert.

    The FITS body is a gzip file that HTTP libraries do not unpack; some bodies of this
    type are not compressed, the first two bytes (1f 8b) tell. It holds one image of
    63 x 63 pixels in DN without a WCS, NaN at the detector's edges.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    type_ : StampType
        Which of the three images, the new one, the reference or their difference.
    format_ : StampFormat
        FITS, compressed with gzip, or a PNG picture.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    File | Message | ValidationFailure | None
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
        type_=type_,
        format_=format_,
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    type_: StampType,
    format_: StampFormat,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> Response[File | Message | ValidationFailure]:
    """One image stamp of an alert.

    The FITS body is a gzip file that HTTP libraries do not unpack; some bodies of this
    type are not compressed, the first two bytes (1f 8b) tell. It holds one image of
    63 x 63 pixels in DN without a WCS, NaN at the detector's edges.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    type_ : StampType
        Which of the three images, the new one, the reference or their difference.
    format_ : StampFormat
        FITS, compressed with gzip, or a PNG picture.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[File | Message | ValidationFailure]
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
        type_=type_,
        format_=format_,
        oid=oid,
        survey_id=survey_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    candid: str,
    type_: StampType,
    format_: StampFormat,
    oid: str | Unset | None = UNSET,
    survey_id: SurveyId | Unset | None = UNSET,
) -> File | Message | ValidationFailure | None:
    """One image stamp of an alert.

    The FITS body is a gzip file that HTTP libraries do not unpack; some bodies of this
    type are not compressed, the first two bytes (1f 8b) tell. It holds one image of
    63 x 63 pixels in DN without a WCS, NaN at the detector's edges.

    Parameters
    ----------
    candid : str
        Identifier of the alert, for ZTF 18 or 19 digits.
    type_ : StampType
        Which of the three images, the new one, the reference or their difference.
    format_ : StampFormat
        FITS, compressed with gzip, or a PNG picture.
    oid : str | Unset
        Identifier of the object; it only names the file that is sent.
    survey_id : SurveyId | Unset
        Survey of the alert, `ztf` unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    File | Message | ValidationFailure | None
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
        type_=type_,
        format_=format_,
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed
