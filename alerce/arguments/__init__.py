"""What users pass, made plain before any request is built.

Units, coordinates, ranges, identifiers, formats and the filters of queries belong
here. Each function takes the argument's name, so that its error names it.
"""
