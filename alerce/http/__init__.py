"""How a request leaves and an answer comes back.

Time limits, retries, the rate limit, the cache, the size limit, redirects, logs and
the error that a status means belong here, and everything that touches httpx.
"""
