"""Errors of the generated functions."""


class UnexpectedStatus(Exception):  # noqa: N818 - the name that generated clients use
    """An answer that the contract does not describe, if the client is set to raise on it.

    Parameters
    ----------
    status_code : int
        Status of the answer.
    content : bytes
        Its body.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        self.status_code = status_code
        self.content = content
        super().__init__(
            f"Unexpected status {status_code}, the body being:\n{content.decode(errors='replace')}"
        )

    def __reduce__(self) -> tuple[type["UnexpectedStatus"], tuple[int, bytes]]:
        return type(self), (self.status_code, self.content)
