"""From rows and columns to the results of calls.

The return formats, their column metadata, and the classes of results (light curves,
summaries) belong here: a module for the kinds of rows of each service, and a module for
each class of results.
"""
