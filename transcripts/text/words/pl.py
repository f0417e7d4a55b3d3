"""Polish."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
POLISH = Vocabulary(
    askers=frozenset({
        "pytanie", "pytania", "dziennikarz", "dziennikarka", "dziennikarze", "reporter", "reporterka", "prasa",
        "głos z sali", "pytanie z sali", "głos z tyłu",
    }),
    answerers=frozenset({"odpowiedź"}),
    moderators=frozenset({
        "moderator", "moderatorka", "prowadzący", "prowadząca", "przewodniczący", "przewodnicząca",
    }),
    bystanders=frozenset({"tłumacz", "tłumaczka"}),
    offices=frozenset({
        "prezydent", "minister", "ministra", "premier", "wicepremier", "rzecznik", "rzeczniczka", "sekretarz",
        "komisarz", "ambasador", "dyrektor", "burmistrz", "wojewoda", "marszałek", "generał", "poseł", "posłanka",
        "senator",
    }),
    moderating_offices=frozenset({"rzecznik", "rzeczniczka", "moderator", "moderatorka", "prowadzący", "prowadząca"}),
    honorifics=frozenset({"pan", "pani"}),
    particles=frozenset({"ds.", "w", "z", "i"}),
    no_labels=frozenset({
        "temat", "tematy", "kontakt", "data", "miejsce", "uwaga", "tytuł", "źródło", "język", "przykład",
        "na przykład", "artykuł", "rozdział", "krok", "część", "tabela", "załącznik", "dzień", "punkt",
    }),
    sentence_words=frozenset({
        "jest", "są", "był", "była", "że", "to", "ale", "jeśli", "jak", "mój", "moja", "my", "wy", "nie",
        "taka", "taki",
    }),
    statuses=frozenset({"stenogram", "zapis"}),
    updated=frozenset({"zaktualizowano", "ostatnia aktualizacja"}),
    releases=frozenset({"opublikowano", "data publikacji"}),
    fields={
        "tytuł": "title", "data": "date", "miejsce": "venue", "źródło": "source", "język": "language",
        "ostatnia aktualizacja": "updated",
    },
    event_kinds={
        "konferencja prasowa": "press conference", "briefing": "briefing", "wywiad": "interview", "debata": "debate",
        "przemówienie": "speech", "wystąpienie": "speech", "oświadczenie": "remarks",
    },
    venues=frozenset({"sala", "pałac", "ministerstwo", "ratusz"}),
    salutations=frozenset({"dzień dobry", "dobry wieczór", "szanowni", "panie i panowie", "dziękuję", "witam"}),
    hand_overs=frozenset({"ostatnie pytanie", "następne pytanie", "pierwsze pytanie", "proszę bardzo"}),
    follow_ups=frozenset({"ale", "też"}),
    interjections=frozenset({"tak", "nie", "dziękuję", "dobrze"}),
    weekdays=frozenset({"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"}),
    trades=frozenset({"korespondent", "korespondentka", "dziennikarz", "dziennikarka"}),
    media=frozenset({"gazeta", "agencja", "telewizja", "radio"}),
    introductions=frozenset({"nazywam się"}),
    ends=frozenset({"koniec"}),
    closings=frozenset({"zobacz także", "zobacz też", "więcej informacji"}),
    inaudible=frozenset({"niezrozumiałe", "niesłyszalne"}),
    reactions=frozenset({"śmiech", "oklaski", "brawa"}),
)
# fmt: on
