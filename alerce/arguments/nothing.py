"""The type of `alerce.arguments.refusal` as mypy sees it."""

from typing import Never, Protocol, TypeAlias, TypeVar

KindT_co = TypeVar("KindT_co", covariant=True)


class NothingElse(Protocol[KindT_co]):
    """Looks like any object while its parameter is left out, and is none with ``Never``."""

    @property  # type: ignore[misc] # the class of any other object can be set
    def __class__(self) -> type[KindT_co]: ...  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]


Refused: TypeAlias = NothingElse[Never]
