"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .destruction_change import DestructionChange
    from .execution_duration_change import ExecutionDurationChange
    from .job_action import JobAction
    from .language import Language
    from .parameter_change import ParameterChange
    from .phase import Phase
    from .phase_change import PhaseChange
    from .query import Query
    from .query_with_uploads import QueryWithUploads
    from .response_format import ResponseFormat
    from .result_column import ResultColumn
    from .result_table import ResultTable
    from .result_table_params import ResultTableParams
    from .tables_detail import TablesDetail
else:
    from importlib import import_module

    _MODULES = {
        "DestructionChange": ".destruction_change",
        "ExecutionDurationChange": ".execution_duration_change",
        "JobAction": ".job_action",
        "Language": ".language",
        "ParameterChange": ".parameter_change",
        "Phase": ".phase",
        "PhaseChange": ".phase_change",
        "Query": ".query",
        "QueryWithUploads": ".query_with_uploads",
        "ResponseFormat": ".response_format",
        "ResultColumn": ".result_column",
        "ResultTable": ".result_table",
        "ResultTableParams": ".result_table_params",
        "TablesDetail": ".tables_detail",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "DestructionChange",
    "ExecutionDurationChange",
    "JobAction",
    "Language",
    "ParameterChange",
    "Phase",
    "PhaseChange",
    "Query",
    "QueryWithUploads",
    "ResponseFormat",
    "ResultColumn",
    "ResultTable",
    "ResultTableParams",
    "TablesDetail",
)
