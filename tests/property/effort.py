"""Say how many examples a property tries that is quick to check."""

from hypothesis import settings

__all__ = ["MANY"]

#: Five times as many as the profile says.
MANY = settings(max_examples=5 * settings().max_examples)
