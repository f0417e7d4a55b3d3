"""In which language a transcript is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

SAMPLE = 6000
FEWEST_LETTERS = 40
# Those that press offices publish in; a smaller choice makes short texts surer.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi",
    "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "mt", "nl", "nb", "pl", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


def detect_language(texts: Iterable[str]) -> str:
    """ISO 639-1 code of the language, "" where there is too little text to tell."""
    sample, length = [], 0
    for text in texts:
        sample.append(text[:SAMPLE])
        length += len(text)
        if length >= SAMPLE:
            break
    joined = " ".join(sample)[:SAMPLE]
    if sum(character.isalpha() for character in joined) < FEWEST_LETTERS:
        return ""
    language, _score = _identifier().classify(joined)
    return str(language)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([language for language in LANGUAGES if language in known])
    return identifier
