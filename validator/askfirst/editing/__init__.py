"""Change texts where they say something else, and keep their comments, order and layout."""

from askfirst.editing.changing import changes
from askfirst.editing.edits import Edit, EditFailed, apply
from askfirst.editing.manuscript import Manuscript, read
from askfirst.editing.parts import deleted, inserted, replaced
from askfirst.editing.updating import updated
from askfirst.editing.writing import yaml_text
from askfirst.reading.problems import Unreadable

__all__ = [
    "Edit",
    "EditFailed",
    "Manuscript",
    "Unreadable",
    "apply",
    "changes",
    "deleted",
    "inserted",
    "read",
    "replaced",
    "updated",
    "yaml_text",
]
