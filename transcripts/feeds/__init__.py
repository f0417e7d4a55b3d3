"""A search as a feed: what became public last, each answer with the question that it answers."""
