"""The SQL service."""

from __future__ import annotations

from alerce_api.database.api.database import query as sql_query

from alerce._async.service import AsyncService
from alerce.arguments import checks
from alerce.arguments.formats import QueryFormat, check_format
from alerce.decode import sql
from alerce.decode.answers import decode_text
from alerce.exceptions import FormatValidationError
from alerce.http.call import Call
from alerce.results import tables
from alerce.results.shapes import QueryResult
from alerce.results.tables import Names


class AsyncDatabase(AsyncService):
    """Methods of the client that ask the SQL service."""

    async def send_query(
        self,
        query: str,
        format: QueryFormat = "csv",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> QueryResult:
        """Send an SQL query to the database and return its rows.

        Parameters
        ----------
        query : str
            SQL text.
        format : {"csv", "pandas", "votable", "json"}
            Form of the answer, in any letter case; "csv" is the text as sent.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        str, DataFrame, Table or list of dict
            In json the rows themselves, where 1.x and 2.x returned their text. Columns as the query names them; a name that comes again is numbered
            (oid, oid_1). A column is int64, float64 or bool when all its values
            are, and text otherwise. An empty field is a missing value.

        Raises
        ------
        ParseError
            The database refuses the query; the message is its own.
        FormatValidationError
            Not one of the formats: there are no records of a query's own columns.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> print(client.send_query("SELECT oid FROM object WHERE oid = 'ZTF18abbuksn'"))
        oid
        ZTF18abbuksn
        """
        wanted = check_format(format, index)
        if wanted == "models":
            raise FormatValidationError(
                "send_query has no records: its columns are the query's own", about="format"
            )
        text = checks.text("query", query)
        # Records need attrs, which nothing else here does.
        from alerce_api.database.models.query import Query

        request = sql_query.get_kwargs(body=Query(query=text))
        call = Call("database", "query", request, about="SQL query")
        rows_text = decode_text(await self._send(call), call)
        if wanted == "csv" and sort is None:
            return rows_text
        names, rows = sql.parse(rows_text)
        columns = tables.with_extras(rows or [dict.fromkeys(names)], ())
        match wanted:
            case "pandas":
                return tables.to_pandas(rows, columns, index, sort)
            case "votable":
                return tables.to_table(tables.ordered(rows, columns, sort), columns)
            case "csv":
                return tables.to_csv(tables.ordered(rows, columns, sort), columns)
            case "json":
                return tables.ordered(rows, columns, sort)
