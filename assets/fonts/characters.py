"""Prints the code points the fonts must hold, one U+XXXX a line."""
import bz2

UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin
    (0x01CD, 0x01DC), (0x0251, 0x0251), (0x0261, 0x0261),  # pinyin with tones
    (0x02C7, 0x02D9), (0x0391, 0x03C9), (0x0401, 0x0451),  # tone marks, Greek, Cyrillic
    (0x2010, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),  # punctuation, indices, currencies
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),  # letter-like, arrows, mathematics
    (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF),  # technical, circled, boxes, shapes
    (0x2600, 0x266F), (0x2700, 0x27BF),  # signs, ticks
    (0x3000, 0x30FF), (0x3100, 0x312F), (0x3200, 0x33FF),  # CJK punctuation, kana, bopomofo, units
    (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),  # vertical, compatibility, full width
]


def gb2312():
    """Every character of GB 2312 through its two-byte codes."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def general_standard():
    """The 8,105 characters of the 2013 table, Unihan's field kTGH."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.split("\t")
            if len(parts) > 2 and parts[1] == "kTGH":
                yield int(parts[0][2:], 16)


wanted = set(gb2312()) | set(general_standard())
for first, last in BLOCKS:
    wanted.update(range(first, last + 1))
for code in sorted(wanted):
    print(f"U+{code:04X}")
