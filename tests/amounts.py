"""The number of examples and calls in the tests.

The environment variable ALERCE_TEST_EXAMPLES multiplies the number of examples and of calls:
1 by default, more in nightly runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, TypeAlias

from hypothesis import HealthCheck, settings

TIMES: Final = float(os.environ.get("ALERCE_TEST_EXAMPLES", "1"))

Record: TypeAlias = Callable[[str, object], None]


def many(examples: int) -> settings:
    """Return Hypothesis's settings for a number of examples."""
    return settings(
        max_examples=max(1, int(examples * TIMES)),
        deadline=None,
        # The same examples in every default run, random ones in larger runs.
        derandomize=TIMES == 1,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
