"""The transport that limits the size of answers."""

from __future__ import annotations

import httpx

from alerce.http._sync.layer import Layer
from alerce.http.body import ENCODING_HEADERS, Body
from alerce.http.concurrency import check_cancelled
from alerce.http.deadline import time_for


class SizeLimitTransport(Layer):
    """Reads and decompresses each answer, and refuses one that is too large.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Gets the answer.
    max_size : int
        Limit in bytes, for an answer both before and after decompression.
    """

    def __init__(self, inner: httpx.BaseTransport, max_size: int) -> None:
        super().__init__(inner)
        self._max_size = max_size

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, read and decompressed.

        Raises
        ------
        BodyError
            The answer is too large, or not encoded as its headers say.
        """
        response = self._inner.handle_request(request)
        stream = response.stream
        if not isinstance(stream, httpx.SyncByteStream):
            raise TypeError(f"the answer is no {httpx.AsyncByteStream.__name__}: {stream!r}")
        try:
            body = Body(response.headers.raw, self._max_size)
            # httpx's own decoding has no size limit, so the raw stream is read here.
            for chunk in stream:
                body.add(chunk)
                time_for(None, httpx.ReadTimeout)
                check_cancelled()
            content = body.content()
        finally:
            stream.close()
        if "content-encoding" in response.headers:
            for name in ENCODING_HEADERS:
                response.headers.pop(name, None)
        response.stream = httpx.ByteStream(content)
        response.read()
        return response
