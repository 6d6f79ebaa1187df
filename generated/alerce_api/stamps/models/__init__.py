"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .alert_info import AlertInfo
    from .candidate import Candidate
    from .message import Message
    from .previous_candidate import PreviousCandidate
    from .stamp_format import StampFormat
    from .stamp_type import StampType
    from .survey_id import SurveyId
    from .validation_failure import ValidationFailure
    from .validation_failure_errors import ValidationFailureErrors
else:
    from importlib import import_module

    _MODULES = {
        "AlertInfo": ".alert_info",
        "Candidate": ".candidate",
        "Message": ".message",
        "PreviousCandidate": ".previous_candidate",
        "StampFormat": ".stamp_format",
        "StampType": ".stamp_type",
        "SurveyId": ".survey_id",
        "ValidationFailure": ".validation_failure",
        "ValidationFailureErrors": ".validation_failure_errors",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "AlertInfo",
    "Candidate",
    "Message",
    "PreviousCandidate",
    "StampFormat",
    "StampType",
    "SurveyId",
    "ValidationFailure",
    "ValidationFailureErrors",
)
