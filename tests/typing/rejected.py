"""Calls that type checkers must refuse, each with a part of what they say.

A comment applies to the lines below it, up to an empty line or another
comment. test_typing.py has the file checked, for both APIs; nothing else does,
since it is all errors.
"""

from typing import Literal

from alerce import AsyncAlerce
from alerce.types import Detection, ObjectFilters

OID = "ZTF18abbuksn"


async def filters(client: AsyncAlerce, text: str) -> None:
    # mypy says: Unexpected keyword argument "order_dir"
    # pyright says: cannot be assigned to parameter "order_dir"
    await client.query_objects(order_dir="ASC")
    await client.query_objects("votable", order_dir="ASC")

    # mypy says: Argument "order_mode" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "order_mode" of type "OrderMode | None"
    await client.query_objects(order_mode="asc")
    await client.query_objects("votable", order_mode="UP")

    # mypy says: Argument "order_by" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "order_by" of type "OrderBy | None"
    await client.query_objects(order_by="magnitude")

    # mypy says: Argument "ndet" to "query_objects" of "AsyncAlerce" has incompatible type "str"
    # pyright says: cannot be assigned to parameter "ndet" of type "Integer | Many[int | None] | None"
    await client.query_objects(ndet="5")

    # mypy says: Argument "ndet" to "query_objects" of "AsyncAlerce" has incompatible type "float"
    # pyright says: cannot be assigned to parameter "ndet" of type "Integer | Many[int | None] | None"
    await client.query_objects(ndet=5.5)

    # mypy says: Argument "probability" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "probability" of type "Number | None"
    await client.query_objects(probability="high")

    # mypy says: Argument "ranking" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "ranking" of type "Integer | None"
    await client.query_objects(ranking="first")

    # mypy says: Argument "firstmjd" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "firstmjd"
    await client.query_objects(firstmjd="2020-01-01")

    # mypy says: Argument "page" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "page"
    await client.query_objects(page="1")

    # mypy says: Argument "count" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "count" of type "Flag | None"
    await client.query_objects(count="maybe")

    # mypy says: Argument "oid" to "query_objects" of "AsyncAlerce" has incompatible type "int"
    # pyright says: cannot be assigned to parameter "oid" of type "str | Many[str] | None"
    await client.query_objects(oid=5)

    # mypy says: Argument "classifier" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "classifier" of type "str | None"
    await client.query_objects(classifier=5)

    # mypy says: Extra key "clasifier" for TypedDict "ObjectFilters"
    # pyright says: to declared type "ObjectFilters"
    misspelt: ObjectFilters = {"clasifier": "lc_classifier"}

    await client.query_objects(**misspelt)


