"""The ZTF API: objects, light curves, classifications, features.

The odd things done here are done on purpose: each reproduces what the real service was seen to do.
"""

import json
import math
import posixpath
import re
import urllib.parse
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from starlette.responses import Response

from alerce.sandbox.answers import (
    MODERN,
    NOT_FOUND,
    Call,
    Refusal,
    RouteHelp,
    as_json,
    bare_server_error,
    error_page,
    html_page,
    invalid,
    message,
    redirect,
    server_error,
)
from alerce.sandbox.store import Store, Value, encode

_T = TypeVar("_T", int, float, bool)

# gunicorn's limit in front of the application.
REQUEST_LINE = 4094
TOTAL_CAP = 50001
BIGGEST = 2**63 - 1
DEFAULT_PAGE_SIZE = 10
# Rows by which an unordered walk slips from page to page (see _select).
SLIP = 3

HELP = RouteHelp(
    [
        "/objects/",
        "/objects/limit_values",
        "/objects/<id>",
        "/objects/<id>/detections",
        "/objects/<id>/non_detections",
        "/objects/<id>/lightcurve",
        "/objects/<id>/magstats",
        "/objects/<id>/probabilities",
        "/objects/<id>/features",
        "/objects/<id>/features/<name>",
        "/classifiers/",
        "/classifiers/<classifier_name>/<classifier_version>/classes",
    ]
)

ORDER_BY = (
    "oid",
    "ndet",
    "g_r_max",
    "g_r_max_corr",
    "g_r_mean",
    "g_r_mean_corr",
    "meanra",
    "meandec",
    "sigmara",
    "sigmadec",
    "deltajd",
    "firstmjd",
    "lastmjd",
    "class_name",
    "classifier_name",
    "classifier_version",
    "probability",
    "ranking",
)

# No filter on the classification at all means this one; any such filter, even an empty one that
# is then ignored, drops it. An outer join: objects without a classification stay.
_JOINED = """
SELECT o.*, p.class_name AS class, p.classifier_name AS classifier, p.probability AS probability,
       p.classifier_version AS _version, p.ranking AS _ranking,
       row_number() OVER (ORDER BY o.rowid, p.rowid) AS _position
FROM object AS o LEFT JOIN probability AS p ON p.oid = o.oid
    AND (NOT :default OR (p.classifier_name = 'lc_classifier' AND p.ranking = 1))
WHERE (:pattern IS NULL OR o.oid GLOB :pattern)
  AND (:oids IS NULL OR o.oid IN (SELECT value FROM json_each(:oids)))
  AND (:classifier IS NULL OR p.classifier_name = :classifier)
  AND (:classifier_version IS NULL OR p.classifier_version = :classifier_version)
  AND (:class IS NULL OR p.class_name = :class)
  AND (:ranking IS NULL OR p.ranking = :ranking)
  AND (:probability IS NULL OR p.probability >= :probability)
  AND (:ndet_min IS NULL OR o.ndet >= :ndet_min)
  AND (:ndet_max IS NULL OR o.ndet <= :ndet_max)
  AND (:firstmjd_min IS NULL OR o.firstmjd >= :firstmjd_min)
  AND (:firstmjd_max IS NULL OR o.firstmjd <= :firstmjd_max)
  AND (:lastmjd_min IS NULL OR o.lastmjd >= :lastmjd_min)
  AND (:lastmjd_max IS NULL OR o.lastmjd <= :lastmjd_max)
  AND (:ra IS NULL OR separation(o.meanra, o.meandec, :ra, :dec) <= :radius)
"""

_KEY = """CASE :order_by WHEN 'oid' THEN oid WHEN 'ndet' THEN ndet WHEN 'g_r_max' THEN g_r_max
    WHEN 'g_r_max_corr' THEN g_r_max_corr WHEN 'g_r_mean' THEN g_r_mean
    WHEN 'g_r_mean_corr' THEN g_r_mean_corr WHEN 'meanra' THEN meanra WHEN 'meandec' THEN meandec
    WHEN 'sigmara' THEN sigmara WHEN 'sigmadec' THEN sigmadec WHEN 'deltajd' THEN deltajd
    WHEN 'firstmjd' THEN firstmjd WHEN 'lastmjd' THEN lastmjd WHEN 'class_name' THEN class
    WHEN 'classifier_name' THEN classifier WHEN 'classifier_version' THEN _version
    WHEN 'probability' THEN probability WHEN 'ranking' THEN _ranking END"""
