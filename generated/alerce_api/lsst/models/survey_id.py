from typing import Literal, cast

SurveyId = Literal["lsst", "ztf"]

SURVEY_ID_VALUES: set[SurveyId] = {
    "lsst",
    "ztf",
}


def check_survey_id(value: str) -> SurveyId:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(SurveyId, value)
