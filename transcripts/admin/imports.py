"""Imports: give many files at once, and watch what becomes of each."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from transcripts.admin.import_form import ImportForm
from transcripts.admin.permissions import may_publish, need
from transcripts.admin.queue import choices_of, files_of, progress_of
from transcripts.admin.taking_in import take_in
from transcripts.import_jobs import KEPT_DAYS, cancel_job, retry_job, start_worker
from transcripts.models import ImportedFile, ImportJob

ADD_PAGE = "admin/transcripts/importjob/add.html"
QUEUE_PAGE = "admin/transcripts/importjob/queue.html"
QUEUE_PART = "admin/transcripts/parts/queue.html"


@admin.register(ImportJob)
class ImportAdmin(admin.ModelAdmin):
    list_display = ("__str__", "created_by", "series", "files_shown", "unfinished_shown", "failed_shown")
    list_select_related = ("series", "created_by")
    change_list_template = "admin/transcripts/importjob/list.html"
    actions = None

    # Whoever may add one transcript may add many.

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("transcripts.add_event")

    def has_view_permission(self, request: HttpRequest, obj: ImportJob | None = None) -> bool:  # noqa: ARG002
        return self.has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: ImportJob | None = None) -> bool:  # noqa: ARG002
        return self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: ImportJob | None = None) -> bool:  # noqa: ARG002
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportJob]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                file_count=Count("files"),
                unfinished=Count("files", filter=Q(files__state__in=ImportedFile.UNFINISHED)),
                failed=Count("files", filter=Q(files__state=ImportedFile.State.FAILED)),
            )
        )

    @admin.display(description=gettext_lazy("files"))
    def files_shown(self, job: ImportJob) -> int:
        return job.file_count

    @admin.display(description=gettext_lazy("unfinished"))
    def unfinished_shown(self, job: ImportJob) -> int:
        return job.unfinished

    @admin.display(description=gettext_lazy("failed"))
    def failed_shown(self, job: ImportJob) -> int:
        return job.failed

    # The pages

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context=None) -> HttpResponse:  # noqa: ARG002 - Django's signature
        need(self.has_add_permission(request))
        if request.method != "POST":
            return self._add_page(request, ImportForm(may_publish=may_publish(request)))
        form = ImportForm(request.POST, request.FILES, may_publish=may_publish(request))
        if not form.is_valid():
            return self._refused(request, form)
        job = take_in(request, form.cleaned_data)
        if request.accepts("text/html"):
            return HttpResponseRedirect(job.get_absolute_url())
        return JsonResponse({"job": job.pk, "page": job.get_absolute_url()})

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None) -> HttpResponse:  # noqa: ARG002
        need(self.has_view_permission(request))
        job = self.get_object(request, unquote(object_id))
        if job is None:
            raise Http404(_("There is no import of that number."))
        if request.method == "POST":
            _decide(request, job)
            return HttpResponseRedirect(request.get_full_path())
        # A worker that died, or a machine that was started again: whoever looks sets it going.
        start_worker()
        context = {
            **self.admin_site.each_context(request),
            "title": str(job),
            "opts": self.opts,
            "job": job,
            "progress": progress_of(job),
            "choices": choices_of(job, request.GET.get("show", "all")),
            "files": files_of(job, request.GET.get("show", "all"), request.GET.get("page")),
            "show": request.GET.get("show", "all"),
            "kept_days": KEPT_DAYS,
        }
        return TemplateResponse(request, QUEUE_PART if request.htmx else QUEUE_PAGE, context)

    def _add_page(self, request: HttpRequest, form: ImportForm) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import many files"),
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "largest": settings.MAX_SOURCE_BYTES,
        }
        return TemplateResponse(request, ADD_PAGE, context)

    def _refused(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        if request.accepts("text/html"):
            return self._add_page(request, form)
        said = [message for several in form.errors.values() for message in several]
        return JsonResponse({"error": " ".join(said)}, status=400)


def _decide(request: HttpRequest, job: ImportJob) -> None:
    if request.POST.get("do") == "cancel":
        count = cancel_job(job)
        messages.success(request, ngettext("%d file is cancelled.", "%d files are cancelled.", count) % count)
    elif request.POST.get("do") == "retry":
        # The rights of the import are those of its giver: one who may not publish must not set it going again.
        need(may_publish(request) or not (job.publish or job.may_correct_published))
        count = retry_job(job)
        messages.success(request, ngettext("%d file is in line again.", "%d files are in line again.", count) % count)
