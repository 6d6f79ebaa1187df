"""From rows and columns to what the caller asked for.

The formats, the column metadata that goes with them, and the classes that users hold
in their hands (light curves, summaries) belong here: one module a service for its
kinds of rows, one a form for how it is made.
"""
