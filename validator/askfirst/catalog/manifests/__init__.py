"""Read the manifests of data sets: which track each row names, whatever it is written in."""

from askfirst.catalog.manifests.kinds import Kind, NotAManifest
from askfirst.catalog.manifests.opening import inputs, manifest, rows
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow

__all__ = ["Kind", "ManifestPiece", "ManifestRow", "NotAManifest", "inputs", "manifest", "rows"]