_PAGE = "(_position * :turn - 1 + :slip) % max(:total, 1) LIMIT :limit OFFSET :offset"

# PostgreSQL's order: nulls last going up, first going down.
COUNT = f"SELECT count(*) AS total FROM ({_JOINED})"  # noqa: S608 - constants only
ASCENDING = f"SELECT * FROM ({_JOINED}) ORDER BY {_KEY} ASC NULLS LAST, {_PAGE}"  # noqa: S608 - constants only
DESCENDING = f"SELECT * FROM ({_JOINED}) ORDER BY {_KEY} DESC NULLS FIRST, {_PAGE}"  # noqa: S608 - constants only

OBJECT = "SELECT * FROM object WHERE oid = :oid"
LIMITS = (
    "SELECT min(ndet) AS min_ndet, max(ndet) AS max_ndet, "
    "min(firstmjd) AS min_firstmjd, max(firstmjd) AS max_firstmjd FROM object"
)
DETECTIONS = "SELECT * FROM detection WHERE oid = :oid ORDER BY mjd"
NON_DETECTIONS = "SELECT * FROM non_detection WHERE oid = :oid ORDER BY mjd"
MAGSTATS = "SELECT * FROM magstat WHERE oid = :oid ORDER BY fid"
PROBABILITIES = """
SELECT classifier_name, classifier_version, class_name, probability, ranking FROM probability
WHERE oid = :oid AND (:classifier IS NULL OR classifier_name = :classifier)
  AND (:version IS NULL OR classifier_version = :version)
ORDER BY class_name, rowid
"""
UNTAXED = """
SELECT 1 FROM probability AS p WHERE p.oid = :oid AND NOT EXISTS (
    SELECT 1 FROM taxonomy AS t WHERE t.classifier_name = p.classifier_name
    AND t.classifier_version = p.classifier_version)
"""
FEATURES = """
SELECT name, value, fid, version FROM feature WHERE oid = :oid
  AND (:name IS NULL OR name = :name) AND (:fid IS NULL OR fid = :fid)
  AND (:version IS NULL OR version = :version)
ORDER BY name, fid, version
"""
CLASSIFIERS = "SELECT classifier_name, classifier_version, classes FROM taxonomy"
CLASSES = (
    "SELECT classes FROM taxonomy WHERE classifier_name = :name AND classifier_version = :version"
)


