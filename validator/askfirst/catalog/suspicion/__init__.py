"""Tell quickly what the rules find in a document of the right shape, or may find.

A suspicion is no finding: whoever has one asks the rule. Where there is none the rule finds
nothing, which a property holds for every rule. What rules found in a part that catalogs repeat,
such as the same lists of uses, is kept and known. A rule that no module here knows is always asked.
"""

from askfirst.catalog.suspicion.suspects import suspects

__all__ = ["suspects"]
