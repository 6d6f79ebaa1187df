from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.detail import Detail
    from ...models.magstats import Magstats
    from ...models.survey_id import SurveyId
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    *,
    oid: int,
    survey_id: SurveyId,
) -> RequestKwargs:
    """Statistics of an object in each band.

    An unknown object answers 500.

    Parameters
    ----------
    oid : int
        Identifier of the object.
    survey_id : SurveyId
        Survey of the object. Only `lsst` has usable answers here.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "oid": oid,
        "survey_id": survey_id,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/magstat_api/magstats",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Detail | Magstats | ValidationFailure | None:
    from ...models.detail import Detail  # noqa: PLC0415
    from ...models.magstats import Magstats  # noqa: PLC0415
    from ...models.validation_failure import ValidationFailure  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: Magstats
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = Magstats.from_dict(_response_200)

        return response_200

    if response.status_code == 400 and is_json(response):
        _response_400: Any = response.json()
        response_400: Detail
        if _response_400 is None or isinstance(_response_400, Unset):
            response_400 = cast(Any, _response_400)
        else:
            response_400 = Detail.from_dict(_response_400)

        return response_400

    if response.status_code == 404 and is_json(response):
        _response_404: Any = response.json()
        response_404: Detail
        if _response_404 is None or isinstance(_response_404, Unset):
            response_404 = cast(Any, _response_404)
        else:
            response_404 = Detail.from_dict(_response_404)

        return response_404

    if response.status_code == 422 and is_json(response):
        _response_422: Any = response.json()
        response_422: ValidationFailure
        if _response_422 is None or isinstance(_response_422, Unset):
            response_422 = cast(Any, _response_422)
        else:
            response_422 = ValidationFailure.from_dict(_response_422)

        return response_422

    if response.status_code == 500 and is_json(response):
        _response_500: Any = response.json()
        response_500: Detail
        if _response_500 is None or isinstance(_response_500, Unset):
            response_500 = cast(Any, _response_500)
        else:
            response_500 = Detail.from_dict(_response_500)

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Detail | Magstats | ValidationFailure]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    oid: int,
    survey_id: SurveyId,
) -> Response[Detail | Magstats | ValidationFailure]:
    """Statistics of an object in each band.

    An unknown object answers 500.

    Parameters
    ----------
    oid : int
        Identifier of the object.
    survey_id : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Detail | Magstats | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        oid=oid,
        survey_id=survey_id,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    oid: int,
    survey_id: SurveyId,
) -> Detail | Magstats | ValidationFailure | None:
    """Statistics of an object in each band.

    An unknown object answers 500.

    Parameters
    ----------
    oid : int
        Identifier of the object.
    survey_id : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Detail | Magstats | ValidationFailure | None
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
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    oid: int,
    survey_id: SurveyId,
) -> Response[Detail | Magstats | ValidationFailure]:
    """Statistics of an object in each band.

    An unknown object answers 500.

    Parameters
    ----------
    oid : int
        Identifier of the object.
    survey_id : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Detail | Magstats | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        oid=oid,
        survey_id=survey_id,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    oid: int,
    survey_id: SurveyId,
) -> Detail | Magstats | ValidationFailure | None:
    """Statistics of an object in each band.

    An unknown object answers 500.

    Parameters
    ----------
    oid : int
        Identifier of the object.
    survey_id : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Detail | Magstats | ValidationFailure | None
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
        oid=oid,
        survey_id=survey_id,
    )
    return response.parsed
