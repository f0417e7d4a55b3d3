import csv
import io
import tracemalloc

import pytest

from transcripts.exports import records, sheets


def written(rows, **head):
    return "".join(sheets.write(["words"], rows, **head))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_no_cell_is_run_as_a_formula(cell):
    (row,) = list(csv.reader(io.StringIO(written([[cell]]).removeprefix("\ufeff"), newline="")))[1:]
    assert row == [f"'{cell}"]


def test_a_text_stays_as_it_is_to_the_letter():
    text = 'He said: "no",\nand – then;\n\nleft\t.'
    (row,) = list(csv.reader(io.StringIO(written([[text]]).removeprefix("\ufeff"), newline="")))[1:]
    assert row == [text]


def test_a_spreadsheet_knows_the_encoding_by_the_first_character():
    assert written([]).startswith("\ufeffwords\r\n")


def test_the_head_stands_above_the_names_of_the_columns():
    assert written([["x"]], head=[["turns", "1"]]) == "\ufeffturns,1\r\n\r\nwords\r\nx\r\n"


def test_a_hundred_thousand_rows_take_the_memory_of_a_few():
    tracemalloc.start()
    length = sum(len(piece) for piece in sheets.write(["words"], ([f"{number} " * 100] for number in range(100_000))))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 40_000_000
    assert peak < 4_000_000


def test_records_are_written_one_a_line_below_their_head():
    pieces = records.write({"total": 2, "made": "now"}, "hits", [{"id": "a"}, {"id": "é"}])
    assert "".join(pieces) == '{\n "total": 2,\n "made": "now",\n "hits": [\n{"id": "a"},\n{"id": "é"}\n]}\n'
