from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.message import Message
    from ...models.objects_page import ObjectsPage
    from ...models.order_by import OrderBy
    from ...models.order_mode import OrderMode
    from ...models.validation_failure import ValidationFailure


def get_kwargs(
    *,
    oid: list[str] | Unset | None = UNSET,
    classifier: str | Unset | None = UNSET,
    classifier_version: str | Unset | None = UNSET,
    class_: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    ndet: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    count: bool | Unset | None = UNSET,
    order_by: OrderBy | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> RequestKwargs:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier version; a
    ranking or probability without a classifier joins all classifiers. Without
    `order_by` the order is undefined and pages can overlap; `oid` is a stable order.
    A cone search needs `ra`, `dec` and `radius`, none of them 0: a zero switches the
    cone off and the whole table answers.

    Parameters
    ----------
    oid : list[str] | Unset
        Object identifiers, the key repeated for each. A single one is matched as a pattern
        in which `*`, `%` and `_` are wildcards; several are matched exactly. The answer is
        paged all the same. More than about 230 overflow the request.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    classifier_version : str | Unset
        Version of the classifier.
    class_ : str | Unset
        Class that the classifier gave the object.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1 the most probable. 0 counts as
        not given.
    ndet : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class. 0 counts as not given.
    firstmjd : list[float] | Unset
        MJD of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD of the last detection in days, `[min, max]` or `[min]`.
    ra : float | Unset
        Right ascension of the cone's axis in degrees, in [0, 360). 0 is ignored.
    dec : float | Unset
        Declination of the cone's axis in degrees. 0 is ignored.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given. 0 is ignored and a negative
        radius acts like a positive one.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given.
    count : bool | Unset
        Whether to count the rows, not unless asked. Only then are `total`, `next` and
        `has_next` filled.
    order_by : OrderBy | Unset
        Column that orders the rows.
    order_mode : OrderMode | Unset
        Ascending or descending order, upper case only.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "oid": oid,
        "classifier": classifier,
        "classifier_version": classifier_version,
        "class": class_,
        "ranking": ranking,
        "ndet": ndet,
        "probability": probability,
        "firstmjd": firstmjd,
        "lastmjd": lastmjd,
        "ra": ra,
        "dec": dec,
        "radius": radius,
        "page": page,
        "page_size": page_size,
        "count": count,
        "order_by": order_by,
        "order_mode": order_mode,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/objects/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Message | str | ObjectsPage | ValidationFailure | None:
    from ...models.message import Message  # noqa: PLC0415
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
) -> Response[Message | str | ObjectsPage | ValidationFailure]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    oid: list[str] | Unset | None = UNSET,
    classifier: str | Unset | None = UNSET,
    classifier_version: str | Unset | None = UNSET,
    class_: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    ndet: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    count: bool | Unset | None = UNSET,
    order_by: OrderBy | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Response[Message | str | ObjectsPage | ValidationFailure]:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier version; a
    ranking or probability without a classifier joins all classifiers. Without
    `order_by` the order is undefined and pages can overlap; `oid` is a stable order.
    A cone search needs `ra`, `dec` and `radius`, none of them 0: a zero switches the
    cone off and the whole table answers.

    Parameters
    ----------
    oid : list[str] | Unset
        Object identifiers, the key repeated for each. A single one is matched as a pattern
        in which `*`, `%` and `_` are wildcards; several are matched exactly. The answer is
        paged all the same. More than about 230 overflow the request.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    classifier_version : str | Unset
        Version of the classifier.
    class_ : str | Unset
        Class that the classifier gave the object.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1 the most probable. 0 counts as
        not given.
    ndet : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class. 0 counts as not given.
    firstmjd : list[float] | Unset
        MJD of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD of the last detection in days, `[min, max]` or `[min]`.
    ra : float | Unset
        Right ascension of the cone's axis in degrees, in [0, 360). 0 is ignored.
    dec : float | Unset
        Declination of the cone's axis in degrees. 0 is ignored.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given. 0 is ignored and a negative
        radius acts like a positive one.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given.
    count : bool | Unset
        Whether to count the rows, not unless asked. Only then are `total`, `next` and
        `has_next` filled.
    order_by : OrderBy | Unset
        Column that orders the rows.
    order_mode : OrderMode | Unset
        Ascending or descending order, upper case only.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | ObjectsPage | ValidationFailure]
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
        classifier=classifier,
        classifier_version=classifier_version,
        class_=class_,
        ranking=ranking,
        ndet=ndet,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        ra=ra,
        dec=dec,
        radius=radius,
        page=page,
        page_size=page_size,
        count=count,
        order_by=order_by,
        order_mode=order_mode,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    oid: list[str] | Unset | None = UNSET,
    classifier: str | Unset | None = UNSET,
    classifier_version: str | Unset | None = UNSET,
    class_: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    ndet: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    count: bool | Unset | None = UNSET,
    order_by: OrderBy | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Message | str | ObjectsPage | ValidationFailure | None:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier version; a
    ranking or probability without a classifier joins all classifiers. Without
    `order_by` the order is undefined and pages can overlap; `oid` is a stable order.
    A cone search needs `ra`, `dec` and `radius`, none of them 0: a zero switches the
    cone off and the whole table answers.

    Parameters
    ----------
    oid : list[str] | Unset
        Object identifiers, the key repeated for each. A single one is matched as a pattern
        in which `*`, `%` and `_` are wildcards; several are matched exactly. The answer is
        paged all the same. More than about 230 overflow the request.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    classifier_version : str | Unset
        Version of the classifier.
    class_ : str | Unset
        Class that the classifier gave the object.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1 the most probable. 0 counts as
        not given.
    ndet : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class. 0 counts as not given.
    firstmjd : list[float] | Unset
        MJD of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD of the last detection in days, `[min, max]` or `[min]`.
    ra : float | Unset
        Right ascension of the cone's axis in degrees, in [0, 360). 0 is ignored.
    dec : float | Unset
        Declination of the cone's axis in degrees. 0 is ignored.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given. 0 is ignored and a negative
        radius acts like a positive one.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given.
    count : bool | Unset
        Whether to count the rows, not unless asked. Only then are `total`, `next` and
        `has_next` filled.
    order_by : OrderBy | Unset
        Column that orders the rows.
    order_mode : OrderMode | Unset
        Ascending or descending order, upper case only.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | ObjectsPage | ValidationFailure | None
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
        classifier=classifier,
        classifier_version=classifier_version,
        class_=class_,
        ranking=ranking,
        ndet=ndet,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        ra=ra,
        dec=dec,
        radius=radius,
        page=page,
        page_size=page_size,
        count=count,
        order_by=order_by,
        order_mode=order_mode,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    oid: list[str] | Unset | None = UNSET,
    classifier: str | Unset | None = UNSET,
    classifier_version: str | Unset | None = UNSET,
    class_: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    ndet: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    count: bool | Unset | None = UNSET,
    order_by: OrderBy | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Response[Message | str | ObjectsPage | ValidationFailure]:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier version; a
    ranking or probability without a classifier joins all classifiers. Without
    `order_by` the order is undefined and pages can overlap; `oid` is a stable order.
    A cone search needs `ra`, `dec` and `radius`, none of them 0: a zero switches the
    cone off and the whole table answers.

    Parameters
    ----------
    oid : list[str] | Unset
        Object identifiers, the key repeated for each. A single one is matched as a pattern
        in which `*`, `%` and `_` are wildcards; several are matched exactly. The answer is
        paged all the same. More than about 230 overflow the request.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    classifier_version : str | Unset
        Version of the classifier.
    class_ : str | Unset
        Class that the classifier gave the object.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1 the most probable. 0 counts as
        not given.
    ndet : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class. 0 counts as not given.
    firstmjd : list[float] | Unset
        MJD of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD of the last detection in days, `[min, max]` or `[min]`.
    ra : float | Unset
        Right ascension of the cone's axis in degrees, in [0, 360). 0 is ignored.
    dec : float | Unset
        Declination of the cone's axis in degrees. 0 is ignored.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given. 0 is ignored and a negative
        radius acts like a positive one.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given.
    count : bool | Unset
        Whether to count the rows, not unless asked. Only then are `total`, `next` and
        `has_next` filled.
    order_by : OrderBy | Unset
        Column that orders the rows.
    order_mode : OrderMode | Unset
        Ascending or descending order, upper case only.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[Message | str | ObjectsPage | ValidationFailure]
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
        classifier=classifier,
        classifier_version=classifier_version,
        class_=class_,
        ranking=ranking,
        ndet=ndet,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        ra=ra,
        dec=dec,
        radius=radius,
        page=page,
        page_size=page_size,
        count=count,
        order_by=order_by,
        order_mode=order_mode,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    oid: list[str] | Unset | None = UNSET,
    classifier: str | Unset | None = UNSET,
    classifier_version: str | Unset | None = UNSET,
    class_: str | Unset | None = UNSET,
    ranking: int | Unset | None = UNSET,
    ndet: list[int] | Unset | None = UNSET,
    probability: float | Unset | None = UNSET,
    firstmjd: list[float] | Unset | None = UNSET,
    lastmjd: list[float] | Unset | None = UNSET,
    ra: float | Unset | None = UNSET,
    dec: float | Unset | None = UNSET,
    radius: float | Unset | None = UNSET,
    page: int | Unset | None = UNSET,
    page_size: int | Unset | None = UNSET,
    count: bool | Unset | None = UNSET,
    order_by: OrderBy | Unset | None = UNSET,
    order_mode: OrderMode | Unset | None = UNSET,
) -> Message | str | ObjectsPage | ValidationFailure | None:
    """List objects that pass every given filter, one page at a time.

    One object can come back on several rows, one for each classifier version; a
    ranking or probability without a classifier joins all classifiers. Without
    `order_by` the order is undefined and pages can overlap; `oid` is a stable order.
    A cone search needs `ra`, `dec` and `radius`, none of them 0: a zero switches the
    cone off and the whole table answers.

    Parameters
    ----------
    oid : list[str] | Unset
        Object identifiers, the key repeated for each. A single one is matched as a pattern
        in which `*`, `%` and `_` are wildcards; several are matched exactly. The answer is
        paged all the same. More than about 230 overflow the request.
    classifier : str | Unset
        Classifier whose class and probability each row shows.
    classifier_version : str | Unset
        Version of the classifier.
    class_ : str | Unset
        Class that the classifier gave the object.
    ranking : int | Unset
        Rank of the class among those of its classifier, 1 the most probable. 0 counts as
        not given.
    ndet : list[int] | Unset
        Number of detections, `[min, max]` or `[min]`.
    probability : float | Unset
        Least probability of the class. 0 counts as not given.
    firstmjd : list[float] | Unset
        MJD of the first detection in days, `[min, max]` or `[min]`.
    lastmjd : list[float] | Unset
        MJD of the last detection in days, `[min, max]` or `[min]`.
    ra : float | Unset
        Right ascension of the cone's axis in degrees, in [0, 360). 0 is ignored.
    dec : float | Unset
        Declination of the cone's axis in degrees. 0 is ignored.
    radius : float | Unset
        Opening of the cone in arcseconds, 30 unless given. 0 is ignored and a negative
        radius acts like a positive one.
    page : int | Unset
        Page number, from 1, which is the default.
    page_size : int | Unset
        Rows in a page, 10 unless given.
    count : bool | Unset
        Whether to count the rows, not unless asked. Only then are `total`, `next` and
        `has_next` filled.
    order_by : OrderBy | Unset
        Column that orders the rows.
    order_mode : OrderMode | Unset
        Ascending or descending order, upper case only.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Message | str | ObjectsPage | ValidationFailure | None
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
        classifier=classifier,
        classifier_version=classifier_version,
        class_=class_,
        ranking=ranking,
        ndet=ndet,
        probability=probability,
        firstmjd=firstmjd,
        lastmjd=lastmjd,
        ra=ra,
        dec=dec,
        radius=radius,
        page=page,
        page_size=page_size,
        count=count,
        order_by=order_by,
        order_mode=order_mode,
    )
    return response.parsed
