"""``datelines``."""

from pathlib import Path

PAGE = "<!doctype html><html lang=en><title>{name}</title><h1>{name}</h1><article>{lead}{rest}</article></html>"
REST = "<p>The wall shelters the old harbour, where forty boats lie in winter, the harbour master said.</p>" * 3


def _site(folder: Path) -> Path:
    leads = {
        "coast/wall": "ROTTERDAM, March 4 (Reuters) - The wall that shelters the harbour leaks.",
        "coast/crane": "HAMBURG, March 5 (Reuters) - The crane that stands at the quay is lit at night.",
        "coast/ferry": "The ferry to the island stops for a week, its owner said on Monday.",
        "opinion/tide": "There is a tide in the affairs of harbours, as everybody knows who has waited for one.",
    }
    for name, lead in leads.items():
        file = folder / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(PAGE.format(name=f"The {file.stem} of the old harbour", lead=f"<p>{lead}</p>", rest=REST))
    return folder


def test_each_section_is_told_with_its_forms_and_a_schema(layoutcheck, tmp_path, file_regression):
    done = layoutcheck("datelines", str(_site(tmp_path)), "--pages", "--no-config")
    assert done.code == 0
    file_regression.check(done.out.replace("\\", "/").replace(tmp_path.as_posix(), "site"), encoding="utf-8")


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_told(layoutcheck, tmp_path):
    (_site(tmp_path) / "coast" / "empty.html").write_bytes(b"")
    done = layoutcheck("datelines", str(tmp_path), "--no-config")
    assert done.code == 1
    assert "empty.html: the page is empty" in done.err
    assert "2 of 3 pages have a dateline" in done.out


def test_neither_names_nor_datelines_give_orders(layoutcheck, tmp_path):
    lead = "<p>OSLO, March 4 (##vso[x]Reuters) - The wall that shelters the harbour leaks.</p>"
    (tmp_path / "::error::a.html").write_text(PAGE.format(name="The wall", lead=lead, rest=REST), encoding="utf-8")
    (tmp_path / "::error::b.html").write_bytes(b"")
    done = layoutcheck("datelines", ".", "--pages", "--no-config", cwd=tmp_path)
    lines = (done.out + done.err).splitlines()
    assert lines[0].startswith(":⟨U+003A⟩error::a.html")
    assert not any(line.startswith("::") or "##vso[" in line for line in lines)
