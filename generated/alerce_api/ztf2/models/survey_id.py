from typing import Literal, cast

SurveyId = Literal["all", "atlas", "ztf"]

SURVEY_ID_VALUES: set[SurveyId] = {
    "all",
    "atlas",
    "ztf",
}


def check_survey_id(value: str) -> SurveyId:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(SurveyId, value)
