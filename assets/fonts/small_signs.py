"""Adds the small signs Noto Sans SC lacks, made from its own large ones: the arrows of menus and a few
ticks and crosses. Called by make with the font to change."""
import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

SMALLER = {0x25BE: 0x25BC, 0x25B8: 0x25B6, 0x25B4: 0x25B2, 0x25C2: 0x25C0}  # ▾ ▸ ▴ ◂
SAME = {0x2714: 0x2713, 0x2715: 0x00D7, 0x2717: 0x00D7}  # ✔ ✕ ✗
SCALE = 0.62


def smaller(font, code, model):
    """One component at a part of its size, in the middle of a narrower place."""
    name, table = f"small{code:04X}", font["glyf"]
    source = table[model]
    part = GlyphComponent()
    part.glyphName, part.flags = model, 0x4  # x and y are offsets, rounded
    part.transform = ((SCALE, 0), (0, SCALE))
    width = font["hmtx"][model][0] * 0.7
    part.x = round((width - (source.xMin + source.xMax) * SCALE) / 2)
    part.y = round((source.yMin + source.yMax) * (1 - SCALE) / 2)
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [part]
    table[name] = glyph
    glyph.recalcBounds(table)
    font["hmtx"][name] = (round(width), glyph.xMin)
    return name


font = TTFont(sys.argv[1])
known = font.getBestCmap()
added = {code: smaller(font, code, known[large]) for code, large in SMALLER.items()}
added.update({code: known[other] for code, other in SAME.items() if code not in known})
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap.update(added)
font.save(sys.argv[1])
