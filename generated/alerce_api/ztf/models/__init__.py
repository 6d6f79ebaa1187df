"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .class_name import ClassName
    from .classifier import Classifier
    from .detection import Detection
    from .feature import Feature
    from .light_curve import LightCurve
    from .limit_values import LimitValues
    from .listed_object import ListedObject
    from .magstats import Magstats
    from .message import Message
    from .non_detection import NonDetection
    from .object_ import Object
    from .objects_page import ObjectsPage
    from .order_by import OrderBy
    from .order_mode import OrderMode
    from .photometry import Photometry
    from .probability import Probability
    from .survey_id import SurveyId
    from .validation_failure import ValidationFailure
    from .validation_failure_errors import ValidationFailureErrors
else:
    from importlib import import_module

    _MODULES = {
        "ClassName": ".class_name",
        "Classifier": ".classifier",
        "Detection": ".detection",
        "Feature": ".feature",
        "LightCurve": ".light_curve",
        "LimitValues": ".limit_values",
        "ListedObject": ".listed_object",
        "Magstats": ".magstats",
        "Message": ".message",
        "NonDetection": ".non_detection",
        "Object": ".object_",
        "ObjectsPage": ".objects_page",
        "OrderBy": ".order_by",
        "OrderMode": ".order_mode",
        "Photometry": ".photometry",
        "Probability": ".probability",
        "SurveyId": ".survey_id",
        "ValidationFailure": ".validation_failure",
        "ValidationFailureErrors": ".validation_failure_errors",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "Classifier",
    "ClassName",
    "Detection",
    "Feature",
    "LightCurve",
    "LimitValues",
    "ListedObject",
    "Magstats",
    "Message",
    "NonDetection",
    "Object",
    "ObjectsPage",
    "OrderBy",
    "OrderMode",
    "Photometry",
    "Probability",
    "SurveyId",
    "ValidationFailure",
    "ValidationFailureErrors",
)
