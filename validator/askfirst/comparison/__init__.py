"""Say what a change of a document widens and what it narrows."""
