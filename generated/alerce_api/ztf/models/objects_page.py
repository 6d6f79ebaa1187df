from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.listed_object import ListedObject


T = TypeVar("T", bound="ObjectsPage")


@_attrs_define
class ObjectsPage:
    """One page of listed objects."""

    total: int | None
    """ Number of rows on all pages, at most 50001; null unless counted. """
    page: None
    """ Always null. """
    next_: int | None
    """ Number of the next page; null on the last one and unless counted. """
    has_next: bool
    """ Whether a next page exists; always false unless counted. """
    prev: int | None
    """ Number of the page before; null on the first one. """
    has_prev: bool
    """ Whether a page comes before this one. """
    items: list[ListedObject]
    """ The rows. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "total": as_dict(self.total),
            "page": self.page,
            "next": as_dict(self.next_),
            "has_next": self.has_next,
            "prev": as_dict(self.prev),
            "has_prev": self.has_prev,
            "items": as_dict(self.items),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.listed_object import ListedObject  # noqa: PLC0415

        d = dict(src_dict)
        total = cast(int | None, d.pop("total", MISSING))

        page = d.pop("page", MISSING)

        next_ = cast(int | None, d.pop("next", MISSING))

        has_next = d.pop("has_next", MISSING)

        prev = cast(int | None, d.pop("prev", MISSING))

        has_prev = d.pop("has_prev", MISSING)

        _items: Any = d.pop("items", MISSING)
        items: list[ListedObject]
        if _items is None or isinstance(_items, Unset):
            items = cast(Any, _items)
        else:
            items = []
            for items_item_data in _items:
                _items_item: Any = items_item_data
                items_item: ListedObject
                if _items_item is None or isinstance(_items_item, Unset):
                    items_item = cast(Any, _items_item)
                else:
                    items_item = ListedObject.from_dict(_items_item)

                items.append(items_item)

        objects_page = cls(
            total=total,
            page=page,
            next_=next_,
            has_next=has_next,
            prev=prev,
            has_prev=has_prev,
            items=items,
        )

        objects_page.additional_properties = d
        return objects_page

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
