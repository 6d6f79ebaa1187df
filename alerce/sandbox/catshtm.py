"""The catsHTM service: cone searches and cross-matches in external catalogs."""

import json
import math
from typing import ClassVar, TypeAlias

from starlette.responses import Response

from alerce.sandbox.answers import NOT_FOUND, OLD, SERVER_ERROR, Call, error_page, number, raw_json
from alerce.sandbox.catalogs import CATALOGS, UNITS, Catalog, Fields
from alerce.sandbox.store import Store, separation

BAD_ARGUMENTS = "Request contains one or more invalid arguments."
ROUTES = ("/conesearch", "/conesearch_all", "/crossmatch", "/crossmatch_all")
ARCSEC = 206_264.80624709636

Entry: TypeAlias = dict[str, object]

SOURCES = "SELECT ra, dec, row FROM catalog_source WHERE catalog = :catalog ORDER BY dec, ra"


class CatsHTMService:
    """Answers under ``/catshtm``.

    Parameters
    ----------
    store : Store
        The data served.
    """

    name: ClassVar[str] = "catshtm"
    prefix: ClassVar[str] = "/catshtm"
    one_at_a_time: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        self._sources: dict[str, list[tuple[float, float, Fields]]] = {}
        for name in CATALOGS:
            # The catalogs installed here; the others are known by name only.
            if name in UNITS:
                self._sources[name] = [
                    (float(str(row["ra"])), float(str(row["dec"])), json.loads(str(row["row"])))
                    for row in store.rows(SOURCES, {"catalog": name})
                ]

    def answer(self, call: Call) -> Response:
        """Route one call."""
        if call.path not in ROUTES:
            return error_page(OLD, 404, "Not Found", NOT_FOUND, "text/html")
        if call.method not in ("GET", "HEAD"):
            return error_page(
                OLD, 405, "Method Not Allowed",
                "The method is not allowed for the requested URL.", "text/html",
            )  # fmt: skip
        ra, dec = number(call.value("ra")), number(call.value("dec"))
        radius = number(call.value("radius"))
        # Bad arguments are told with status 200, in a JSON string.
        if ra is None or dec is None or (radius is None and call.path.startswith("/cone")):
            return _compact(BAD_ARGUMENTS)
        if call.path == "/conesearch_all":
            return _compact({"catalogs": self._cone_all(ra, dec, radius or 0.0)})
        if call.path == "/crossmatch_all":
            if radius is None:
                return _server_error()
            return _compact(self._match_all(ra, dec, radius))
        # The service's own names only: a display name is unknown here, and a catalog that is not
        # installed fails like an unknown one.
        catalog = CATALOGS.get(call.value("catalog") or "")
        if catalog is None or catalog.name not in self._sources:
            return _server_error()
        if call.path == "/conesearch":
            cone = self._cone(catalog, ra, dec, radius or 0.0)
            return _compact({catalog.display: cone} if cone else {})
        # A malformed radius passes for none given.
        return _compact(self._match(catalog, ra, dec, catalog.radius if radius is None else radius))

    def _within(
        self, catalog: Catalog, ra: float, dec: float, radius: float
    ) -> list[tuple[float, Fields]]:
        if not (math.isfinite(ra) and math.isfinite(dec)):
            return []
        limit = radius / ARCSEC
        found: list[tuple[float, Fields]] = []
        for source_ra, source_dec, values in self._sources[catalog.name]:
            if _law_of_cosines(ra, dec, source_ra, source_dec) <= limit:
                found.append((separation(ra, dec, source_ra, source_dec) * 3600, values))
        return found

    def _cone(self, catalog: Catalog, ra: float, dec: float, radius: float) -> Entry:
        found = self._within(catalog, ra, dec, radius)
        if not found:
            return {}
        return {
            field: {"units": unit, "values": [_in_cone(values.get(field)) for _, values in found]}
            for field, unit in sorted(UNITS[catalog.name].items())
        }

    def _match(self, catalog: Catalog, ra: float, dec: float, radius: float) -> Entry:
        found = self._within(catalog, ra, dec, radius)
        # Its columns have names the matcher does not look for.
        if not found or catalog.name == "AKARI":
            return {}
        distance, values = min(found, key=lambda pair: pair[0])
        entry: Entry = {
            field: {"unit": unit, "value": _in_match(values.get(field))}
            for field, unit in UNITS[catalog.name].items()
        }
        entry["distance"] = {"unit": "arcsec", "value": distance}
        return dict(sorted(entry.items()))

    def _cone_all(self, ra: float, dec: float, radius: float) -> list[Entry]:
        cones = ((name, self._cone(CATALOGS[name], ra, dec, radius)) for name in self._sources)
        return [{CATALOGS[name].display: cone} for name, cone in cones if cone]

    def _match_all(self, ra: float, dec: float, radius: float) -> list[Entry]:
        hits = ((name, self._match(CATALOGS[name], ra, dec, radius)) for name in self._sources)
        return [{CATALOGS[name].display: hit} for name, hit in hits if hit]


def _law_of_cosines(ra1: float, dec1: float, ra2: float, dec2: float) -> float:
    """Separation in radians by the plain law of cosines, NaN where its cosine exceeds one.

    This is what loses a source at the very position asked for; and since nothing here minds a
    declination beyond the pole, such a cone continues on the far side.
    """
    a1, d1, a2, d2 = (math.radians(angle) for angle in (ra1, dec1, ra2, dec2))
    cosine = math.sin(d1) * math.sin(d2) + math.cos(d1) * math.cos(d2) * math.cos(a1 - a2)
    return math.acos(cosine) if abs(cosine) <= 1 else math.nan


def _in_cone(value: float | None) -> float | str | None:
    return "infinity" if value is not None and math.isinf(value) else value


def _in_match(value: float | None) -> float | str | None:
    return "infinity" if value == math.inf else value


def _compact(body: object) -> Response:
    return raw_json(json.dumps(body, separators=(",", ":")) + "\n")


def _server_error() -> Response:
    return error_page(OLD, 500, "Internal Server Error", SERVER_ERROR, "text/html")
