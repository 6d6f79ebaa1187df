"""Astronomy that is independent of the services: photometry and pictures.

The functions take numbers and rows, make no requests, and name the source of each formula.
"""
