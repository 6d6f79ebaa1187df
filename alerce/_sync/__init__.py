"""The synchronous client, derived from alerce/_async by scripts/derive: do not edit."""
