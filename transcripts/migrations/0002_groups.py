"""Two groups: editors prepare what publishers let readers see."""

from django.db import migrations

EDITORS = {
    "event": ("add", "change", "delete", "view"),
    "turn": ("add", "change", "view"),
    "exchange": ("add", "change", "view"),
    "series": ("add", "change", "view"),
    "person": ("add", "change", "view"),
    "organization": ("add", "change", "view"),
    "personalias": ("add", "change", "delete", "view"),
    "organizationalias": ("add", "change", "delete", "view"),
    "revision": ("view",),
    "sourcefile": ("add", "view"),
}
PUBLISH = ("event", "publish_event", "Can publish and withdraw events")


def make_groups(apps, schema_editor):
    database = schema_editor.connection.alias
    group = apps.get_model("auth", "Group")
    editors, _made = group.objects.using(database).get_or_create(name="Editors")
    publishers, _made = group.objects.using(database).get_or_create(name="Publishers")
    allowed = [
        _permission(apps, database, model, f"{verb}_{model}", f"Can {verb} {_spoken(apps, model)}")
        for model, verbs in EDITORS.items()
        for verb in verbs
    ]
    editors.permissions.add(*allowed)
    publishers.permissions.add(*allowed, _permission(apps, database, *PUBLISH))


def _permission(apps, database, model, codename, name):
    """Django makes permissions only after the last migration; it leaves alone those that are there by then."""
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.using(database).get_or_create(
        app_label="transcripts", model=model
    )
    permission, _made = apps.get_model("auth", "Permission").objects.using(database).get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return permission


def _spoken(apps, model):
    return str(apps.get_model("transcripts", model)._meta.verbose_name)


class Migration(migrations.Migration):
    dependencies = [
        ("transcripts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop, elidable=False)]
