"""How a request leaves and an answer comes back.

Time limits, retries, the rate limit, the cache, the size limit, redirects, logs and
the error that a status means belong here, and everything that touches httpx.

What is ours are transports in httpx's sense, one in the other: a request goes from the
cache through the time limit, retries, redirects, rate limit, events, free connections
and the size limit to an httpx client, the program's own or one made here. They stand in
`_async`, from which `_sync` is derived; what both need stands beside them.
"""
