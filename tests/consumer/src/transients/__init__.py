"""Supernova candidates of the day, for a small survey's own follow-up."""

from transients.service import AsyncCandidates, Candidate, Candidates

__all__ = ["AsyncCandidates", "Candidate", "Candidates"]