async def formats(client: AsyncAlerce, other: Literal["xlsx", "PANDAS"], text: str) -> None:
    # mypy says: to "query_objects" of "AsyncAlerce" has incompatible type "Literal['excel']"
    # pyright says: cannot be assigned to parameter "format" of type "Format"
    await client.query_objects(format="excel")
    await client.query_objects("excel")

    # mypy says: expected "Literal['pandas', 'votable', 'json', 'csv', 'models']
    # pyright says: cannot be assigned to parameter "format" of type "Format"
    await client.query_object(OID, format="excel")
    await client.query_object([OID], format="excel")
    await client.query_detections(OID, "excel")
    await client.query_detections([OID], "excel")
    await client.query_non_detections(OID, format="excel")
    await client.query_lightcurve(OID, format="excel")
    await client.query_magstats(OID, format="excel")
    await client.query_probabilities(OID, format="excel")
    await client.query_features(OID, format="excel")
    await client.query_feature(OID, "Amplitude", format="excel")
    await client.query_classifiers(format="excel")
    await client.query_classes("lc_classifier", "1.1.13", format="excel")
    await client.query_limit_values(format="excel")
    await client.catshtm_conesearch(10, 20, 30, format="excel")
    await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "excel")
    await client.catshtm_crossmatch(10, 20, 30, format="excel")
    await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "excel")
    await client.query_objects(format="PANDAS")
    await client.query_objects(format=other)

    # mypy says: has incompatible type "str"; expected "Literal['pandas', 'votable', 'json', 'csv'
    # pyright says: "str" cannot be assigned to parameter "format" of type "Format"
    await client.query_objects(format=text)
    await client.query_object(OID, text)
    await client.query_object([OID], text)
    await client.query_detections(OID, format=text)
    await client.query_non_detections(OID, format=text)
    await client.query_magstats([OID], format=text)
    await client.query_lightcurve(OID, format=text)
    await client.query_probabilities(OID, format=text)
    await client.query_features([OID], format=text)
    await client.query_feature(OID, "Amplitude", format=text)
    await client.query_classifiers(format=text)
    await client.query_classes("lc_classifier", "1.1.13", format=text)
    await client.query_limit_values(format=text)
    await client.catshtm_conesearch(10, 20, 30, format=text)
    await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", text)
    await client.catshtm_crossmatch_many([10.0], [20.0], 30, "GAIA/DR1", text)

    # mypy says: Argument "format" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "format" of type "Format"
    await client.query_objects(format=5)

    # mypy says: expected "Literal['HDUList', 'numpy']
    # pyright says: cannot be assigned to parameter "format" of type "StampFormat"
    await client.get_stamps(OID, format="png")
    await client.get_stamps([OID], None, text)

    # mypy says: expected "Literal['pandas', 'votable', 'json', 'csv']
    # pyright says: cannot be assigned to parameter "format" of type "QueryFormat"
    await client.send_query("SELECT 1", format="models")
    await client.send_query("SELECT 1", text)


async def surveys(client: AsyncAlerce) -> None:
    # mypy says: Argument "survey" to "query_objects" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "survey"
    await client.query_objects(survey="atlas")

    # mypy says: Argument "survey" to "query_detections" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "survey"
    await client.query_detections(OID, survey="atlas")


async def other_arguments(client: AsyncAlerce) -> None:
    # mypy says: require at least one argument
    # pyright says: Argument types: ()
    await client.query_object()

    # mypy says: Argument 1 to "query_object" of "AsyncAlerce" has incompatible type "int"
    # pyright says: cannot be assigned to parameter "oid" of type "str | Many[str]"
    await client.query_object(5)

    # mypy says: Unexpected keyword argument "oids"
    # pyright says: cannot be assigned to parameter "oids"
    await client.query_object(oid=OID, oids=[OID])

    # mypy says: Argument "sort" to "query_detections" of "AsyncAlerce" has incompatible type "int"
    # pyright says: cannot be assigned to parameter "sort" of type "Names | None"
    await client.query_detections(OID, sort=5)

    # mypy says: Unexpected keyword argument "sort"
    # pyright says: cannot be assigned to parameter "sort"
    await client.query_lightcurve(OID, sort="mjd")

    # mypy says: Argument "fid" to "query_features" of "AsyncAlerce" has incompatible type "str"
    # pyright says: cannot be assigned to parameter "fid" of type "Integer | None"
    await client.query_features(OID, fid="g")

    # mypy says: Argument "classifier" to "query_probabilities" of "AsyncAlerce" has incompatible
    # pyright says: cannot be assigned to parameter "classifier" of type "str | None"
    await client.query_probabilities(OID, classifier=5)

    # mypy says: Argument "candid" to "get_
    # pyright says: cannot be assigned to parameter "candid" of type "Candid | Many[Candid] | None"
    await client.get_stamps(OID, candid=5.76e17)
    await client.get_avro(OID, candid=5.76e17)

    # mypy says: Argument 1 to "catshtm_conesearch" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "ra" of type
    await client.catshtm_conesearch(object(), 20, 30)

    # mypy says: matches argument types "None", "int", "int"
    # pyright says: cannot be assigned to parameter "ra" of type
    await client.catshtm_conesearch(None, 20, 30)

    # mypy says: matches argument types "int", "int", "None"
    # pyright says: cannot be assigned to parameter "radius" of type
    await client.catshtm_conesearch(10, 20, None)

    # mypy says: Argument 4 to "catshtm_crossmatch" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "catalog_name" of type "CatalogName"
    await client.catshtm_crossmatch(10, 20, 30, 5)

    # mypy says: Argument 1 to "catshtm_crossmatch" of "AsyncAlerce" has incompatible type
    # pyright says: cannot be assigned to parameter "ra" of type
    await client.catshtm_crossmatch([10.0], [20.0], 30)

    # mypy says: matches argument types "int", "int", "None"
    # pyright says: cannot be assigned to parameter "radius" of type
    await client.catshtm_redshift(10, 20, None)

    # mypy says: Argument 1 to "send_query" of "AsyncAlerce" has incompatible type "int"
    # pyright says: cannot be assigned to parameter "query" of type "str"
    await client.send_query(5)

    # mypy says: Unexpected keyword argument "objects"
    # pyright says: No parameter named "objects"
    # ty says: Argument `objects` does not match any known parameter
    await client.download(objects=[OID], to="folder")


