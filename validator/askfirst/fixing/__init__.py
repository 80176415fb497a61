"""Fix what has one right form, at the place where it stands, and widen nothing by it."""
