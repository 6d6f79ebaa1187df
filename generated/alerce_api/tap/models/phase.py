from typing import Literal, cast

Phase = Literal["ABORTED", "COMPLETED", "ERROR", "EXECUTING", "PENDING", "QUEUED"]

PHASE_VALUES: set[Phase] = {
    "ABORTED",
    "COMPLETED",
    "ERROR",
    "EXECUTING",
    "PENDING",
    "QUEUED",
}


def check_phase(value: str) -> Phase:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(Phase, value)
