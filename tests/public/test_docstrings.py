"""The examples in the docstrings run with the sandbox, and give the results shown."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator

import pytest

import alerce
from alerce import Alerce, exceptions
from alerce import lightcurves as both_surveys
from alerce._sync.lsst import Lsst
from alerce.astronomy import photometry
from alerce.results import lightcurves, lsst_lightcurves
from alerce.sandbox import Sandbox


def examples() -> Iterator[doctest.DocTest]:
    finder = doctest.DocTestFinder(recurse=False)
    yield from finder.find(Alerce, "Alerce", globs={})
    for name, member in inspect.getmembers(Alerce):
        if not name.startswith("_"):
            yield from finder.find(member, f"Alerce.{name}", globs={})
    for kind in (lightcurves.TableLightCurve, lsst_lightcurves.LsstLightCurve, Lsst):
        yield from finder.find(kind, kind.__name__, globs={})
        for name, member in inspect.getmembers(kind):
            if name in vars(kind) and not name.startswith("_"):
                yield from finder.find(member, f"{kind.__name__}.{name}", globs={})
    for module, function in (
        (photometry, photometry.ab_flux),
        (photometry, photometry.ab_magnitude),
        (both_surveys, both_surveys.merge_surveys),
    ):
        name = f"{module.__name__}.{function.__name__}"
        yield from finder.find(function, name, globs=vars(module).copy())
    for name in exceptions.__all__:
        yield from finder.find(getattr(exceptions, name), f"exceptions.{name}", globs={})


EXAMPLES = {test.name: test for test in examples() if test.examples}


@pytest.mark.parametrize("name", EXAMPLES)
def test_docstring_example_runs(name: str, client: Alerce, sandbox: Sandbox) -> None:
    test = EXAMPLES[name]
    test.globs.update(client=client, sandbox=sandbox, alerce=alerce)
    output: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=output.append)
    assert not runner.failures, "".join(output)


def test_every_method_has_an_example() -> None:
    methods = {
        f"{face.__name__}.{name}"
        for face in (Alerce, Lsst)
        for name, _ in inspect.getmembers(face, inspect.isfunction)
        if name.startswith(("query", "get", "plot", "catshtm", "send"))
    }
    assert methods <= EXAMPLES.keys()