class ZTFService:
    """Answers under ``/ztf/v1``.

    Parameters
    ----------
    store : Store
        The data served.
    """

    name: ClassVar[str] = "ztf"
    prefix: ClassVar[str] = "/ztf/v1"
    one_at_a_time: ClassVar[bool] = False

    def __init__(self, store: Store) -> None:
        self._store = store
        self._routes: Sequence[tuple[re.Pattern[str], Callable[..., Response]]] = [
            (re.compile(pattern), handler)
            for pattern, handler in (
                (r"/objects/", self._objects),
                (r"/objects/limit_values", self._limit_values),
                (r"/objects/([^/]+)", self._object),
                (r"/objects/([^/]+)/detections", self._detections),
                (r"/objects/([^/]+)/non_detections", self._non_detections),
                (r"/objects/([^/]+)/lightcurve", self._lightcurve),
                (r"/objects/([^/]+)/magstats", self._magstats),
                (r"/objects/([^/]+)/probabilities", self._probabilities),
                (r"/objects/([^/]+)/features", self._features),
                (r"/objects/([^/]+)/features/([^/]+)", self._features),
                (r"/classifiers/", self._classifiers),
                (r"/classifiers/([^/]+)/([^/]+)/classes", self._classes),
            )
        ]

    def answer(self, call: Call) -> Response:
        """Route one call; strict about slashes as the real one is."""
        refused = _request_line(call)
        if refused is not None:
            return refused
        path = _through_proxy(call)
        if path in ("/objects", "/classifiers"):
            return redirect(_absolute(call, path + "/"))
        if "//" in path:
            return redirect(_absolute(call, re.sub("/{2,}", "/", path)))
        for pattern, handler in self._routes:
            match = pattern.fullmatch(path)
            if match is None:
                continue
            if call.method not in ("GET", "HEAD"):
                return message("The method is not allowed for the requested URL.", 405)
            if "\x00" in path:
                return bare_server_error()
            try:
                return handler(call, *match.groups())
            except Refusal as refusal:
                return refusal.response
        return error_page(MODERN, 404, "Not Found", NOT_FOUND)

    # -- lists ------------------------------------------------------------------------------

    def _objects(self, call: Call) -> Response:
        oids = call.values("oid")
        classifier = call.value("classifier")
        version = call.value("classifier_version")
        class_name = call.value("class")
        ranking = _first(call, "ranking", int, RANKING_HELP)
        ndet = _all_typed(call, "ndet", int, "Number of detections.")
        probability = _first(call, "probability", float, "Least probability.")
        firstmjd = _all_typed(call, "firstmjd", float, "MJD of the first detection.")
        lastmjd = _all_typed(call, "lastmjd", float, "MJD of the last detection.")
        ra = _first(call, "ra", float, "Right ascension in degrees.")
        dec = _first(call, "dec", float, "Declination in degrees.")
        radius = _first_or(call, "radius", float, "Radius in arcseconds.", 30.0)
        page = _first_or(call, "page", int, "Page number.", 1)
        size = _first_or(call, "page_size", int, "Rows in a page.", DEFAULT_PAGE_SIZE)
        count = _first_or(call, "count", _boolean, "Whether to count the rows.", False)
        order_by = _choice(call, "order_by", ORDER_BY, "Column that orders the rows.")
        mode = _choice(call, "order_mode", ("ASC", "DESC"), "Order of the rows.")

        # Without order_by the oid is pasted into the statement's text.
        if order_by is None and any(":" in oid or oid.count("'") % 2 for oid in oids):
            return server_error()
        filters = (classifier, version, class_name, ranking, probability)
        if not ranking and (classifier or version or class_name):
            ranking = 1
        parameters: dict[str, Value] = {
            "default": all(value is None for value in filters),
            "pattern": _like(oids[0]) if len(oids) == 1 else None,
            "oids": json.dumps(oids) if len(oids) > 1 else None,
            "classifier": classifier or None,
            "classifier_version": version or None,
            "class": class_name or None,
            "ranking": ranking or None,
            "probability": encode(probability) or None,
            **_range("ndet", ndet),
            **_range("firstmjd", firstmjd),
            **_range("lastmjd", lastmjd),
            **_cone(ra, dec, radius),
        }
        return self._select(parameters, page, size, order_by, mode, count=count)

    def _select(
        self,
        parameters: dict[str, Value],
        page: int,
        size: int,
        order_by: str | None,
        mode: str | None,
        *,
        count: bool,
    ) -> Response:
        page = max(page, 1)
        size = size if size >= 0 else DEFAULT_PAGE_SIZE
        if page * max(size, 1) > BIGGEST or _too_big(parameters):
            return server_error()
        (counted,) = self._store.rows(COUNT, parameters)
        total = counted["total"]
        assert isinstance(total, int)  # noqa: S101 - count(*) is one
        # Without ORDER BY, and among ties with it, a database may hand out the rows in another
        # order each time. Here it always does: an unordered walk begins a few rows earlier on
        # each page, and ties turn round on every other page, so that pages repeat some rows and
        # miss others. Ordering by oid is stable.
        slip = SLIP * (page - 1) if order_by is None else 0
        turn = -1 if order_by not in (None, "oid") and page % 2 == 0 else 1
        sql = DESCENDING if mode == "DESC" else ASCENDING
        rows = self._store.rows(
            sql,
            {
                **parameters,
                "order_by": order_by,
                "slip": slip,
                "turn": turn,
                "total": total,
                "limit": size,
                "offset": (page - 1) * size,
            },
        )
        capped = min(total, TOTAL_CAP)
        more = count and page * size < capped and size > 0
        return as_json(
            {
                "total": capped if count else None,
                "page": None,
                "next": page + 1 if more else None,
                "has_next": more,
                "prev": page - 1 if page > 1 else None,
                "has_prev": page > 1,
                "items": [_list_item(row) for row in rows],
            }
        )

    def _limit_values(self, _call: Call) -> Response:
        return as_json(self._store.rows(LIMITS)[0])

    def _classifiers(self, _call: Call) -> Response:
        return as_json(
            [
                {**row, "classes": str(row["classes"]).split("|")}
                for row in self._store.rows(CLASSIFIERS)
            ]
        )

    def _classes(self, call: Call, name: str, version: str) -> Response:
        rows = self._store.rows(CLASSES, {"name": name, "version": version})
        if not rows:
            raise _not_found(call)
        return as_json([{"name": name} for name in str(rows[0]["classes"]).split("|")])

    # -- one object ---------------------------------------------------------------------------

    def _object(self, call: Call, oid: str) -> Response:
        rows = self._store.rows(OBJECT, {"oid": oid})
        if not rows:
            raise Refusal(message(HELP("Object not found", call.path), 404))
        return as_json(rows[0])

    def _known(self, call: Call, oid: str) -> None:
        if not self._store.rows(OBJECT, {"oid": oid}):
            raise _not_found(call)

    def _survey(self, call: Call, oid: str) -> None:
        survey = call.value("survey_id")
        if survey is not None and survey not in ("ztf", "atlas"):
            raise invalid(
                "survey_id", f"The value '{survey}' is not a valid choice for 'survey_id'."
            )
        self._known(call, oid)
        if survey == "atlas":
            raise _not_found(call)

    def _detection_rows(self, oid: str) -> list[dict[str, Value]]:
        return [_detection(row) for row in self._store.rows(DETECTIONS, {"oid": oid})]

    def _non_detection_rows(self, oid: str) -> list[dict[str, Value]]:
        rows = self._store.rows(NON_DETECTIONS, {"oid": oid})
        return [{"tid": "ztf", **_without(row, "oid")} for row in rows]

    def _detections(self, call: Call, oid: str) -> Response:
        self._survey(call, oid)
        return as_json([_drop_nulls(row) for row in self._detection_rows(oid)])

    def _non_detections(self, call: Call, oid: str) -> Response:
        self._survey(call, oid)
        return as_json([_drop_nulls(row) for row in self._non_detection_rows(oid)])

    def _lightcurve(self, call: Call, oid: str) -> Response:
        self._survey(call, oid)
        detections = self._detection_rows(oid)
        non_detections = self._non_detection_rows(oid)
        if not detections and not non_detections:
            return as_json(None)
        return as_json({"detections": detections, "non_detections": non_detections})

    def _magstats(self, call: Call, oid: str) -> Response:
        self._known(call, oid)
        rows = self._store.rows(MAGSTATS, {"oid": oid})
        return as_json([_without(row, "oid") for row in rows])

    def _probabilities(self, call: Call, oid: str) -> Response:
        self._known(call, oid)
        if self._store.rows(UNTAXED, {"oid": oid}):
            return bare_server_error()
        parameters = {
            "oid": oid,
            "classifier": call.value("classifier"),
            "version": call.value("classifier_version"),
        }
        return as_json(self._store.rows(PROBABILITIES, parameters))

    def _features(self, call: Call, oid: str, name: str | None = None) -> Response:
        fid = _first(call, "fid", int, "Feature fid number")
        self._known(call, oid)
        parameters = {"oid": oid, "name": name, "fid": fid, "version": call.value("version")}
        return as_json(self._store.rows(FEATURES, parameters))


