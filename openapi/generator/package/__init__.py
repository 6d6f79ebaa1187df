"""Clients, rows and column tables of the ALeRCE services, one subpackage each.

``scripts/regenerate`` writes this package from the contracts in ``openapi/``, and edits are
lost. Modules are imported when they are first used.
"""
