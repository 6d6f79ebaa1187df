"""The synchronous transports, derived from alerce/http/_async by scripts/derive: do not edit."""
