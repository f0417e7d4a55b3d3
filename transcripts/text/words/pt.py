"""Portuguese."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
PORTUGUESE = Vocabulary(
    askers=frozenset({
        "pergunta", "perguntas", "jornalista", "jornalistas", "repórter", "repórteres", "imprensa", "entrevistador",
        "entrevistadora", "plateia",
    }),
    answerers=frozenset({"resposta", "respostas"}),
    moderators=frozenset({
        "moderador", "moderadora", "mediador", "mediadora", "apresentador", "apresentadora", "mestre de cerimônias",
    }),
    bystanders=frozenset({"intérprete", "tradutor", "tradutora", "participante"}),
    offices=frozenset({
        "presidente", "presidenta", "ministro", "ministra", "secretário", "secretária", "porta-voz", "governador",
        "governadora", "prefeito", "prefeita", "comissário", "comissária", "embaixador", "embaixadora", "diretor",
        "diretora", "chanceler", "senador", "senadora", "deputado", "deputada", "vereador", "vereadora",
        "primeiro-ministro", "primeira-ministra", "general",
    }),
    office_tails=frozenset({
        "da república", "do estado", "da fazenda", "da defesa", "da saúde", "das relações exteriores",
        "dos negócios estrangeiros",
    }),
    moderating_offices=frozenset({"porta-voz", "moderador", "moderadora"}),
    presiding=frozenset({
        "presidente", "vice-presidente", "presidenta",
    }),
    manners=frozenset({
        "por intérprete", "tradução", "por vídeo",
    }),
    honorifics=frozenset({"sr", "sra", "dra", "exmo", "exma", "senhor", "senhora"}),
    particles=frozenset({"nas", "nos"}),
    no_labels=frozenset({
        "assunto", "assuntos", "contato", "contacto", "local", "nota", "título", "subtítulo", "fonte", "língua",
        "idioma", "exemplo", "por exemplo", "data", "tema", "artigo", "seção", "capítulo", "passo", "parte", "tabela",
        "anexo", "dia", "ponto", "cláusula",
    }),
    sentence_words=frozenset({
        "são", "foi", "que", "isto", "isso", "esta", "este", "porque", "meu", "minha", "nós", "vocês", "eu", "ele",
        "ela", "não", "também", "seguinte",
    }),
    statuses=frozenset({"transcrição", "conforme proferido", "notas taquigráficas"}),
    updated=frozenset({"atualizado", "atualizado em", "última atualização", "última modificação"}),
    releases=frozenset({"publicado", "data de publicação"}),
    fields={
        "título": "title", "subtítulo": "subtitle", "data": "date", "local": "venue", "fonte": "source",
        "idioma": "language", "última atualização": "updated",
    },
    event_kinds={
        "coletiva de imprensa": "press conference", "entrevista coletiva": "press conference",
        "conferência de imprensa": "press conference", "coletiva": "press conference", "entrevista": "interview",
        "debate": "debate", "discurso": "speech", "pronunciamento": "remarks", "declaração": "remarks",
    },
    venues=frozenset({"sala", "palácio", "sede", "ministério", "auditório", "salão", "prefeitura", "praça"}),
    prefaces=frozenset({"segue a", "transcrição da", "transcrição de"}),
    principals=frozenset({"da", "do", "com"}),
    salutations=frozenset({
        "bom dia", "boa tarde", "boa noite", "senhoras e senhores", "obrigado", "obrigada", "caros", "bem-vindos",
    }),
    hand_overs=frozenset({
        "última pergunta", "próxima pergunta", "primeira pergunta", "com a palavra", "tem a palavra", "pode falar",
    }),
    follow_ups=frozenset({"mas", "então", "também", "só"}),
    interjections=frozenset({"sim", "não", "obrigado", "obrigada", "bom", "então", "claro"}),
    weekdays=frozenset({
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
    }),
    trades=frozenset({"correspondente", "jornalista", "repórter"}),
    media=frozenset({"jornal", "revista", "agência", "emissora"}),
    introductions=frozenset({"sou", "eu sou", "meu nome é"}),
    ends=frozenset({"fim", "fim da transcrição"}),
    closings=frozenset({"ouça a íntegra", "assista à íntegra", "leia também", "saiba mais", "mais informações"}),
    inaudible=frozenset({"inaudível", "incompreensível", "fora do microfone"}),
    reactions=frozenset({"risos", "aplausos", "palmas", "pausa", "silêncio"}),
)
# fmt: on
