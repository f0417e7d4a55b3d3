"""People and organizations, and the names they are printed under."""

from __future__ import annotations

from transcripts.identities import resolve_people
from transcripts.models import Organization, Person


def form_of(person: Person, **aliases: str) -> dict[str, str]:
    """The page of one person with the names it has, and new ones behind them."""
    names = list(person.aliases.all())
    fields = {
        "name": person.name,
        "aliases-TOTAL_FORMS": len(names) + len(aliases),
        "aliases-INITIAL_FORMS": len(names),
    }
    for index, alias in enumerate(names):
        fields |= {
            f"aliases-{index}-id": alias.pk,
            f"aliases-{index}-person": person.pk,
            f"aliases-{index}-name": alias.name,
        }
    for index, name in enumerate(aliases.values(), start=len(names)):
        fields |= {f"aliases-{index}-person": person.pk, f"aliases-{index}-name": name}
    return fields


def door(person: Person) -> str:
    return f"/admin/transcripts/person/{person.pk}/change/"


def test_the_list_counts_turns(edda, draft):
    page = edda.get("/admin/transcripts/person/", {"q": "lind"}).content.decode()
    assert "Bo Lind" in page
    assert '<td class="field-turns_shown">2</td>' in page


def test_another_name_leads_to_the_same_person(edda, draft):
    ada = Person.objects.get(name="Ada Holm")
    edda.post(door(ada), form_of(ada, new="A. M. Holm"))
    assert resolve_people(["a m holm"]) == {"a m holm": ada}


def test_a_name_of_somebody_else_is_refused_and_says_whose(edda, draft):
    ada = Person.objects.get(name="Ada Holm")
    page = edda.post(door(ada), form_of(ada, new="BO LIND")).content.decode()
    assert "is already a name of “Bo Lind”" in page
    page = edda.post(door(ada), {**form_of(ada), "name": "Bo Lind"}).content.decode()
    assert "is already a name of “Bo Lind”" in page


def test_the_same_name_twice_is_refused(edda, draft):
    ada = Person.objects.get(name="Ada Holm")
    page = edda.post(door(ada), form_of(ada, new="Holm", again="HOLM")).content.decode()
    assert "Two of these are the same name" in page


def test_a_name_of_no_letters_is_refused(edda, draft):
    ada = Person.objects.get(name="Ada Holm")
    assert "A name has letters" in edda.post(door(ada), form_of(ada, new="–")).content.decode()


def test_a_person_renamed_is_still_the_one_that_old_and_new_names_lead_to(edda, draft):
    ada = Person.objects.get(name="Ada Holm")
    edda.post(door(ada), {**form_of(ada), "name": "Ada Holm-Sund"})
    assert set(resolve_people(["Ada Holm", "Ada Holm-Sund"]).values()) == {ada}
    assert Person.objects.filter(name__startswith="Ada").count() == 1


def test_names_are_offered_while_one_is_typed(edda, draft):
    assert edda.get("/admin/transcripts/event/names/people/", {"q": "dahl"}).json() == {"names": ["Cara Dahl"]}
    assert edda.get("/admin/transcripts/event/names/outlets/", {"q": "HARB"}).json() == {"names": ["Harbour Post"]}
    assert edda.get("/admin/transcripts/event/names/people/", {"q": ""}).json() == {"names": []}
    assert edda.get("/admin/transcripts/event/names/ships/", {"q": "a"}).status_code == 404


def test_one_who_spoke_is_not_deleted(admin_client, draft):
    post = Organization.objects.get(name="Harbour Post")
    assert admin_client.post(f"/admin/transcripts/organization/{post.pk}/delete/", {"post": "yes"}).status_code == 403
