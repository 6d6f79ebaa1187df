"""The text of HTML error pages."""

from __future__ import annotations

import contextlib
from html.parser import HTMLParser


def text_of(page: str) -> str:
    """Return the readable lines of an HTML page, once each, or the page if it cannot be parsed."""
    parser = _TextOfHTML()
    # The parser raises AssertionError for what it cannot parse.
    with contextlib.suppress(AssertionError):
        parser.feed(page)
        return parser.text()
    return page


class _TextOfHTML(HTMLParser):
    """Collects the readable lines of an error page, once each."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        line = " ".join(data.split())
        if line and not self._hidden and not any(line in known for known in self._lines):
            self._lines.append(line)

    def text(self) -> str:
        return " - ".join(self._lines)
