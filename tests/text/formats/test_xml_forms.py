"""Akoma Ntoso and TEI: what is written comes back to the letter, and is what the standards say."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.text.strategies import transcripts
from transcripts.text.formats import akn, canonical, tei
from transcripts.text.formats.xml import parse_xml
from transcripts.text.transcript import Transcript, Turn, TurnKind, UnreadableSource

FORMS = pytest.mark.parametrize("form", [akn, tei], ids=["akn", "tei"])
BRIEFING = Transcript(
    title="Briefing on the pier",
    subtitle="With Minister Ada Brill",
    date=date(2011, 3, 3),
    updated=datetime(2011, 3, 4, 9, 30),  # noqa: DTZ001 - a source's own local time
    status="As delivered",
    language="en",
    kind="briefing",
    venue="Boat Hall",
    source="https://harbour.example/pier?a=1&b=2",
    turns=(
        Turn(TurnKind.QUESTION, ("Is it <safe>?\nAnd dry?", "Is it?"), "Ruth Sandal (The Pier Post)", "Ruth Sandal",
             affiliation="The Pier Post", exchange=1, start=754.25, id="7k3m9x2a"),
        Turn(TurnKind.NOTE, ("(Laughter.)",), id="7k3m9x2b"),
        Turn(TurnKind.ANSWER, ("It  is.",), "Minister Brill", "Ada Brill", "Minister", exchange=1, id="7k3m9x2c"),
    ),
)  # fmt: skip


@FORMS
@given(transcript=transcripts)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_comes_back_the_same(form, transcript):
    if canonical.is_valid(transcript):
        assert form.parse(form.write(transcript)) == transcript
        assert form.parse(form.write(transcript).encode()) == transcript


@FORMS
@pytest.mark.parametrize(
    "text", ["half a pair \ud800", "no character \ufffe", "both \\ud800 \ud800 \\", "tab\there", "a \nb"]
)
def test_characters_that_xml_cannot_hold_come_back(form, text):
    transcript = replace(BRIEFING, title=text.replace("\n", " "), turns=(Turn(TurnKind.REMARKS, (text,)),))
    assert form.parse(form.write(transcript)) == transcript


@FORMS
def test_ids_and_text_stand_where_others_look_for_them(form):
    root = etree.fromstring(form.write(BRIEFING).encode())
    values = {value for element in root.iter() for value in element.attrib.values()}
    assert {"t-7k3m9x2a", "t-7k3m9x2b", "t-7k3m9x2c"} <= values
    texts = {"".join(element.itertext()) for element in root.iter()}
    assert {"Ruth Sandal (The Pier Post):", "(Laughter.)", "It  is."} <= texts


def test_speakers_are_references_of_akoma_ntoso():
    root = etree.fromstring(akn.write(BRIEFING).encode())
    spoken = [element for element in root.iter() if element.get("by")]
    shown = {element.get("eId"): element.get("showAs") for element in root.iter() if element.get("showAs")}
    assert [shown[element.get("by")[1:]] for element in spoken] == ["Ruth Sandal", "Ada Brill"]
    assert [etree.QName(element).localname for element in spoken] == ["question", "answer"]


def test_speakers_are_persons_of_tei():
    root = etree.fromstring(tei.write(BRIEFING).encode())
    space = {"t": tei.write.__globals__["NAMESPACE"]}
    people = {
        person.get("{http://www.w3.org/XML/1998/namespace}id"): person for person in root.iterfind(".//t:person", space)
    }
    names = [people[u.get("who")[1:]].findtext("t:persName", namespaces=space) for u in root.iterfind(".//t:u", space)]
    assert names == ["Ruth Sandal", "Ada Brill"]


@FORMS
def test_what_cannot_be_written_is_refused(form):
    with pytest.raises(ValueError, match="no text"):
        form.write(Transcript(turns=(Turn(TurnKind.REMARKS, ()),)))


DEBATE = """<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta><identification>
 <FRBRWork><FRBRdate date="3000-01-01"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
 </identification><references>
  <TLCPerson eId="brill" href="/p/brill" showAs="Ms A BRILL"/><TLCPerson eId="dorn" href="/p/dorn" showAs="Mr. Dorn"/>
  <TLCRole eId="chair" href="/r/chair" showAs="Chairperson"/>
 </references></meta>
 <preface><p><docTitle>Sitting of
   the harbour</docTitle> <docDate date="2011-03-03">3 March</docDate></p></preface>
 <debateBody><debateSection><heading>MOTIONS</heading><narrative>[The CHAIR rings]</narrative>
  <speech by="#chair"><from>The Chairperson:</from><p>I call Ms
     Brill.</p></speech>
  <speech by="#brill"><from>Ms A Brill</from><p>I <i>move</i> it.<authorialNote><p>See p. 3</p></authorialNote></p>
   <ul><li>One.</li><li>Two.<eol/>Still two.</li></ul></speech>
  <question by="#dorn"><from>Mr Dorn</from> asked the Minister:<p>Where?</p></question>
  <answer by="#brill"><from>Ms A Brill</from><p>There.</p></answer><scene>(Applause)</scene>
 </debateSection></debateBody></debate></akomaNtoso>"""


def test_a_debate_of_others_is_read_from_akoma_ntoso():
    transcript = akn.parse(DEBATE)
    heading = (transcript.title, transcript.date, transcript.language, transcript.kind)
    assert heading == ("Sitting of the harbour", date(2011, 3, 3), "en", "debate")
    assert [(turn.kind, turn.label, turn.speaker, turn.paragraphs) for turn in transcript.turns] == [
        ("note", "", "", ("[The CHAIR rings]",)),
        ("moderation", "The Chairperson", "", ("I call Ms Brill.",)),
        ("statement", "Ms A Brill", "A Brill", ("I move it.", "One.", "Two.\nStill two.")),
        ("question", "Mr Dorn", "Dorn", ("asked the Minister:", "Where?")),
        ("answer", "Ms A Brill", "A Brill", ("There.",)),
        ("note", "", "", ("(Applause)",)),
    ]


CORPUS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>
 <fileDesc><titleStmt><title type="main">Minutes</title><title type="sub">The pier</title></titleStmt>
 <sourceDesc><bibl><date when="2011-03-03"/></bibl></sourceDesc></fileDesc>
 <profileDesc><settingDesc><setting><date when="2011-03-02">2 March</date></setting></settingDesc><particDesc>
  <listOrg><org xml:id="party.H" role="politicalParty"><orgName full="abb">HP</orgName>
   <orgName full="yes">Harbour Party</orgName></org>
  <org xml:id="party.I" role="politicalParty"><orgName>Inland League</orgName></org></listOrg>
  <listPerson><person xml:id="BrillAda"><persName><surname>Brill</surname><forename>Ada</forename></persName>
   <affiliation role="member" ref="#party.I" to="2009"/>
   <affiliation role="member" ref="#party.H" from="2009-05-01"/></person>
  </listPerson></particDesc></profileDesc></teiHeader>
 <text><body><div><note type="time">At ten.</note><note type="speaker">THE CHAIR:</note>
  <u who="#MenkOtto" ana="#chair"><seg>Order.</seg></u>
  <u who="#BrillAda" ana="#regular"><note type="speaker">Ada Brill:</note><seg>I
    move it.</seg><note>Noise.</note><seg>I do.</seg><kinesic><desc>waves</desc></kinesic></u>
  <vocal><desc>shouting</desc></vocal><note type="vote">For 4.</note></div></body></text></TEI>"""


