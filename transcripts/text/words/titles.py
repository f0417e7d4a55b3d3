"""Titles before names, of the world's many, that need no language of their own."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
TITLES = Vocabulary(
    honorifics=frozenset({
        "adv", "advocate", "atty", "attorney general", "barr", "engr", "arch", "cllr", "cr", "ald", "brig", "cdr",
        "wg cdr", "flt lt", "pvt", "cpl", "he", "h.e", "hrh", "hm", "shri", "smt", "shrimati", "kumari", "pandit",
        "datuk", "dato'", "dato’", "dato", "datin", "tan sri", "puan sri", "encik", "puan", "tuan", "khun", "sheikh",
        "shaikh", "shaykh", "sayyid", "ustaz", "alhaji", "hajia", "malam", "mallam", "ato", "weizero", "rabbi",
        "imam", "pastor", "monsignor", "msgr", "archdeacon", "ven",
        "sr.ª", "sr.a", "srª", "sr.as", "deputado", "deputada", "sig.ra", "onorevole", "on", "bro", "fr",
    }),
)
# fmt: on
