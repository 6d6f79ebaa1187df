"""The synchronous face, derived from alerce/_async by scripts/derive: do not edit."""
