from django.contrib.admin import AdminSite


class ArchiveSite(AdminSite):
    pass
