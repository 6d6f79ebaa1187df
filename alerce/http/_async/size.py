"""The transport that takes answers of a bounded size only."""

from __future__ import annotations

import httpx

from alerce.http._async.layer import AsyncLayer
from alerce.http.body import PACKING, Body
from alerce.http.concurrency import check_cancelled
from alerce.http.deadline import time_for


class AsyncSizeLimitTransport(AsyncLayer):
    """Reads each answer to its end, unpacks it, and refuses what is too large.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Gets the answer.
    most : int
        Bytes that an answer may have, packed or unpacked.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, most: int) -> None:
        super().__init__(inner)
        self._most = most

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, read and unpacked.

        Raises
        ------
        BodyError
            It is too large, or not packed as it says.
        """
        response = await self._inner.handle_async_request(request)
        stream = response.stream
        if not isinstance(stream, httpx.AsyncByteStream):
            raise TypeError(f"the answer is no {httpx.AsyncByteStream.__name__}: {stream!r}")
        try:
            body = Body(response.headers.raw, self._most)
            # As it arrives: httpx would unpack any amount.
            async for chunk in stream:
                body.add(chunk)
                time_for(None, httpx.ReadTimeout)
                check_cancelled()
            content = body.whole()
        finally:
            await stream.aclose()
        if "content-encoding" in response.headers:
            for name in PACKING:
                response.headers.pop(name, None)
        response.stream = httpx.ByteStream(content)
        await response.aread()
        return response
