from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, RequestKwargs, Response, Unset, is_json

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.catalog_match import CatalogMatch


def get_kwargs(
    *,
    ra: float,
    dec: float,
    radius: float,
) -> RequestKwargs:
    """The source of every catalogue nearest to a position.

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
        "url": "/crossmatch_all",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> list[CatalogMatch] | str | None:
    from ...models.catalog_match import CatalogMatch  # noqa: PLC0415

    if response.status_code == 200 and is_json(response):

        def _parse_response_200(data: object) -> list[CatalogMatch] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                _response_200_type_0: Any = cast(Any, data)
                response_200_type_0: list[CatalogMatch]
                if _response_200_type_0 is None or isinstance(_response_200_type_0, Unset):
                    response_200_type_0 = cast(Any, _response_200_type_0)
                else:
                    response_200_type_0 = []
                    for response_200_type_0_item_data in _response_200_type_0:
                        _response_200_type_0_item: Any = response_200_type_0_item_data
                        response_200_type_0_item: CatalogMatch
                        if _response_200_type_0_item is None or isinstance(
                            _response_200_type_0_item, Unset
                        ):
                            response_200_type_0_item = cast(Any, _response_200_type_0_item)
                        else:
                            response_200_type_0_item = CatalogMatch.from_dict(
                                _response_200_type_0_item
                            )

                        response_200_type_0.append(response_200_type_0_item)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CatalogMatch] | str, data)

        response_200 = _parse_response_200(response.json())

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[list[CatalogMatch] | str]:
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
) -> Response[list[CatalogMatch] | str]:
    """The source of every catalogue nearest to a position.

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
    Response[list[CatalogMatch] | str]
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
) -> list[CatalogMatch] | str | None:
    """The source of every catalogue nearest to a position.

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
    list[CatalogMatch] | str | None
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
) -> Response[list[CatalogMatch] | str]:
    """The source of every catalogue nearest to a position.

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
    Response[list[CatalogMatch] | str]
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
) -> list[CatalogMatch] | str | None:
    """The source of every catalogue nearest to a position.

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
    list[CatalogMatch] | str | None
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
