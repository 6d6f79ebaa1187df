from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.detail import Detail
    from ...models.objects_page import ObjectsPage
    from ...models.order_mode import OrderMode
    from ...models.survey_id import SurveyId
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    *,
    class_name: str | Unset | None = UNSET,
    oid: list[int] | Unset | None = UNSET,
    survey: SurveyId,
    classifier: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    n_det: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    order_by: str | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> RequestKwargs:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier. An unknown class of a
    known classifier is no filter: the rows come unfiltered. An unknown classifier, or a class
    without a classifier, answers 500. The order by `lastmjd` is the fast one.

    Parameters
    ----------
    class_name : str | Unset
        Class that the classifier gave the object.
    oid : list[int] | Unset
        Identifiers of the objects, the key repeated for each.
    survey : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1, the most probable, unless given.
    n_det : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class, 0 unless given.
    firstmjd : list[float] | Unset
        MJD (TAI) of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD (TAI) of the last detection in days, `[min, max]` or `[min]`.
    dec : float | Unset
        Declination of the cone's axis in degrees.
    ra : float | Unset
        Right ascension of the cone's axis in degrees.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given; there is no maximum.
    order_by : str | Unset
        Column that orders the rows, `probability` unless given.
    order_mode : OrderMode | Unset
        Ascending or descending order, the latter unless given.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "class_name": class_name,
        "oid": oid,
        "survey": survey,
        "classifier": classifier,
        "ranking": ranking,
        "n_det": n_det,
        "probability": probability,
        "firstmjd": firstmjd,
        "lastmjd": lastmjd,
        "dec": dec,
        "ra": ra,
        "radius": radius,
        "page": page,
        "page_size": page_size,
        "order_by": order_by,
        "order_mode": order_mode,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/object_api/list_objects",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Detail | ObjectsPage | ValidationFailure | None:
    from ...models.detail import Detail  # noqa: PLC0415
    from ...models.objects_page import ObjectsPage  # noqa: PLC0415
    from ...models.validation_failure import ValidationFailure  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):
        _response_200: Any = response.json()
        response_200: ObjectsPage
        if _response_200 is None or isinstance(_response_200, Unset):
            response_200 = cast(Any, _response_200)
        else:
            response_200 = ObjectsPage.from_dict(_response_200)

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
) -> Response[Detail | ObjectsPage | ValidationFailure]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    class_name: str | Unset | None = UNSET,
    oid: list[int] | Unset | None = UNSET,
    survey: SurveyId,
    classifier: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    n_det: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    order_by: str | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Response[Detail | ObjectsPage | ValidationFailure]:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier. An unknown class of a
    known classifier is no filter: the rows come unfiltered. An unknown classifier, or a class
    without a classifier, answers 500. The order by `lastmjd` is the fast one.

    Parameters
    ----------
    class_name : str | Unset
        Class that the classifier gave the object.
    oid : list[int] | Unset
        Identifiers of the objects, the key repeated for each.
    survey : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1, the most probable, unless given.
    n_det : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class, 0 unless given.
    firstmjd : list[float] | Unset
        MJD (TAI) of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD (TAI) of the last detection in days, `[min, max]` or `[min]`.
    dec : float | Unset
        Declination of the cone's axis in degrees.
    ra : float | Unset
        Right ascension of the cone's axis in degrees.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given; there is no maximum.
    order_by : str | Unset
        Column that orders the rows, `probability` unless given.
    order_mode : OrderMode | Unset
        Ascending or descending order, the latter unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Detail | ObjectsPage | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        class_name=class_name,
        oid=oid,
        survey=survey,
        classifier=classifier,
        ranking=ranking,
        n_det=n_det,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        dec=dec,
        ra=ra,
        radius=radius,
        page=page,
        page_size=page_size,
        order_by=order_by,
        order_mode=order_mode,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    class_name: str | Unset | None = UNSET,
    oid: list[int] | Unset | None = UNSET,
    survey: SurveyId,
    classifier: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    n_det: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    order_by: str | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Detail | ObjectsPage | ValidationFailure | None:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier. An unknown class of a
    known classifier is no filter: the rows come unfiltered. An unknown classifier, or a class
    without a classifier, answers 500. The order by `lastmjd` is the fast one.

    Parameters
    ----------
    class_name : str | Unset
        Class that the classifier gave the object.
    oid : list[int] | Unset
        Identifiers of the objects, the key repeated for each.
    survey : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1, the most probable, unless given.
    n_det : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class, 0 unless given.
    firstmjd : list[float] | Unset
        MJD (TAI) of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD (TAI) of the last detection in days, `[min, max]` or `[min]`.
    dec : float | Unset
        Declination of the cone's axis in degrees.
    ra : float | Unset
        Right ascension of the cone's axis in degrees.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given; there is no maximum.
    order_by : str | Unset
        Column that orders the rows, `probability` unless given.
    order_mode : OrderMode | Unset
        Ascending or descending order, the latter unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Detail | ObjectsPage | ValidationFailure | None
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
        class_name=class_name,
        oid=oid,
        survey=survey,
        classifier=classifier,
        ranking=ranking,
        n_det=n_det,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        dec=dec,
        ra=ra,
        radius=radius,
        page=page,
        page_size=page_size,
        order_by=order_by,
        order_mode=order_mode,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    class_name: str | Unset | None = UNSET,
    oid: list[int] | Unset | None = UNSET,
    survey: SurveyId,
    classifier: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    n_det: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    order_by: str | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Response[Detail | ObjectsPage | ValidationFailure]:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier. An unknown class of a
    known classifier is no filter: the rows come unfiltered. An unknown classifier, or a class
    without a classifier, answers 500. The order by `lastmjd` is the fast one.

    Parameters
    ----------
    class_name : str | Unset
        Class that the classifier gave the object.
    oid : list[int] | Unset
        Identifiers of the objects, the key repeated for each.
    survey : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1, the most probable, unless given.
    n_det : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class, 0 unless given.
    firstmjd : list[float] | Unset
        MJD (TAI) of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD (TAI) of the last detection in days, `[min, max]` or `[min]`.
    dec : float | Unset
        Declination of the cone's axis in degrees.
    ra : float | Unset
        Right ascension of the cone's axis in degrees.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given; there is no maximum.
    order_by : str | Unset
        Column that orders the rows, `probability` unless given.
    order_mode : OrderMode | Unset
        Ascending or descending order, the latter unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Detail | ObjectsPage | ValidationFailure]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        class_name=class_name,
        oid=oid,
        survey=survey,
        classifier=classifier,
        ranking=ranking,
        n_det=n_det,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        dec=dec,
        ra=ra,
        radius=radius,
        page=page,
        page_size=page_size,
        order_by=order_by,
        order_mode=order_mode,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    class_name: str | Unset | None = UNSET,
    oid: list[int] | Unset | None = UNSET,
    survey: SurveyId,
    classifier: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    n_det: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    order_by: str | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Detail | ObjectsPage | ValidationFailure | None:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier. An unknown class of a
    known classifier is no filter: the rows come unfiltered. An unknown classifier, or a class
    without a classifier, answers 500. The order by `lastmjd` is the fast one.

    Parameters
    ----------
    class_name : str | Unset
        Class that the classifier gave the object.
    oid : list[int] | Unset
        Identifiers of the objects, the key repeated for each.
    survey : SurveyId
        Survey of the object. Only `lsst` has usable answers here.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1, the most probable, unless given.
    n_det : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class, 0 unless given.
    firstmjd : list[float] | Unset
        MJD (TAI) of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD (TAI) of the last detection in days, `[min, max]` or `[min]`.
    dec : float | Unset
        Declination of the cone's axis in degrees.
    ra : float | Unset
        Right ascension of the cone's axis in degrees.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given; there is no maximum.
    order_by : str | Unset
        Column that orders the rows, `probability` unless given.
    order_mode : OrderMode | Unset
        Ascending or descending order, the latter unless given.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Detail | ObjectsPage | ValidationFailure | None
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
        class_name=class_name,
        oid=oid,
        survey=survey,
        classifier=classifier,
        ranking=ranking,
        n_det=n_det,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        dec=dec,
        ra=ra,
        radius=radius,
        page=page,
        page_size=page_size,
        order_by=order_by,
        order_mode=order_mode,
    )
    return response.parsed
