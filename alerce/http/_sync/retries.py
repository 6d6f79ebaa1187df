"""The transport that retries requests."""

from __future__ import annotations

import httpx
import tenacity

from alerce.http import retries
from alerce.http._sync.layer import Layer
from alerce.http.concurrency import sleep
from alerce.http.retries import RetryBudget


class RetryTransport(Layer):
    """Sends a request again after a transient failure; see `alerce.http.retries`.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Sends the request once.
    max_retries : int
        How often it is sent again at most.
    budgets : dict, optional
        The retry budget of each host; shared by the calls of a client.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport,
        max_retries: int,
        budgets: dict[str, RetryBudget] | None = None,
    ) -> None:
        super().__init__(inner)
        self._max_retries = max_retries
        self._budgets: dict[str, RetryBudget] = {} if budgets is None else budgets

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the last answer, or raise the last error."""
        budget = self._budgets.setdefault(request.url.host, RetryBudget())
        state = retries.RetryState(request, self._max_retries, budget)
        first = self._attempt(request)
        if not state.is_transient(first):
            return retries.response_or_raise(first)
        # The first attempt is made outside the loop, which would take longer than all transports.
        attempts = tenacity.Retrying(
            sleep=sleep,
            retry=state.should_retry,
            wait=state.wait,
            stop=state.stop,
            before_sleep=state.log,
            retry_error_callback=retries.last_outcome,
        )
        outcomes = [first]

        def attempt() -> httpx.Response:
            return retries.response_or_raise(outcomes.pop() if outcomes else self._attempt(request))

        response: httpx.Response = attempts(attempt)
        return response

    def _attempt(self, request: httpx.Request) -> httpx.Response | Exception:
        """Return the answer, read, or the error."""
        try:
            response = self._inner.handle_request(request)
            response.read()
        except Exception as error:  # noqa: BLE001 (it is raised again unless a retry succeeds)
            return error
        return response