RANKING_HELP = "Rank of the class."


# -- requests -----------------------------------------------------------------------------------


def _request_line(call: Call) -> Response | None:
    target = call.prefix + call.raw_path + ("?" + call.raw_query if call.raw_query else "")
    length = len(f"{call.method} {target} HTTP/1.1")
    if length <= REQUEST_LINE:
        return None
    page = (
        "<html>\n  <head>\n    <title>Bad Request</title>\n  </head>\n  <body>\n"
        "    <h1><p>Bad Request</p></h1>\n"
        f"    Request Line is too large ({length} &gt; {REQUEST_LINE})\n  </body>\n</html>\n"
    )
    return html_page(page, 400, "text/html")


def _through_proxy(call: Call) -> str:
    """Return the path as the proxy in front hands it on: ``..%2F`` climbs out of /objects/."""
    if "%2f" in call.raw_path.lower() and ".." in call.path.split("/"):
        path = posixpath.normpath(call.path)
        return path + "/" if call.path.endswith("/") and path != "/" else path
    return call.path


def _absolute(call: Call, path: str) -> str:
    query = "?" + call.raw_query if call.raw_query else ""
    return call.root + call.prefix + urllib.parse.quote(path, safe="/%:@!$&'()*+,;=~") + query


def _boolean(text: str) -> bool:
    lowered = text.lower()
    if lowered in ("true", "1", "on"):
        return True
    if lowered in ("", "false", "0"):
        return False
    raise ValueError(f"Invalid literal for boolean(): {lowered}")


