"""From the bytes of an answer to rows or columns.

Parsers belong here: JSON, CSV, Avro. They take what the wire really carries.
"""