def test_a_corpus_of_others_is_read_from_tei():
    transcript = tei.parse(CORPUS)
    assert (transcript.title, transcript.subtitle, transcript.date) == ("Minutes", "The pier", date(2011, 3, 2))
    assert [(turn.kind, turn.label, turn.speaker, turn.affiliation, turn.paragraphs) for turn in transcript.turns] == [
        ("moderation", "THE CHAIR", "", "", ("Order.",)),
        ("statement", "Ada Brill", "Ada Brill", "Harbour Party", ("I move it.", "Noise.", "I do.", "waves")),
        ("note", "", "", "", ("shouting",)),
        ("note", "", "", "", ("For 4.",)),
    ]


BOMB = "<!DOCTYPE TEI [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)
FILE = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@FORMS
@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"{BOMB}]><TEI>&m;</TEI>", "entities"),
        (f"{FILE}<TEI>&x;</TEI>", "entities"),
        (f"{FILE}<TEI>&x;</TEI>".encode("utf-16"), "entities"),
        (f"{FILE}<TEI>&x;</TEI>".encode("utf-32"), "entities"),
        ("<TEI><text>", "not well formed"),
        ("", "not well formed"),
        ("<x>&nbsp;</x>", "not well formed"),
        ("<x/>", "begins with <x>"),
        ("<a>" * 100_000, "not well formed"),
        ("<a/>" * 300_001, "more than"),
    ],
)
def test_hostile_xml_is_refused_with_a_sentence(form, source, words):
    with pytest.raises(UnreadableSource, match=words):
        form.parse(source)


@FORMS
def test_a_file_cut_off_anywhere_is_refused(form):
    whole = form.write(BRIEFING).rstrip()
    for end in range(0, len(whole), 97):
        with pytest.raises(UnreadableSource):
            form.parse(whole[:end])


@FORMS
@pytest.mark.parametrize("change", [("question", "riddle"), ("7k3m9x2c", ""), ("2011-03-03", "some day")])
def test_a_changed_export_never_ends_in_a_traceback(form, change):
    try:
        form.parse(form.write(BRIEFING).replace(*change))
    except UnreadableSource as error:
        assert "changed" in str(error)  # noqa: PT017 - either way is right, a traceback is not


def test_a_dtd_that_a_file_names_is_not_opened(tmp_path):
    outside = tmp_path / "outside.dtd"
    outside.write_text('<!ATTLIST TEI n CDATA "read">')
    assert parse_xml(f'<!DOCTYPE TEI SYSTEM "{outside.as_uri()}"><TEI/>').attrib == {}
    outside.write_text("no DTD at all")
    assert parse_xml(f'<!DOCTYPE TEI SYSTEM "{outside.as_uri()}"><TEI/>').tag == "TEI"


def test_what_is_wrong_with_xml_is_said_in_one_line():
    with pytest.raises(UnreadableSource) as refusal:
        parse_xml("<TEI " + " ".join(f"a{n}='b'" for n in range(1_200_000)))
    assert "\n" not in str(refusal.value)
