"""``python -m alerce.sandbox``: serve until interrupted."""

import argparse
import contextlib
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from alerce.sandbox import Sandbox


def parser() -> argparse.ArgumentParser:
    """Return the command's arguments."""
    made = argparse.ArgumentParser(
        prog="python -m alerce.sandbox",
        description="Serve the ALeRCE services on loopback from made-up data or real alert packets.",
    )
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    made.add_argument("--port", type=int, default=0, help="port; 0 takes a free one (%(default)s)")
    made.add_argument(
        "--alerts", type=Path, metavar="DIR", help="serve the ZTF alert packets (*.avro) in DIR"
    )
    made.add_argument(
        "--latency", type=float, default=0.0, metavar="MS", help="milliseconds added to each answer"
    )
    made.add_argument(
        "--faults",
        type=Path,
        metavar="FILE",
        help="break answers as this JSON file says; see alerce.sandbox.faults",
    )
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; prints the configuration, one ``KEY=URL`` a line."""
    asked = parser().parse_args(arguments)
    with Sandbox(
        host=asked.host,
        port=asked.port,
        alerts=asked.alerts,
        latency=asked.latency / 1000,
        faults=asked.faults,
    ) as sandbox:
        lines = [f"{key}={value}" for key, value in sandbox.config.items()]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
