"""Answer a Request a second time, as naively as design 2.1 to 2.3 can be read.

It was written without a look at `askfirst.decision`, so that the two can be held against each
other. There are no caches, no order and no cleverness: a quantifier of the design is a loop here.
"""

from tests.property.naive.deciding import decide

__all__ = ["decide"]
