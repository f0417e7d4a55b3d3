from importlib import import_module

from django.contrib.admin.apps import AdminConfig

PAGES = ("events", "people", "series", "imports")


class ArchiveAdminConfig(AdminConfig):
    default_site = "transcripts.admin.site.ArchiveSite"

    def ready(self) -> None:
        super().ready()
        # This package holds the app's configuration, so it is imported before the models are there:
        # autodiscovery finds nothing in it, and the pages register here.
        for page in PAGES:
            import_module(f"transcripts.admin.{page}")
