"""English."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
ENGLISH = Vocabulary(
    askers=frozenset({
        "q", "q.", "question", "questions", "questioner", "journalist", "journalists", "reporter", "reporters",
        "press", "media", "correspondent", "audience", "audience member", "audience question",
        "member of the press", "unidentified reporter", "unknown reporter", "unnamed reporter", "male reporter",
        "female reporter", "male journalist", "female journalist", "unidentified journalist",
        "speaker from the floor", "from the floor", "the press", "several reporters", "inaudible question",
        "journo", "interviewer", "compere",
    }),
    answerers=frozenset({"a", "a.", "answer", "answers", "response"}),
    moderators=frozenset({
        "moderator", "the moderator", "host", "facilitator", "operator", "mc", "emcee", "master of ceremonies",
        "chair", "the chair", "chairperson", "chairman", "chairwoman", "announcer", "presenter", "anchor",
    }),
    bystanders=frozenset({
        "interpreter", "the interpreter", "translator", "participant", "participants", "aide", "staff", "staffer",
        "unidentified speaker", "unknown speaker", "unidentified", "speaker", "crowd", "voice of interpreter",
    }),
    voices=frozenset({
        "voice-over", "voiceover", "voice over", "narrator", "video", "male voice", "female voice", "voice", "voices",
        "man's voice", "woman's voice", "recording", "audio", "video voice-over",
    }),
    offices=frozenset({
        "president", "vice-president", "minister", "chancellor", "secretary", "secretary-general", "secretaries",
        "general", "spokesperson", "spokesman", "spokeswoman", "spokespeople", "commissioner", "ambassador",
        "governor", "mayor", "senator", "chair", "chairman", "chairwoman", "chairperson", "director",
        "director-general", "administrator", "coordinator", "advisor", "adviser", "representative", "envoy", "king",
        "queen", "prince", "princess", "pope", "admiral", "colonel", "commander", "captain", "officer", "chief",
        "leader", "treasurer", "premier", "speaker", "judge", "justice", "official", "officials", "deputy", "head",
        "moderator", "host", "editor", "ceo", "cfo", "manager", "coach", "rapporteur", "prosecutor", "registrar",
        "chairs", "taoiseach", "attorney", "surgeon", "professor", "archivist", "harbourmaster", "principal",
        "economist", "scientist", "meteorologist", "inspector", "superintendent", "sergeant", "lieutenant", "major",
        "marshal", "archbishop", "bishop", "warden", "keeper", "provost", "dean", "rector", "counsellor",
        "councillor", "undersecretary", "under-secretary", "auditor", "ombudsman", "engineer", "curator", "pm",
        "foreman", "steward", "convener", "convenor", "delegate", "negotiator", "congressman", "congresswoman",
    }),
    surnames=frozenset({
        "king", "queen", "prince", "princess", "pope", "judge", "justice", "major", "marshal", "archbishop",
        "bishop", "warden", "keeper", "provost", "dean", "head", "chief", "leader", "speaker", "captain", "steward",
        "foreman", "mayor", "principal", "chair",
    }),
    office_tails=frozenset({
        "of state", "of defence", "of defense", "of the treasury", "of foreign affairs", "for foreign affairs",
        "of finance", "of the interior", "of health", "of education", "of the opposition", "of the house",
        "of staff", "of the council", "of the board", "of the union", "of transport", "of justice", "of culture",
        "of trade", "of energy", "of the environment", "of labour", "of labor", "of agriculture", "of commerce",
    }),
    office_starts=frozenset({
        "acting", "interim", "former", "outgoing", "incoming", "assistant", "associate", "senior",
    }),
    moderating_offices=frozenset({
        "spokesperson", "spokesman", "spokeswoman", "moderator", "host", "press officer", "press secretary",
        "press chief", "chair", "facilitator", "spokespeople", "head of press", "media officer",
    }),
    honorifics=frozenset({
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "hon", "rt", "the hon", "gen",
        "col", "lt", "capt", "cmdr", "adm", "maj", "sgt", "rep", "sen", "gov", "amb", "rev", "fr", "senator",
        "madam", "mme", "mlle", "m", "judge", "secretary", "minister", "justice",
    }),
    particles=frozenset({
        "of", "the", "and", "for", "to", "at", "on", "in", "de", "da", "di", "do", "dos", "das", "del", "della",
        "la", "le", "les", "du", "des", "der", "den", "von", "van", "zu", "zum", "zur", "bin", "bint", "ibn", "al",
        "el", "af", "av", "ter", "ten", "y", "e", "et", "und", "für", "para", "por", "los", "las", "pour", "&",
        "sur", "aux", "au", "en", "a", "d'", "with", "dit", "o'", "ben", "abu",
    }),
    no_labels=frozenset({
        "subject", "subjects", "subject(s)", "subject/s", "topic", "topics", "media contact", "media contacts",
        "contact", "contacts", "press contact", "note", "notes", "date", "venue", "location", "place", "time", "when",
        "where", "who", "what", "tel", "telephone", "phone", "fax", "email", "e-mail", "website", "web", "url",
        "source", "sources", "title", "subtitle", "status", "re", "update", "updated", "last updated", "embargo",
        "embargoed until", "editor's note", "ps", "p.s", "language", "see also", "related", "related links", "tags",
        "keywords", "reference", "ref", "copyright", "transcript", "video", "audio", "photo", "photos", "image",
        "kind", "type", "event", "participants present", "present", "duration", "published", "released", "release",
        "for immediate release", "speakers", "enquiries", "inquiries", "http", "https", "e&oe", "caption",
        "attachment", "you may also be interested in", "moderated by", "issued by", "delivered at", "delivered by",
        "bottom line", "thank you", "first", "second", "third", "firstly", "secondly", "thirdly", "finally", "example",
        "correction", "clarification", "warning", "disclaimer", "summary", "background", "article", "section",
        "chapter", "clause", "paragraph", "step", "part", "figure", "table", "item", "appendix", "annex", "schedule",
        "phase", "stage", "lesson", "day", "week", "verse", "act", "scene", "point", "number", "no", "tip", "rule",
        "option", "version", "exhibit",
    }),
    sentence_words=frozenset({
        "is", "are", "was", "were", "be", "have", "has", "had", "will", "would", "can", "could", "should", "this",
        "that", "these", "those", "it", "we", "you", "they", "i", "he", "she", "my", "our", "your", "their", "but",
        "so", "because", "if", "not", "let", "me", "us", "what", "why", "how", "there", "here", "as", "or", "do",
        "does", "did", "just", "very", "only", "about", "say", "said", "says", "following",
    }),
    statuses=frozenset({
        "as delivered", "as prepared", "check against delivery", "checked against delivery", "unrevised",
        "transcript", "e&oe", "e & oe", "proof", "corrected transcript", "verbatim", "unedited", "rough transcript",
        "final transcript", "machine transcript", "draft transcript", "uncorrected", "edited transcript",
        "as spoken", "official transcript",
    }),
    updated=frozenset({
        "last updated", "updated", "last modified", "modified", "last revised", "revised", "last changed",
        "modified_time", "page updated", "corrected on",
    }),
    releases=frozenset({
        "released", "release date", "for release", "for immediate release", "immediate release", "published",
        "publication date", "date published", "date of publication", "posted", "posted on", "issued", "issued on",
        "embargoed until", "printed", "retrieved", "accessed", "first published",
    }),
    fields={
        "title": "title", "event": "title", "subtitle": "subtitle", "date": "date", "held on": "date",
        "day": "date", "venue": "venue", "location": "venue", "place": "venue", "where": "venue", "when": "date",
        "held at": "venue", "status": "status", "source": "source", "source_url": "source", "url": "source",
        "source address": "source", "language": "language", "lang": "language", "updated": "updated",
        "last updated": "updated", "modified_time": "updated", "last modified": "updated",
        "last revised": "updated", "creators": "creators", "creator": "creators", "speakers": "creators",
        "speaker": "creators", "kind": "kind", "delivery status": "status",
    },
    event_kinds={
        "press conference": "press conference", "news conference": "press conference",
        "media conference": "press conference", "press availability": "press conference", "doorstep": "doorstep",
        "doorstop": "doorstep", "press briefing": "briefing", "briefing": "briefing", "gaggle": "briefing",
        "press call": "briefing", "interview": "interview", "debate": "debate", "hearing": "debate",
        "keynote": "speech", "speech": "speech", "address": "speech", "lecture": "speech", "luncheon": "speech",
        "joint statement": "remarks", "press statement": "remarks", "remarks": "remarks", "statement": "remarks",
        "q&a": "press conference", "press point": "press conference",
    },
    venues=frozenset({
        "room", "headquarters", "palace", "teleconference", "building", "hall", "house", "joint base", "lawn",
        "center", "centre", "hotel", "airport", "aboard", "en route", "garden", "square", "university", "theatre",
        "theater", "embassy", "office", "offices", "courtyard", "stadium", "campus", "library", "chamber", "club",
        "auditorium", "harbour", "harbor", "pier", "station", "school", "hospital", "observatory", "museum", "via",
        "quay", "terminal", "town", "briefing room", "gallery", "pavilion", "depot", "yard", "tower", "lodge",
    }),
    prefaces=frozenset({
        "following is", "the following is", "this is a transcript", "this is the transcript", "below is",
        "transcript of", "here is the transcript", "edited transcript of", "full transcript of", "this transcript",
    }),
    principals=frozenset({"by", "with", "of"}),
    heading_stops=frozenset({
        "after", "before", "during", "following", "at", "in", "on", "and", "from", "en", "to", "a", "an", "by",
        "with", "previewing", "or", "about", "as", "joint", "media", "news", "remarks", "transcript",
    }),
    salutations=frozenset({
        "good morning", "good afternoon", "good evening", "good day", "ladies and gentlemen", "hello", "hi",
        "thank you", "thanks", "welcome", "dear", "mr.", "madam", "excellencies", "colleagues", "friends",
        "distinguished", "my fellow", "well", "okay", "ok", "your excellencies", "your majesties",
    }),
    thanks=frozenset({"thank you", "thanks", "thank-you"}),
    hand_overs=frozenset({
        "go ahead", "over to", "over to you", "next question", "last question", "final question", "we'll go to",
        "we'll take", "we will take", "we will go to", "take a question from", "question from", "question to",
        "please go ahead", "the floor is yours", "you have the floor", "let's go to", "let's take", "we go to",
        "next is", "next up", "first question", "who's next", "yes, please", "turn to", "i'll take", "call on",
        "start with", "the line of", "recognizing", "recognize", "kick us off", "kick it off",
    }),
    follow_ups=frozenset({
        "and", "but", "so", "follow-up", "follow up", "just to follow", "a follow-up", "one follow-up", "to follow",
        "just a follow", "can i follow", "can i just", "sorry", "also", "then", "yes but", "if i may", "just to be",
    }),
    seconds=frozenset({
        "secondly", "second question", "my second", "and second", "second of all", "my other question",
        "my follow-up", "my follow up",
    }),
    interjections=frozenset({
        "yes", "yeah", "no", "sure", "okay", "ok", "right", "great", "sorry", "please", "excuse", "all", "thanks",
        "thank", "good", "again", "well", "now", "first", "second", "third", "last", "next", "question",
        "questions", "one", "two", "to", "on", "in", "is", "go", "ahead", "hey", "oh", "sir", "ma'am", "everyone",
        "everybody", "guys", "today", "yep", "yup", "nope", "nah", "uh-huh", "mm-hmm", "mhm", "hmm", "um", "uh",
        "understood", "neither", "either", "both", "none", "nobody", "nothing", "barely", "hardly", "correct",
        "exactly", "indeed", "wow", "gosh", "never", "always", "maybe", "perhaps", "agreed", "true", "false", "wrong",
        "fine", "done", "enough", "over", "back", "period", "copy", "negative", "affirmative", "like", "because",
        "look", "listen", "come", "here", "there", "not", "hello", "bye", "goodbye", "why", "what", "who", "how",
        "when", "where", "more", "other", "anybody", "anyone", "somebody", "folks", "ladies", "gentlemen", "welcome",
    }),
    interjectors=frozenset({"audience", "audience member", "from the floor"}),
    weekdays=frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}),
    links=frozenset({"from", "with", "of", "at", "for"}),
    trades=frozenset({
        "reporter", "correspondent", "editor", "journalist", "columnist",
        "political editor", "political correspondent", "political reporter",
    }),
    media=frozenset({
        "newspaper", "magazine", "news agency", "daily", "weekly", "channel", "television", "radio", "news",
        "post", "times", "journal", "herald", "tribune", "gazette", "press",
    }),
    introductions=frozenset({"i'm", "i am", "my name is", "this is", "it's", "here is"}),
    ends=frozenset({
        "end", "ends", "the end", "end of transcript", "end of press conference", "end transcript",
        "end of briefing", "end of conference", "transcript ends", "endit", "###", "- end -", "-end-", "-ends-",
        "- ends -", "***",
    }),
    inaudible=frozenset({
        "inaudible", "unintelligible", "crosstalk", "cross talk", "indistinct", "off mic", "off-mic", "no audio",
        "audio gap", "unclear", "overlapping", "mic off", "technical difficulties",
    }),
    reactions=frozenset({
        "laughter", "laughs", "laughing", "applause", "cheers", "cheering", "boos", "booing", "pause", "pauses",
        "silence", "coughs", "clears throat", "sneezes", "sighs", "chuckles", "gestures", "nods", "smiles",
        "standing ovation", "music", "as interpreted", "interpreted", "speaks in", "speaking in",
        "through interpreter", "via interpreter", "in french", "in spanish", "in german", "break", "recess",
        "moment of silence",
    }),
)
# fmt: on
