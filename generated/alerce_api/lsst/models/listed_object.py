from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, as_dict

T = TypeVar("T", bound="ListedObject")


@_attrs_define
class ListedObject:
    """An object as a list shows it, with the class that its row is about."""

    oid: int
    """ Identifier of the object, 18 digits. """
    tid: int
    """ Identifier of the telescope. """
    sid: int
    """ Kind of object, 1 beyond, 2 within the solar system. """
    meanra: float
    """ Mean right ascension of the detections. """
    meandec: float
    """ Mean declination of the detections. """
    sigmara: float | None
    """ Standard deviation of the right ascensions. """
    sigmadec: float | None
    """ Standard deviation of the declinations. """
    firstmjd: float
    """ MJD (TAI) of the first detection. """
    lastmjd: float
    """ MJD (TAI) of the last detection. """
    deltamjd: float
    """ Time between the first and the last detection. """
    n_det: int
    """ Number of detections. """
    n_forced: int
    """ Number of forced measurements. """
    n_non_det: int
    """ Number of non-detections. """
    stellar: bool | None
    """ Whether the object is likely a star. """
    class_name: None | str
    """ Class given by the classifier, of the ranking asked for. """
    classifier_name: None | str
    """ Classifier that gave the class. """
    classifier_version: None | str
    """ Version of the classifier. """
    probability: float | None
    """ Probability of the class. """
    ranking: int | None
    """ Rank of the class in its classifier, 1 the most probable. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "oid": self.oid,
            "tid": self.tid,
            "sid": self.sid,
            "meanra": self.meanra,
            "meandec": self.meandec,
            "sigmara": as_dict(self.sigmara),
            "sigmadec": as_dict(self.sigmadec),
            "firstmjd": self.firstmjd,
            "lastmjd": self.lastmjd,
            "deltamjd": self.deltamjd,
            "n_det": self.n_det,
            "n_forced": self.n_forced,
            "n_non_det": self.n_non_det,
            "stellar": as_dict(self.stellar),
            "class_name": as_dict(self.class_name),
            "classifier_name": as_dict(self.classifier_name),
            "classifier_version": as_dict(self.classifier_version),
            "probability": as_dict(self.probability),
            "ranking": as_dict(self.ranking),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        oid = d.pop("oid", MISSING)

        tid = d.pop("tid", MISSING)

        sid = d.pop("sid", MISSING)

        meanra = d.pop("meanra", MISSING)

        meandec = d.pop("meandec", MISSING)

        sigmara = cast(float | None, d.pop("sigmara", MISSING))

        sigmadec = cast(float | None, d.pop("sigmadec", MISSING))

        firstmjd = d.pop("firstmjd", MISSING)

        lastmjd = d.pop("lastmjd", MISSING)

        deltamjd = d.pop("deltamjd", MISSING)

        n_det = d.pop("n_det", MISSING)

        n_forced = d.pop("n_forced", MISSING)

        n_non_det = d.pop("n_non_det", MISSING)

        stellar = cast(bool | None, d.pop("stellar", MISSING))

        class_name = cast(None | str, d.pop("class_name", MISSING))

        classifier_name = cast(None | str, d.pop("classifier_name", MISSING))

        classifier_version = cast(None | str, d.pop("classifier_version", MISSING))

        probability = cast(float | None, d.pop("probability", MISSING))

        ranking = cast(int | None, d.pop("ranking", MISSING))

        listed_object = cls(
            oid=oid,
            tid=tid,
            sid=sid,
            meanra=meanra,
            meandec=meandec,
            sigmara=sigmara,
            sigmadec=sigmadec,
            firstmjd=firstmjd,
            lastmjd=lastmjd,
            deltamjd=deltamjd,
            n_det=n_det,
            n_forced=n_forced,
            n_non_det=n_non_det,
            stellar=stellar,
            class_name=class_name,
            classifier_name=classifier_name,
            classifier_version=classifier_version,
            probability=probability,
            ranking=ranking,
        )

        listed_object.additional_properties = d
        return listed_object

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
