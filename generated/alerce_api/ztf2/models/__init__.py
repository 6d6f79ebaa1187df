"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .detail import Detail
    from .extra_fields import ExtraFields
    from .flat_forced_photometry import FlatForcedPhotometry
    from .forced_photometry import ForcedPhotometry
    from .refused_parameter import RefusedParameter
    from .survey_id import SurveyId
    from .validation_failure import ValidationFailure
    from .validation_failure_detail_type_1 import ValidationFailureDetailType1
else:
    from importlib import import_module

    _MODULES = {
        "Detail": ".detail",
        "ExtraFields": ".extra_fields",
        "FlatForcedPhotometry": ".flat_forced_photometry",
        "ForcedPhotometry": ".forced_photometry",
        "RefusedParameter": ".refused_parameter",
        "SurveyId": ".survey_id",
        "ValidationFailure": ".validation_failure",
        "ValidationFailureDetailType1": ".validation_failure_detail_type_1",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "Detail",
    "ExtraFields",
    "FlatForcedPhotometry",
    "ForcedPhotometry",
    "RefusedParameter",
    "SurveyId",
    "ValidationFailure",
    "ValidationFailureDetailType1",
)
