"""The transport that sends a request again."""

from __future__ import annotations

import httpx
import tenacity

from alerce.http import retries
from alerce.http._async.layer import AsyncLayer
from alerce.http.concurrency import async_pause
from alerce.http.retries import RetryBudget


class AsyncRetryTransport(AsyncLayer):
    """Sends a request again when it failed for a reason that may pass.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Sends it once.
    most : int
        How often it is sent again at most.
    budgets : dict, optional
        The retries that are left for each host; shared by the calls of a client.
    """

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport,
        most: int,
        budgets: dict[str, RetryBudget] | None = None,
    ) -> None:
        super().__init__(inner)
        self._most = most
        self._budgets: dict[str, RetryBudget] = {} if budgets is None else budgets

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the last answer, or raise the last error."""
        budget = self._budgets.setdefault(request.url.host, RetryBudget())
        state = retries.RetryState(request, self._most, budget)
        first = await self._attempt(request)
        if not state.is_transient(first):
            return retries.unpacked(first)
        # Most requests do not come here: the loop would take longer than the transports.
        attempts = tenacity.AsyncRetrying(
            sleep=async_pause,
            retry=state.again,
            wait=state.wait,
            stop=state.stop,
            before_sleep=state.log,
            retry_error_callback=retries.last_outcome,
        )
        outcomes = [first]

        async def attempt() -> httpx.Response:
            return retries.unpacked(outcomes.pop() if outcomes else await self._attempt(request))

        response: httpx.Response = await attempts(attempt)
        return response

    async def _attempt(self, request: httpx.Request) -> httpx.Response | Exception:
        """Return the answer, read, or why there is none."""
        try:
            response = await self._inner.handle_async_request(request)
            await response.aread()
        except Exception as error:  # noqa: BLE001 (it is raised again unless another try helps)
            return error
        return response
