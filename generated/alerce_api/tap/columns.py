"""Columns of the tables, in the order of the contract."""
