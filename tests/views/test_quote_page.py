"""Quote check as readers and programs see it."""

import re

import pytest
from haystack import connections

pytestmark = pytest.mark.django_db


def page(client, text="", status=200):
    response = client.get("/quote/", {"text": text} if text else {})
    assert response.status_code == status
    return response.content.decode()


def record(client, text):
    return client.get("/quote.json", {"text": text}).json()


def verdict(text):
    return re.search(r'<h2 class="verdict".*?>(.*?)</h2>', text, re.DOTALL)[1].strip()


@pytest.fixture
def answer(harbour):
    return harbour.turns.filter(kind="answer").first()


@pytest.fixture
def words(answer):
    """An answer as it stands."""
    return answer.text.rstrip(".")


def test_the_page_asks_for_words_and_works_without_any(client, harbour):
    text = page(client)
    assert '<textarea id="text" name="text"' in text
    assert "verdict" not in text


def test_it_stands_in_the_navigation(client, harbour):
    assert 'href="/quote/" aria-current="page"' in page(client)
    assert 'href="/quote/"' in client.get("/").content.decode()


def test_words_that_were_said_are_marked_and_linked(client, answer, words):
    text = page(client, words)
    assert verdict(text) == "Said, word for word"
    assert f"<mark>{words}" in text
    assert f'href="/t/{answer.public_id}/?quote=' in text
    assert "All 5 words, in this order." in text


def test_its_link_marks_these_words_on_the_turn_page(client, answer, words):
    marked = re.search(r'class="permalink" href="([^"]+)"', page(client, words))[1]
    assert '<mark id="quote">' in client.get(marked.replace("&amp;", "&")).content.decode()


def test_differences_are_struck_and_underlined(client, answer, words):
    text = page(client, words.replace("breakwater", "zebra"))
    assert verdict(text) == "Said in nearly these words"
    assert re.search(r"<del>zebra\s*</del>", text)
    assert "<ins>breakwater</ins>" in text


def test_an_answer_stands_under_the_question(client, answer, words):
    question = answer.exchange.turns.get(kind="question")
    text = page(client, words)
    assert text.index(question.text[:20]) < text.index("<mark>")


def test_not_found_never_says_that_it_was_not_said(client, harbour):
    text = page(client, "the zebras of the city zoo are striped")
    assert verdict(text) == "Not found"
    assert "They may have been said elsewhere" in text
    assert re.search(r"Searched: all \d+ turns that are public today, from .* until ", text)


def test_what_is_pasted_is_escaped_wherever_it_is_shown(client, harbour):
    assert "<b>x" not in page(client, "<b>x</b> is </textarea><b>x</b> open")


def test_what_was_said_is_escaped_too(client, harbour):
    text = page(client, "harbour is <open>")
    assert "<open>" not in text


def test_a_paste_that_is_too_long_is_told_so(client, harbour):
    assert "more than 5,000 characters" in page(client, "word " * 1_200)


def test_the_same_as_data(client, answer, words):
    found = record(client, words)
    (quote,) = found["quotes"]
    (place, *_others) = quote["places"]
    assert (quote["verdict"], quote["times"], quote["text"]) == ("verbatim", 1, words)
    assert (place["id"], place["said"], place["score"]) == (answer.public_id, words, 1.0)
    assert place["words"] == {"quoted": 5, "same": 5, "spelled": 0, "moved": 0, "added": 0}
    assert place["marked"][0].startswith(f"http://testserver/t/{answer.public_id}/?quote=")
    assert "".join(step["text"] for step in place["differences"]) == words
    assert found["searched"]["turns"] == answer.event.turns.count()


def test_without_words_the_data_are_empty(client, harbour):
    assert record(client, "")["quotes"] == []


def test_a_broken_index_is_a_page_that_says_so(client, harbour, tmp_path, monkeypatch):
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(tmp_path / "nothing"))
    connections.reload("default")
    assert "out of order" in page(client, "some words", status=503)
    assert client.get("/quote.json", {"text": "some words"}).status_code == 503


def test_a_quote_takes_few_queries(client, answer, words, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        page(client, words.replace("breakwater", "zebra"))
