"""Calls about many objects: their failures, their progress bar, and Parquet files on disk.

Examples
--------
>>> from alerce.bulk import failures
>>> lenient = client.with_options(errors="return")
>>> table = lenient.query_detections(["ZTF18abbuksn", "ZTF00unknown"], format="pandas")
>>> set(table.oid), list(failures(table))
({'ZTF18abbuksn'}, ['ZTF00unknown'])
"""

from alerce.bulk.outcomes import failures
from alerce.http.options import Errors

__all__ = ["Errors", "failures"]
