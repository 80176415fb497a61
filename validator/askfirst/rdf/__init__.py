"""Documents as graphs and graphs as documents, without loss and without the network."""

from askfirst.rdf.problems import NoGraph, NoGraphLibrary, NotADocument

try:
    from askfirst.rdf.document import from_graph
    from askfirst.rdf.graph import to_graph
except ModuleNotFoundError as error:
    raise NoGraphLibrary(
        'graphs are read and written with pyoxigraph: pip install "askfirst[rdf]"'
    ) from error

__all__ = ["NoGraph", "NoGraphLibrary", "NotADocument", "from_graph", "to_graph"]
