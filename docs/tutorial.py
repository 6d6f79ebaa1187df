# %% [markdown]
# # From a query to a figure
#
# This notebook is text: jupytext opens it in Jupyter, editors run it cell by cell, and
# `python docs/tutorial.py` runs all of it. It asks the embedded sandbox, so that it needs no
# network; for the broker itself leave out the sandbox: `client = Alerce()`.

# %%
from pathlib import Path
from tempfile import mkdtemp

import matplotlib.pyplot as plt
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.table import QTable, Table
from astropy.time import Time

from alerce import Alerce
from alerce.sandbox import Sandbox

folder = Path(mkdtemp())
sandbox = Sandbox()
sandbox.start()
client = Alerce(**sandbox.config)

# %% [markdown]
# ## Objects
#
# Filters take what astronomers have: dates as `Time`, angles with their unit. Tables come with
# unit, UCD and description on each column.

# %%
candidates = client.query_objects(
    format="votable",
    classifier="lc_classifier",
    class_name="SNIa",
    probability=0.3,
    firstmjd=Time("2018-06-01"),
    order_by="probability",
    order_mode="DESC",
    page_size=20,
    latest_version=True,
)
candidates["oid", "ndet", "firstmjd", "meanra", "meandec", "probability"].info()

# %% [markdown]
# ## Around positions
#
# A `SkyCoord` in any frame stands for ra and dec. With several, each row says in `input_index`
# which of them it answers.

# %%
positions = SkyCoord(candidates["meanra"], candidates["meandec"])
matches = client.catshtm_crossmatch_many(
    positions.galactic, radius=10 * u.arcsec, catalog_name="GAIA/DR1", format="votable"
)
print(matches["input_index", "RA", "Dec", "MagG", "distance"])

# %% [markdown]
# ## A light curve
#
# Detections and upper limits in one table, with AB fluxes that are negative where the source is
# fainter than in the reference image. What the service marks by its sentinel 100 is missing.

# %%
oid = str(candidates["oid"][0])
light_curve = client.query_lightcurve(oid, format="votable")
epochs = light_curve.merged(flux_unit="mJy")
print(QTable(epochs)["mjd", "band", "detected", "magpsf", "flux_diff", "diffmaglim"][:8])

# %% [markdown]
# As a `TimeSeries` it goes on to `astropy.timeseries`.

# %%
series = light_curve.to_timeseries()
print(series.time[0].iso, series["flux_diff"][0])

# %% [markdown]
# ## Files for TOPCAT and its kin

# %%
epochs.write(folder / "epochs.vot", format="votable")
again = Table.read(folder / "epochs.vot")
print(again["magpsf"].unit, again["magpsf"].meta["ucd"], again["magpsf"].description)

# %% [markdown]
# ## Wide tables
#
# One row an object, for machine learning.

# %%
oids = [str(each) for each in candidates["oid"][:5]]
features = client.query_features(oids, format="pandas", wide=True, index="oid")
print(features.iloc[:, :5])

# %% [markdown]
# ## Figures
#
# A light curve is drawn in apparent magnitudes where the photometry is corrected for the source in
# the reference image, and in fluxes of the difference otherwise; `brightness` chooses. A notebook
# shows a figure at the end of a cell, and `figure.show()` shows it in a loop or a script. Every
# picture takes `ax`.

# %%
figure = plt.figure(figsize=(12, 4), layout="constrained")
left, right = figure.subplots(1, 2, width_ratios=(2, 1))
client.plot_lightcurve(oid, ax=left)
client.plot_probabilities(oid, ax=right)
figure.savefig(folder / "candidate.png")

# %% [markdown]
# A variable star, folded with the period that the broker found.

# %%
variables = client.query_objects(
    classifier="lc_classifier", class_name="RRL", page_size=1, latest_version=True
)
folded = client.plot_lightcurve(variables.oid[0], fold=True)
folded.savefig(folder / "folded.png")

# %%
stamps = client.plot_stamps(oid)
client.get_stamps(oid).writeto(folder / "stamps.fits")

# %% [markdown]
# At the end of a cell in a notebook, an object's summary shows itself with a small light curve.

# %%
summary = client.query_summary(oid)
print(summary)

# %%
client.close()
sandbox.stop()
