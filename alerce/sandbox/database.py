"""SQL over HTTP: what ``send_query`` talks to."""

import csv
import io
import sqlite3
from typing import ClassVar

from starlette.responses import Response

from alerce.sandbox.answers import MODERN, NOT_FOUND, Call, error_page, message
from alerce.sandbox.store import Store


class DatabaseService:
    """Answers a SELECT under ``/dbquery/v1/db/`` with CSV, anything else with the database's words.

    Parameters
    ----------
    store : Store
        The data served.
    """

    name: ClassVar[str] = "database"
    prefix: ClassVar[str] = "/dbquery/v1/db"
    one_at_a_time: ClassVar[bool] = False

    def __init__(self, store: Store) -> None:
        self._store = store

    def answer(self, call: Call) -> Response:
        """Run the SQL text of the form field ``query``."""
        if call.path not in ("", "/"):
            return error_page(MODERN, 404, "Not Found", NOT_FOUND)
        if call.method != "POST":
            return message("The method is not allowed for the requested URL.", 405)
        query = call.form.get("query")
        if query is None:
            return _text("no query in the form", 400)
        try:
            names, rows = self._store.query(query)
        except sqlite3.Error as error:
            return _text(str(error), 400)
        if not names:
            return _text("not a query that returns rows", 400)
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\n")
        # Names as the query gives them: a join repeats "oid".
        writer.writerow(names)
        writer.writerows(rows)
        response = Response(table.getvalue())
        response.headers["content-type"] = "text/csv; charset=utf-8"
        return response


def _text(text: str, status: int) -> Response:
    response = Response(text, status)
    response.headers["content-type"] = "text/plain; charset=utf-8"
    return response
