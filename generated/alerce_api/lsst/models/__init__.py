"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .band_map import BandMap
    from .classifier import Classifier
    from .detail import Detail
    from .detection import Detection
    from .forced_photometry import ForcedPhotometry
    from .light_curve import LightCurve
    from .listed_object import ListedObject
    from .magstats import Magstats
    from .non_detection import NonDetection
    from .object_ import Object
    from .object_detail import ObjectDetail
    from .objects_page import ObjectsPage
    from .order_mode import OrderMode
    from .photometry import Photometry
    from .probability import Probability
    from .refused_parameter import RefusedParameter
    from .stamp_format import StampFormat
    from .stamp_type import StampType
    from .survey_id import SurveyId
    from .validation_failure import ValidationFailure
    from .validation_failure_detail_type_1 import ValidationFailureDetailType1
else:
    from importlib import import_module

    _MODULES = {
        "BandMap": ".band_map",
        "Classifier": ".classifier",
        "Detail": ".detail",
        "Detection": ".detection",
        "ForcedPhotometry": ".forced_photometry",
        "LightCurve": ".light_curve",
        "ListedObject": ".listed_object",
        "Magstats": ".magstats",
        "NonDetection": ".non_detection",
        "Object": ".object_",
        "ObjectDetail": ".object_detail",
        "ObjectsPage": ".objects_page",
        "OrderMode": ".order_mode",
        "Photometry": ".photometry",
        "Probability": ".probability",
        "RefusedParameter": ".refused_parameter",
        "StampFormat": ".stamp_format",
        "StampType": ".stamp_type",
        "SurveyId": ".survey_id",
        "ValidationFailure": ".validation_failure",
        "ValidationFailureDetailType1": ".validation_failure_detail_type_1",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "BandMap",
    "Classifier",
    "Detail",
    "Detection",
    "ForcedPhotometry",
    "LightCurve",
    "ListedObject",
    "Magstats",
    "NonDetection",
    "Object",
    "ObjectDetail",
    "ObjectsPage",
    "OrderMode",
    "Photometry",
    "Probability",
    "RefusedParameter",
    "StampFormat",
    "StampType",
    "SurveyId",
    "ValidationFailure",
    "ValidationFailureDetailType1",
)