def _all_typed(call: Call, name: str, kind: Callable[[str], _T], text: str) -> list[_T]:
    values: list[_T] = []
    for value in call.values(name):
        try:
            values.append(kind(value))
        except ValueError as error:
            raise invalid(name, f"{text} {error}") from error
    return values


def _first(call: Call, name: str, kind: Callable[[str], _T], text: str) -> _T | None:
    """Return the first value of a parameter; all are checked, as the service does."""
    return next(iter(_all_typed(call, name, kind, text)), None)


def _first_or(call: Call, name: str, kind: Callable[[str], _T], text: str, default: _T) -> _T:
    value = _first(call, name, kind, text)
    return default if value is None else value


def _choice(call: Call, name: str, choices: Sequence[str], text: str) -> str | None:
    for value in call.values(name):
        if value not in choices:
            raise invalid(name, f"{text} The value '{value}' is not a valid choice for '{name}'.")
    return call.value(name)


def _not_found(call: Call) -> Refusal:
    return Refusal(message(HELP(NOT_FOUND, call.path), 404))


def _like(oid: str) -> str | None:
    """Return SQL LIKE for one oid as a GLOB: ``*`` and ``%`` match anything, ``_`` one character."""
    if not oid:
        return None
    return oid.replace("[", "[[]").replace("?", "[?]").replace("%", "*").replace("_", "?")


def _range(name: str, values: Sequence[float]) -> dict[str, Value]:
    bounds = [encode(value) for value in values[:2]] + [None, None]
    return {f"{name}_min": bounds[0], f"{name}_max": bounds[1]}


def _cone(ra: float | None, dec: float | None, radius: float) -> dict[str, Value]:
    # A plain truth test: 0 is taken for "not given", the trap of this route.
    if not (ra and dec and radius):
        return {"ra": None, "dec": None, "radius": None}
    if abs(dec) > 90 or math.isinf(radius):
        raise Refusal(server_error())
    if not (math.isfinite(ra) and math.isfinite(dec) and 0 <= ra < 360):
        return {"ra": 0.0, "dec": 0.0, "radius": -1.0}
    return {"ra": ra, "dec": dec, "radius": abs(radius) / 3600}


def _too_big(parameters: dict[str, Value]) -> bool:
    return any(isinstance(value, int) and abs(value) > BIGGEST for value in parameters.values())


# -- rows ---------------------------------------------------------------------------------------


def _without(row: dict[str, Value], *names: str) -> dict[str, Value]:
    return {name: value for name, value in row.items() if name not in names}


def _drop_nulls(row: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in row.items() if value is not None}


def _list_item(row: dict[str, Value]) -> dict[str, Value]:
    item = {name: value for name, value in row.items() if not name.startswith("_")}
    item["step_id_corr"] = item.pop("step_id_corr")
    return item


def _detection(row: dict[str, Value]) -> dict[str, Value]:
    detection = {"tid": "ztf", **_without(row, "oid")}
    detection["candid"] = str(row["candid"])
    return detection
