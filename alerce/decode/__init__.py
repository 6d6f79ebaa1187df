"""From the bytes of an answer to rows or columns.

The parsers belong here: JSON, CSV, Avro. They accept what the services really send.
"""
