"""The source of both APIs: the asynchronous code, from which the synchronous one is derived.

Edit here and run ``scripts/derive``; never edit ``alerce/_sync``.
"""
