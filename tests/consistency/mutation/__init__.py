"""Change the rooms `decision` and `rules` in every small way, and see whether a test notices."""
