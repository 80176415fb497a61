"""Name the exit codes; where several hold, the highest wins."""

__all__ = ["CONFORMS", "COULD_NOT_LOOK", "ERRORS"]

CONFORMS = 0
ERRORS = 1
COULD_NOT_LOOK = 2
