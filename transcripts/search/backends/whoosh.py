from haystack.backends.whoosh_backend import WhooshEngine  # noqa: F401
