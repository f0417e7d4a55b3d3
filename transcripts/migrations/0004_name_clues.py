"""The clues of the names that the archive has already, so that new names are compared with them."""

from django.db import migrations

from transcripts.text.naming import outlet_clues, person_clues

BATCH = 2_000


def give_clues(apps, schema_editor):
    for owner, clues_of in (("Person", person_clues), ("Organization", outlet_clues)):
        _give(apps, schema_editor.connection.alias, owner, clues_of)


def _give(apps, database, owner, clues_of):
    alias, clue = apps.get_model("transcripts", f"{owner}Alias"), apps.get_model("transcripts", f"{owner}Clue")
    names = alias.objects.using(database).order_by("pk").values_list("pk", "name").iterator(BATCH)
    rows = [clue(alias_id=pk, key=key) for pk, name in names for key in sorted(clues_of(name))]
    clue.objects.using(database).bulk_create(rows, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("transcripts", "0003_merges")]

    operations = [migrations.RunPython(give_clues, migrations.RunPython.noop, elidable=True)]
