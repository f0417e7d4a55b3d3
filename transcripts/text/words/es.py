"""Spanish."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
SPANISH = Vocabulary(
    askers=frozenset({
        "pregunta", "preguntas", "periodista", "periodistas", "interlocutor", "interlocutora", "reportero",
        "reportera", "prensa", "intervención", "p", "p.",
    }),
    answerers=frozenset({"respuesta", "r", "r."}),
    moderators=frozenset({"moderador", "moderadora", "presentador", "presentadora", "conductor", "conductora"}),
    bystanders=frozenset({"intérprete", "voz", "traductor", "traductora", "asistente"}),
    voices=frozenset({
        "voz mujer", "voz hombre", "voz en off", "voz femenina", "voz masculina", "narrador", "narradora", "locutor",
        "locutora", "video", "voz de mujer", "voz de hombre",
    }),
    offices=frozenset({
        "presidente", "presidenta", "vicepresidente", "vicepresidenta", "ministro", "ministra", "secretario",
        "secretaria", "portavoz", "vocero", "vocera", "director", "directora", "coordinador", "coordinadora",
        "procurador", "procuradora", "subsecretario", "subsecretaria", "alcalde", "alcaldesa", "gobernador",
        "gobernadora", "embajador", "embajadora", "canciller", "titular", "comisionado", "comisionada", "jefe",
        "jefa", "general", "fiscal", "senador", "senadora", "diputado", "diputada", "consejero", "consejera", "rey",
        "reina",
    }),
    office_tails=frozenset({
        "de méxico", "de la república", "de estado", "del gobierno", "de exteriores", "de salud",
    }),
    office_starts=frozenset({"subdirector", "encargado", "encargada", "exsecretario"}),
    moderating_offices=frozenset({"portavoz", "vocero", "vocera", "moderador", "moderadora"}),
    presiding=frozenset({
        "presidente", "presidenta", "vicepresidente", "vicepresidenta",
    }),
    manners=frozenset({
        "por intérprete", "interviene por", "interpretación", "traducción", "por video", "vía", "continúa",
    }),
    honorifics=frozenset({"sr", "sra", "srta", "dra", "don", "doña", "lic", "ing", "señor", "señora"}),
    particles=frozenset({"a", "al", "con"}),
    no_labels=frozenset({
        "asunto", "asuntos", "tema", "temas", "contacto", "fecha", "lugar", "nota", "fuente", "título", "subtítulo",
        "estado", "actualizado", "idioma", "teléfono", "correo", "por ejemplo", "ejemplo", "artículo", "sección",
        "capítulo", "paso", "parte", "cuadro", "tabla", "anexo", "día", "punto", "cláusula",
    }),
    sentence_words=frozenset({
        "es", "son", "fue", "que", "qué", "esto", "eso", "esta", "este", "pero", "porque", "como", "cómo", "mi",
        "nos", "yo", "ustedes", "ellos", "hay", "ha", "han", "se", "lo", "siguiente",
    }),
    statuses=frozenset({"versión estenográfica", "cotejar con", "transcripción", "sujeto a verificación"}),
    updated=frozenset({"última actualización", "actualizado", "actualizada", "modificado"}),
    releases=frozenset({"publicado", "fecha de publicación", "difundido"}),
    fields={
        "título": "title", "subtítulo": "subtitle", "fecha": "date", "lugar": "venue", "sede": "venue",
        "fuente": "source", "idioma": "language", "actualizado": "updated", "última actualización": "updated",
        "estado": "status",
    },
    event_kinds={
        "conferencia de prensa": "press conference", "rueda de prensa": "press conference",
        "comparecencia": "press conference", "entrevista": "interview", "debate": "debate", "discurso": "speech",
        "sesión informativa": "briefing", "declaración": "remarks", "palabras": "remarks", "mensaje": "remarks",
    },
    venues=frozenset({
        "palacio", "sala", "sede", "salón", "edificio", "ministerio", "plaza", "casa", "hotel", "ayuntamiento",
        "presidencia",
    }),
    prefaces=frozenset({"a continuación", "transcripción de"}),
    principals=frozenset({"del", "de", "por", "con"}),
    salutations=frozenset({
        "buenos días", "buenas tardes", "buenas noches", "señoras y señores", "gracias", "muchas gracias",
        "muy buenas", "muy buenos", "hola", "estimados", "queridos",
    }),
    thanks=frozenset({"gracias"}),
    hand_overs=frozenset({
        "adelante", "tiene la palabra", "siguiente pregunta", "última pregunta", "a ver", "la palabra",
        "pregunta de", "le damos la palabra", "pasamos a",
    }),
    follow_ups=frozenset({"y", "pero", "entonces", "también", "o sea", "perdón"}),
    seconds=frozenset({
        "segunda pregunta", "en segundo lugar", "mi segunda", "mi otra pregunta",
    }),
    interjections=frozenset({
        "sí", "no", "claro", "bueno", "gracias", "buenas", "buenos", "muchas", "perdón", "ahí", "aquí", "usted",
        "ustedes", "nada", "nunca", "nadie", "exacto", "correcto", "cierto", "ajá", "hombre", "mujer", "entonces",
        "también", "tampoco", "ya", "pues", "mire", "miren", "oiga", "adiós", "siguiente", "ambos", "ninguno",
    }),
    continuers=frozenset({"interlocutor", "interlocutora"}),
    interjectors=frozenset({"intervención", "voz", "voces"}),
    weekdays=frozenset({"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}),
    links=frozenset({"de", "del", "para"}),
    trades=frozenset({
        "corresponsal", "reportero", "reportera", "periodista", "columnista", "enviado", "enviada",
        "autor", "autora", "conductor", "conductora", "director", "directora",
    }),
    media=frozenset({
        "revista", "diario", "periódico", "agencia", "canal", "portal", "semanario", "cadena",
    }),
    introductions=frozenset({"soy", "mi nombre es", "me llamo"}),
    ends=frozenset({"fin", "fin de la transcripción", "-fin-"}),
    closings=frozenset({"véase también", "más información", "contacto de prensa", "noticias relacionadas"}),
    inaudible=frozenset({"inaudible", "ininteligible", "incomprensible", "no se escucha"}),
    reactions=frozenset({"risas", "risa", "aplausos", "aplauso", "pausa", "silencio", "proyección de video"}),
)
# fmt: on
