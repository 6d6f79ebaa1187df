from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.cone_search_all import ConeSearchAll


def get_kwargs(
    *,
    ra: float,
    dec: float,
    radius: float,
) -> RequestKwargs:
    """All sources of every catalogue within a radius.

    Parameters
    ----------
    ra : float
        Right ascension of the position in degrees; it may wrap.
    dec : float
        Declination of the position in degrees.
    radius : float
        Greatest distance in arcseconds.

    Returns
    -------
    RequestKwargs
        Arguments of `httpx.Client.request`.
    """

    params: dict[str, Any] = {
        "ra": ra,
        "dec": dec,
        "radius": radius,
    }
    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: RequestKwargs = {
        "method": "get",
        "url": "/conesearch_all",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConeSearchAll | str | None:
    from ...models.cone_search_all import ConeSearchAll  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):

        def _parse_response_200(data: object) -> ConeSearchAll | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                _response_200_type_0: Any = cast(Any, data)
                response_200_type_0: ConeSearchAll
                if _response_200_type_0 is None or isinstance(_response_200_type_0, Unset):
                    response_200_type_0 = cast(Any, _response_200_type_0)
                else:
                    response_200_type_0 = ConeSearchAll.from_dict(_response_200_type_0)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConeSearchAll | str, data)

        response_200 = _parse_response_200(response.json())

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ConeSearchAll | str]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    ra: float,
    dec: float,
    radius: float,
) -> Response[ConeSearchAll | str]:
    """All sources of every catalogue within a radius.

    Parameters
    ----------
    ra : float
        Right ascension of the position in degrees; it may wrap.
    dec : float
        Declination of the position in degrees.
    radius : float
        Greatest distance in arcseconds.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ConeSearchAll | str]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        ra=ra,
        dec=dec,
        radius=radius,
    )
    response = client.get_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    ra: float,
    dec: float,
    radius: float,
) -> ConeSearchAll | str | None:
    """All sources of every catalogue within a radius.

    Parameters
    ----------
    ra : float
        Right ascension of the position in degrees; it may wrap.
    dec : float
        Declination of the position in degrees.
    radius : float
        Greatest distance in arcseconds.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ConeSearchAll | str | None
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
        ra=ra,
        dec=dec,
        radius=radius,
    )
    return response.parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    ra: float,
    dec: float,
    radius: float,
) -> Response[ConeSearchAll | str]:
    """All sources of every catalogue within a radius.

    Parameters
    ----------
    ra : float
        Right ascension of the position in degrees; it may wrap.
    dec : float
        Declination of the position in degrees.
    radius : float
        Greatest distance in arcseconds.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    Response[ConeSearchAll | str]
        What the service answered; None for an answer that the contract does not describe.

    Raises
    ------
    errors.UnexpectedStatus
        If the contract does not describe the answer and the client is to raise then.
    httpx.HTTPError
        If the request fails, `httpx.TimeoutException` if it takes too long.
    """

    kwargs = get_kwargs(
        ra=ra,
        dec=dec,
        radius=radius,
    )
    response = await client.get_async_httpx_client().request(**kwargs)
    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    ra: float,
    dec: float,
    radius: float,
) -> ConeSearchAll | str | None:
    """All sources of every catalogue within a radius.

    Parameters
    ----------
    ra : float
        Right ascension of the position in degrees; it may wrap.
    dec : float
        Declination of the position in degrees.
    radius : float
        Greatest distance in arcseconds.
    client : AuthenticatedClient | Client
        Where the service is and how to reach it.

    Returns
    -------
    ConeSearchAll | str | None
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
        ra=ra,
        dec=dec,
        radius=radius,
    )
    return response.parsed
