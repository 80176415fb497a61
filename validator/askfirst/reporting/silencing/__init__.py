"""Leave notes and warnings out of a report; nothing leaves out an error."""

from askfirst.reporting.silencing.baseline import Baseline, NoBaseline
from askfirst.reporting.silencing.comments import by_comments
from askfirst.reporting.silencing.selection import NotSelectable, Selection

__all__ = ["Baseline", "NoBaseline", "NotSelectable", "Selection", "by_comments"]
