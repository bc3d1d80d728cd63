"""The demo catalogue."""

EXAMPLE_SKU = "MRL-TS-NAVY-M"
"""A SKU of the demo catalogue, so that whoever tries an example gets an answer."""
