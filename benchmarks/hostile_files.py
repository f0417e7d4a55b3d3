"""Files made to break a reader: bombs, loops, depths and lengths, each by name and as small as it can be.

The forms are those of the formats' own specifications: ISO 32000-1 (PDF), ECMA-376 (DOCX), APPNOTE (zip), XML 1.0.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

import docx

MB = 2**20
LIMIT = 20 * MB - 4096  # what the archive takes at most, and a little less
WORDS = "The pier is open to everybody who can walk and shut to all who cannot swim "
Named = tuple[str, bytes]


def all_files() -> Iterator[Named]:
    """Every name with its bytes, one after the other, so that only one is held."""
    for kind in (texts, pages, xmls, tables, captions, records, word_documents, pdfs):
        yield from kind()


def texts() -> Iterator[Named]:
    chance = random.Random(1)
    yield "empty.txt", b""
    yield "blank.txt", b" \n\t\r\n" * 1000
    yield "sparse-100-mb.txt", b"Q: Why?\n" + b"\0" * (100 * MB)
    yield "text-100-mb.txt", (WORDS.encode() * 20 + b"\n\n") * (100 * MB // 1500)
    yield "one-line-50-mb.txt", WORDS.encode() * (50 * MB // len(WORDS))
    yield "one-line-20-mb.txt", WORDS.encode() * (LIMIT // len(WORDS))
    yield "labels-20-mb.txt", b"".join(b"Ada Brill: %d\nRuth Sandal: Why?\n" % n for n in range(560_000))
    yield "label-a-line-20-mb.txt", b"".join(b"A%d B: %d\n\n" % (n, n) for n in range(900_000))
    yield "colons-20-mb.txt", b":" * LIMIT
    yield "breaks-20-mb.txt", b"\n" * (LIMIT - 2) + b"x"
    yield "capitals-20-mb.txt", b"A B " * (LIMIT // 4)
    yield "brackets-20-mb.txt", b"(" * LIMIT
    yield "dashes-20-mb.txt", b"- " * (LIMIT // 2)
    yield "feeds-20-mb.txt", b"Page 1\n\f" * (LIMIT // 8)
    yield "fence-20-mb.txt", b"---\n" + b"a: |\n" * (LIMIT // 5)
    yield "canonical-20-mb.txt", b"Title: x\n\n" + b"@question {a: b}: x\n\n" * (LIMIT // 21)
    yield "latin-1-20-mb.txt", ("Désolé, répéta l'élève. " * (LIMIT // 24)).encode("latin-1")
    yield "utf-16-20-mb.txt", ("Q: Why?\n\nMS. BRILL: So.\n\n" * (LIMIT // 52)).encode("utf-16")
    yield "utf-16-no-mark.txt", ("Q: Why?\n\nMS. BRILL: So.\n\n" * 40).encode("utf-16-le")
    yield "nul.txt", b"Q: Why?\0\n\nMS. BRILL: So.\n\n" * 40
    yield "noise-20-mb.txt", chance.randbytes(LIMIT)
    yield "lone-bytes-20-mb.txt", b"\xff\xfe\xfd abc " * (LIMIT // 8)
    yield "surrogates.txt", b"Q: \xed\xa0\x80 why?\n\nMS. BRILL: So.\n" * 40
    yield "controls.txt", b"Q: \x1b[31mwhy?\n\nMS. BRILL: \x08So.\n\n" * 40


def pages() -> Iterator[Named]:
    prose = f"<p>{WORDS * 20}</p>"
    yield "empty.html", b"<html></html>"
    yield "deep.html", b"<html><body>" + b"<div>" * 1_000_000 + b"deep"
    yield "deep-90000.html", b"<html><body>" + b"<b>" * 90_000 + b"deep"
    yield "breaks.html", b"<html><body>Q: Why?" + b"<br>" * 1_000_000
    yield "tags-300000.html", b"<html><body>" + b"<p>x</p>" * 150_000
    yield "tags-95000.html", ("<html><body>" + "<p><b>Q:</b> x</p>" * 23_000).encode()
    yield "misnested.html", b"<html><body>" + b"<b><p><i></b>x</p></i>" * 15_000
    yield "tables.html", b"<html><body>" + b"<table><tr><td>" * 30_000 + b"x"
    yield "one-paragraph-20-mb.html", b"<html><body><p>" + WORDS.encode() * (LIMIT // len(WORDS) - 1)
    yield "entities-20-mb.html", b"<html><body><p>Q: x" + b"&nbsp;&amp;" * (LIMIT // 11 - 9)
    yield "attributes.html", b"<html><body><p " + b" ".join(b"a%d=b" % n for n in range(1_500_000)) + b">Q: Why?"
    yield "class-20-mb.html", b'<html><body><p class="' + b"aB " * (LIMIT // 3 - 90) + b'">Q: Why?'
    yield "script-20-mb.html", prose.encode() + b"<html><script>" + b"x=1;" * (LIMIT // 4 - 999)
    yield "open-comments.html", b"<html><body>" + b"<!--" * 90_000
    yield "open-tags-20-mb.html", b"<html><body>" + b"<" * (LIMIT - 90)
    yield "linked.html", b'<script type="application/ld+json">' + b"[" * 150_000 + b"</script><html><body>x"
    yield "headings.html", b"<html><body>" + b"<h1>x</h1>" * 45_000
    yield "footers.html", b"<html><body>" + b'<div class="share">x' * 2000 + b"</div>" * 2000
    yield "utf-16-no-mark.html", f"<html><body><p>Q: Why?</p>{prose}</body></html>".encode("utf-16-le")
    yield "pre-20-mb.html", b"<html><body><pre>" + b"Q: a\n" * (LIMIT // 5 - 9)


def xmls() -> Iterator[Named]:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    yield "laughs.xml", f'<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a0 "ha">{laughs}]>{tei}&a9;</TEI>'.encode()
    for encoding in ("utf-16", "utf-32"):
        bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE TEI [<!ENTITY a0 "ha">{laughs}]>{tei}&a9;</TEI>'
        yield f"laughs-{encoding}.xml", bomb.encode(encoding)
    quadratic = f'<!DOCTYPE TEI [<!ENTITY a "{"x" * 100_000}">]>{tei}{"&a;" * 100_000}</TEI>'
    yield "quadratic.xml", quadratic.encode()
    outside = f'<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>{tei}<u>&a;</u></TEI>'
    yield "outside.xml", outside.encode()
    parameters = f'<!DOCTYPE TEI SYSTEM "file:///etc/passwd" [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]>{tei}</TEI>'
    yield "parameters.xml", parameters.encode()
    yield "doctype.xml", f'<!DOCTYPE TEI SYSTEM "file:///dev/zero">{tei}<u who="#a">x</u></TEI>'.encode()
    yield "deep.xml", tei.encode() + b"<div>" * 1_000_000
    yield "deep-140000.xml", tei.encode() + b"<div>" * 140_000 + b"</div>" * 140_000 + b"</TEI>"
    yield "deep-akn.xml", b"<akomaNtoso>" + b"<a>" * 140_000 + b"</a>" * 140_000 + b"</akomaNtoso>"
    utterances = b'<u who="#a"><seg>x</seg></u>' * 70_000
    yield "utterances.xml", tei.encode() + b"<text><body><div>" + utterances + b"</div></body></text></TEI>"
    speeches = b'<speech by="#a"><from>A</from><p>x</p></speech>' * 45_000
    yield "speeches.xml", b"<akomaNtoso><debate><debateBody>" + speeches + b"</debateBody></debate></akomaNtoso>"
    yield "seg-20-mb.xml", tei.encode() + b"<text><u><seg>" + b"x " * (LIMIT // 2 - 99) + b"</seg></u></text></TEI>"
    attributes = b" ".join(b"a%d='b'" % n for n in range(1_200_000))
    yield "attributes.xml", b"<TEI " + attributes + b"></TEI>"
    people = b"".join(b'<person xml:id="p%d"><persName>A</persName></person>' % n for n in range(70_000))
    yield "people.xml", tei.encode() + b"<teiHeader>" + people + b"</teiHeader></TEI>"
    yield "namespaces.xml", b"<TEI>" + b"".join(b"<a xmlns:a%d='b'>" % n for n in range(200)) + b"x"


def tables() -> Iterator[Named]:
    yield "columns-100000.csv", (",".join(f"c{n}" for n in range(100_000)) + "\n").encode() * 3
    yield "columns-1000000.csv", b"speaker,text," + b"c," * 1_000_000 + b"\nA,Why?"
    yield "rows-1000000.csv", b"speaker,text\n" + b"A,Why is it so?\n" * 1_000_000
    yield "rows-59000.csv", b"speaker,text\n" + b"A,Why is it so and not otherwise in the end of it?\n" * 59_000
    yield "open-quote-20-mb.csv", b'speaker,text\nA,"' + b"x " * (LIMIT // 2 - 99)
    yield "quotes-20-mb.csv", b"speaker,text\nA," + b'"' * (LIMIT - 99)
    yield "commas-20-mb.csv", b"speaker,text\n" + b"," * (LIMIT - 99)
    yield "ragged.csv", b"speaker,text\n" + b"\n".join(b"a," * (n % 300) for n in range(20_000))
    yield "nul.csv", b"speaker,text\nA,why\0\n" * 50


def captions() -> Iterator[Named]:
    cue = "{0}\n00:{1:02}:{2:02}.000 --> 00:{1:02}:{2:02}.900\n{3}\n\n"
    many = "".join(cue.format(n, n // 60 % 60, n % 60, f"line {n} of it all") for n in range(39_000))
    yield "cues-39000.vtt", f"WEBVTT\n\n{many}".encode()
    yield "cues-39000.srt", many.replace(".000 ", ",000 ").replace(".900\n", ",900\n").encode()
    yield "cues-1000000.srt", b"00:00:00,000 --> 00:00:01,000\nx\n\n" * 550_000
    mad = "99999999999999:99:99.999 --> 00:00:00.000\nQ: Why?\n\n-1:00:00.000 --> 1e9\nA: So.\n\n"
    yield "mad-times.vtt", f"WEBVTT\n\n{mad}00:00:01.000 --> 00:00:00.000\nNo.\n\n99:99:99.999 --> x\nY\n".encode()
    yield "mad-times.srt", b"99:99:99,999 --> 00:00:00,000\nQ: Why?\n\n00:00:01,5 --> 0:0:2,1\nA: So.\n"
    yield "digits.vtt", b"WEBVTT\n\n" + b"9" * 5_000_000 + b":00.000 --> 00:01.000\nx\n"
    yield "arrows.vtt", b"WEBVTT\n\n" + b"-->" * 90_000
    yield "payload-20-mb.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v A>x " * (LIMIT // 7 - 99)
    yield "chevrons-20-mb.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b">> x " * (LIMIT // 5 - 99)
    yield "lines.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"- x\n" * 490_000
    yield "rolling.vtt", _rolling()


def _rolling() -> bytes:
    lines = "\n".join(f"line {n}" for n in range(2000))
    cues = (f"00:00:{n:02}.000 --> 00:00:{n:02}.900\n{lines}\n\n" for n in range(60))
    return f"WEBVTT\n\n{''.join(cues)}".encode()


def records() -> Iterator[Named]:
    yield "deep.json", b'{"title": ' + b"[" * 100_000
    yield "deep-objects.json", b'{"title": ' + b'{"a":' * 100_000
    yield "list-20-mb.json", b'{"title": "", "turns": [' + b"0," * (LIMIT // 2 - 99) + b"0]}"
    yield "digits.json", b'{"title": ' + b"9" * 5_000_000 + b"}"
    yield "null.json", b'{"title": null, "turns": null}'
    yield "kinds.json", b'{"title": 1, "subtitle": {}, "date": [], "turns": [[]]}'
    turn = b'{"position":1,"kind":"question","label":"Q","speaker":"","role":"","affiliation":"","exchange":null,'
    head = b'{"title":"x","subtitle":"","date":null,"updated":null,"status":"","language":"","kind":"","venue":"",'
    many = b",".join([turn + b'"paragraphs":["Why?"]}'] * 130_000)
    yield "turns-130000.json", head + b'"turns":[' + many + b"]}"


def word_documents() -> Iterator[Named]:
    yield "bomb.docx", _zip({"word/document.xml": b" " * (400 * MB)})
    yield "bomb-media.docx", _with_parts({"word/media/a.png": b"\0" * (900 * MB // 2)})
    yield "lying.docx", _lying(_zip({"word/document.xml": b" " * (400 * MB)}), 400 * MB)
    yield "members.docx", _zip({"word/document.xml": b"", **{f"a{n}.xml": b"" for n in range(100_000)}})
    yield "members-in-document.docx", _with_parts({f"word/a{n}.xml": b"<a/>" for n in range(60_000)})
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    yield "paragraphs.docx", _with_body(paragraph.format("Q: Why is it so?") * 45_000)
    yield "runs.docx", _with_body("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 400_000 + "</w:p>")
    yield "one-run.docx", _with_body(paragraph.format("x " * (5 * MB)))
    yield "deep.docx", _with_body("<w:p>" * 300_000)
    yield "deep-200.docx", _with_body("<w:tbl><w:tr><w:tc>" * 60 + paragraph.format("x") * 30_000)
    yield "nested.docx", _with_body("<w:p><w:r>" * 100 + "<w:t>x</w:t>" + "</w:r></w:p>" * 100)
    yield "breaks.docx", _with_body("<w:p><w:r>" + "<w:br/>" * 900_000 + "</w:r></w:p>")
    entity = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    yield "entities.docx", _replaced(b"<w:document", entity.encode() + b"<w:document")
    yield "no-body.docx", _zip({"word/document.xml": b"<a/>"})
    yield "styles.docx", _with_styles(40_000)


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _document() -> dict[str, bytes]:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Q: Why?")
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_parts(parts: dict[str, bytes]) -> bytes:
    return _zip(_document() | parts)


def _with_body(body: str) -> bytes:
    return _replaced(b"<w:body>", b"<w:body>" + body.encode())


def _replaced(old: bytes, new: bytes) -> bytes:
    parts = _document()
    return _zip(parts | {"word/document.xml": parts["word/document.xml"].replace(old, new)})


def _with_styles(count: int) -> bytes:
    parts = _document()
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
    styles = "".join(style.format(number, number - 1) for number in range(1, count))
    return _zip(
        parts | {"word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", styles.encode() + b"</w:styles>")}
    )


def _lying(data: bytes, size: int) -> bytes:
    """A zip that says it would unpack to 1,000 bytes."""
    return data.replace(struct.pack("<I", size), struct.pack("<I", 1000))


def pdfs() -> Iterator[Named]:
    text = "BT /F1 11 Tf 72 700 Td (The pier is open to everybody.) Tj ET"
    lines = "".join(f"BT /F1 9 Tf 50 {780 - 11 * n} Td ({WORDS}) Tj ET " for n in range(65))
    yield "pages-5000.pdf", pdf([text] * 5000)
    yield "pages-950-full.pdf", pdf([lines] * 950)
    yield "pages-40.pdf", pdf([lines] * 40)
    yield "pieces.pdf", pdf(["".join(f"BT /F1 9 Tf {n % 500} {n // 500} Td (x) Tj ET " for n in range(250_000))])
    yield (
        "letters.pdf",
        pdf(["".join(f"BT /F1 9 Tf {n % 140 * 4} {n // 140 * 8} Td (x) Tj ET " for n in range(8_000))] * 60),
    )
    yield "one-piece.pdf", pdf([f"BT /F1 9 Tf 50 700 Td ({'x ' * (3 * MB)}) Tj ET"])
    yield "stream-bomb.pdf", pdf([], compressed=zlib.compress(b"BT ET " * (100 * MB)))
    yield "double-bomb.pdf", pdf([], compressed=zlib.compress(zlib.compress(b"q Q " * (200 * MB))), filters=2)
    yield "forms-bomb.pdf", pdf([], extra=drawing_each_other(12))
    yield "page-loop.pdf", pdf([text]).replace(b"/Kids [", b"/Kids [2 0 R ")
    yield "object-stream-loop.pdf", _object_stream(b"")
    yield "object-stream-bomb.pdf", _object_stream(b" " * (600 * MB))
    yield "deep-array.pdf", pdf([text]).replace(b"/Resources", b"/A " + b"[" * 500_000 + b" /Resources")
    yield "locked.pdf", _locked()
    yield "count.pdf", pdf([text]).replace(b"/Count 1", b"/Count 999999999")
    yield "no-text.pdf", pdf([""] * 20)
    yield "header.pdf", b"%PDF-1.7\n"


def pdf(contents: Sequence[str], *, compressed: bytes = b"", filters: int = 1, extra: Sequence[bytes] = ()) -> bytes:
    """Pages of these contents; or one whose content is `compressed`, or which draws the first of the `extra` forms."""
    pages = len(contents) or 1
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(pages))
    first = 4 + 2 * pages
    forms = " ".join(f"/X{number} {first + number} 0 R" for number in range(len(extra)))
    resources = f"<< /Font << /F1 3 0 R >> /XObject << {forms} >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    flate = b"/Filter [" + b"/FlateDecode " * filters + b"]" if compressed else b""
    for number, content in enumerate(contents or ["/X0 Do"]):
        body = compressed or content.encode()
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
        objects.append(f"{page} /Resources {resources} >>".encode())
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), flate, body))
    return _pdf_file([*objects, *(form.replace(b"RESOURCES", resources.encode()) for form in extra)])


def drawing_each_other(depth: int) -> list[bytes]:
    """Forms each of which draws the next ten times."""
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources RESOURCES /Length %d >>"
    bodies = [b"/X%d Do " % (number + 1) * 10 for number in range(depth - 1)]
    bodies.append(b"BT /F1 9 Tf 50 700 Td (ha) Tj ET")
    return [head % len(body) + b"\nstream\n%s\nendstream" % body for body in bodies]


def _pdf_file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _locked() -> bytes:
    lock = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32)
    pages = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", lock]
    return _pdf_file(pages, b"/Encrypt 3 0 R /ID [<%s> <%s>]" % (b"00" * 16, b"00" * 16))


def _object_stream(padding: bytes) -> bytes:
    """A cross-reference stream whose objects stand in a stream that says it goes on in itself, or is huge."""
    inside = (
        b"1 0 2 40 " + b"<< /Type /Catalog /Pages 2 0 R >>".ljust(40) + b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    )
    body = zlib.compress(inside + padding)
    out = bytearray(b"%PDF-1.7\n")
    place = len(out)
    out += b"3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Extends 3 0 R /Filter /FlateDecode /Length %d >>\n" % len(body)
    out += b"stream\n%s\nendstream\nendobj\n" % body
    start = len(out)
    rows = [(0, 0, 65535), (2, 3, 0), (2, 3, 1), (1, place, 0), (1, start, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    out += b"4 0 obj\n<< /Type /XRef /Size 5 /Root 1 0 R /W [1 4 2] /Length %d >>\nstream\n" % len(table)
    out += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % start
    return bytes(out)
