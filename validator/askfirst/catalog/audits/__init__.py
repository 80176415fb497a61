"""Audit a data set: an answer for each row of its manifest, and evidence that others can replay."""
