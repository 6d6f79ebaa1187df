"""Sending requests and receiving answers.

Time limits, retries, the rate limit, the cache, the size limit, redirects, logs, the mapping
from a status to an error, and everything else that uses httpx belong here.

The package consists of httpx transports, each of which wraps the next. A request passes the
cache, the time limit, retries, redirects, the rate limit, events, connection slots and the
size limit, and is then sent by an httpx client, either the user's or one made here. The
transports are in `_async`, from which `_sync` is derived; code that both use is beside them.
"""