async def results(client: AsyncAlerce) -> None:
    detections = await client.query_detections(OID)
    records = await client.query_detections(OID, "models")
    light_curve = await client.query_lightcurve(OID, "pandas")
    page = await client.query_objects("json")

    # mypy says: TypedDict "Detection" has no key "magpsff"
    # pyright says: "magpsff" is not a defined key in "Detection"
    str(detections[0]["magpsff"])

    # mypy says: "__getitem__" of "list" matches argument type "str"
    # pyright says: No overloads for "__getitem__"
    str(detections["mjd"])

    # mypy says: TypedDict "ObjectsPage" has no key "objects"
    # pyright says: "objects" is not a defined key in "ObjectsPage"
    str(page["objects"])

    # mypy says: "Detection" has no attribute "magpsff"
    # pyright says: Cannot access attribute "magpsff" for class "Detection"
    str(records[0].magpsff)

    # mypy says: "TableLightCurve[DataFrame]" has no attribute "upper_limits"
    # pyright says: Cannot access attribute "upper_limits" for class "TableLightCurve[DataFrame]"
    str(light_curve.upper_limits)

    # mypy says: expression has type "dict[str, list[Detection]]"
    # pyright says: "dict[str, list[Detection]]" is not assignable to "list[Detection]"
    several: list[Detection] = await client.query_detections([OID])

    str(several)


def the_client() -> None:
    # mypy says: Unexpected keyword argument "ZTF_URL"
    # pyright says: No parameter named "ZTF_URL"
    # ty says: nothing
    AsyncAlerce(ZTF_URL="https://example.org")

    # mypy says: Argument "ZTF_API_URL" to "AsyncAlerce" has incompatible type "int"
    # pyright says: cannot be assigned to parameter "ZTF_API_URL" of type "str"
    AsyncAlerce(ZTF_API_URL=5)

    # mypy says: Dict entry 0 has incompatible type "str": "int"
    # pyright says: cannot be assigned to parameter "ZTF_ROUTES"
    AsyncAlerce(ZTF_ROUTES={"objects": 5})

    # mypy says: Unexpected keyword argument "ZTF_API_URL" for "with_options"
    # pyright says: No parameter named "ZTF_API_URL"
    # ty says: nothing
    AsyncAlerce().with_options(ZTF_API_URL="https://example.org")

    # mypy says: has no attribute "query_everything"
    # pyright says: Cannot access attribute "query_everything"
    AsyncAlerce().query_everything()


async def lsst(client: AsyncAlerce) -> None:
    # mypy says: Argument 1 to "query_detections" of "AsyncLsst" has incompatible type "float"
    # pyright says: cannot be assigned to parameter "oid"
    await client.lsst.query_detections(3.139e17)

    # mypy says: Unexpected keyword argument "ndet"
    # pyright says: cannot be assigned to parameter "ndet"
    await client.lsst.query_objects(ndet=5)

    # mypy says: Argument "n_det" to "query_objects" of "AsyncLsst" has incompatible type "str"
    # pyright says: cannot be assigned to parameter "n_det"
    await client.lsst.query_objects(n_det="5")

    # mypy says: Unexpected keyword argument "survey"
    # pyright says: cannot be assigned to parameter "survey"
    await client.lsst.query_object(313900000000000001, survey="lsst")
