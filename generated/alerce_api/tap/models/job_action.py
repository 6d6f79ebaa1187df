from typing import Literal, cast

JobAction = Literal["ABORT", "RUN"]

JOB_ACTION_VALUES: set[JobAction] = {
    "ABORT",
    "RUN",
}


def check_job_action(value: str) -> JobAction:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(JobAction, value)
