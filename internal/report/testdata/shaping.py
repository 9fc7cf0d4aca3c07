"""Writes shaping.json beside it: what HarfBuzz (uharfbuzz) makes of names in the fonts of ../fonts. Run by hand, with uharfbuzz installed."""
import json, pathlib
import uharfbuzz as hb

here = pathlib.Path(__file__).parent
NAMES = [
    ("noto-arabic.ttf", "منظمة الحقوق الدولية"), ("noto-arabic.ttf", "لا للصمت عن الشفافية"), ("noto-arabic.ttf", "انجمن گفتگوی ژرف"),
    ("noto-arabic.ttf", "ادارہ برائے شہری ٹیکس"), ("noto-arabic.ttf", "الشَّبَكَةُ الْعَرَبِيَّة"), ("noto-hebrew.ttf", "עמותת הקיץ"), ("noto-hebrew.ttf", "שָׁלוֹם"),
    ("noto-devanagari.ttf", "राष्ट्रीय श्रमिक संगठन क्षेत्र"), ("noto-bengali.ttf", "স্বাস্থ্য আন্দোলন"), ("noto-tamil.ttf", "மக்கள் உரிமைக் கழகம்"),
    ("noto-thai.ttf", "ที่ปรึกษาผู้หญิง"), ("noto-georgian.ttf", "ქალაქის ხმა"), ("noto-armenian.ttf", "Քաղաքի ձայն"), ("noto-ethiopic.ttf", "የከተማ ድምፅ"),
    ("droid-fallback.ttf", "市民の声の会"), ("droid-fallback.ttf", "시민의소리"), ("sans-regular.ttf", "AVATAR Tổ chức Ўзбек Ένωση"),
]
out = []
for font, name in NAMES:
    buffer = hb.Buffer()
    buffer.add_str(name)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob.from_file_path(str(here.parent / "fonts" / font)))), buffer)
    glyphs = [[i.codepoint, p.x_advance, p.x_offset, p.y_offset] for i, p in zip(buffer.glyph_infos, buffer.glyph_positions)]
    out.append({"font": font, "name": name, "glyphs": glyphs})
lines = ",\n".join(json.dumps(o, ensure_ascii=False, separators=(",", ":")) for o in out)
(here / "shaping.json").write_text("[\n" + lines + "\n]\n", encoding="utf-8")
