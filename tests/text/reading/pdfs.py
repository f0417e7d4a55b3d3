"""Small PDFs, written by hand: text in Helvetica at given places. Source: ISO 32000-1, 7.5 and 9.4."""

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, str]  # from the left, from the bottom, in points; and the text
LEFT, TOP, LEADING = 72, 760, 14


def pdf(pages: Iterable[Sequence[Placed]], size: int = 11) -> bytes:
    """A PDF of A4 pages."""
    contents = [_content(page, size) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _content(page: Sequence[Placed], size: int) -> bytes:
    shown = []
    for left, bottom, text in page:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"BT /F1 {size} Tf {left} {bottom} Td ({escaped}) Tj ET")
    return "\n".join(shown).encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def column(lines: Sequence[str], left: float = LEFT, top: float = TOP, leading: float = LEADING) -> list[Placed]:
    """Lines below each other; an empty one leaves its place free."""
    return [(left, top - leading * number, line) for number, line in enumerate(lines) if line]
