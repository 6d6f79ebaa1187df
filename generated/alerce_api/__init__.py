"""Clients, rows and column tables of the ALeRCE services, one subpackage each.

Everything here is written by ``scripts/regenerate`` from the contracts in ``openapi/``;
edits are lost. Nothing is imported until it is asked for.
"""
