"""The asynchronous half of `alerce.http`: transports in httpx's sense, one inside the other.

`sender` stacks them; `alerce.http._sync` is derived from here by scripts/derive.
"""
