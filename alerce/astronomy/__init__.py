"""What astronomy knows and no service: photometry, positions, pictures.

Functions here take numbers and rows, ask nobody, and name the source of each formula.
"""
