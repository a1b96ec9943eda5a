"""The broadcasting notebook in JupyterLab: what a reader sees and does. Pictures go to build/browser."""
import json
import re

import pytest

NOTEBOOK = "01-broadcasting.ipynb"


@pytest.fixture(scope="module")
def stored(lab):
    return [c for c in json.loads((lab.root / NOTEBOOK).read_text())["cells"] if c["cell_type"] == "code"]


@pytest.fixture(scope="module")
def book(lab, stored):
    book = lab.open(NOTEBOOK)
    yield book
    book.close()


def plain(outputs):
    """What nbval compares of text: streams joined, and results."""
    join = lambda t: t if isinstance(t, str) else "".join(t)
    return [join(o.get("text") or o.get("data", {}).get("text/plain", "")) for o in outputs]


def test_stored_outputs_are_shown_before_anything_runs(book, stored, pictures):
    # The copy is not signed: this is what everybody sees who opens a notebook from elsewhere.
    assert not book.js("return nb.widgets.some(c => c.model.type === 'code' && c.model.trusted && c.model.outputs.length)")
    for cell, now in zip(stored, book.cells(), strict=True):
        if cell["outputs"]:
            assert book.output(now["place"]).strip(), f"nothing is shown of the outputs of:\n{now['source']}"
    book.picture(pictures / "untrusted.png")


def test_runs_top_to_bottom(book, stored, pictures):
    book.run_all()
    cells = book.cells()
    assert [c["execution_count"] for c in cells] == list(range(1, len(cells) + 1))
    for cell, now in zip(stored, cells, strict=True):
        raises = "raises-exception" in cell["metadata"].get("tags", [])
        assert any(o["output_type"] == "error" for o in now["outputs"]) == raises, now["outputs"]
        if "nbval-ignore-output" not in cell["metadata"].get("tags", []):
            assert plain(now["outputs"]) == plain(cell["outputs"])
    book.picture(pictures / "light.png")


def test_arrays_are_tables(book):
    areas = book.page.locator(".jp-OutputArea-output table")
    assert areas.count() > 0


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_everything_can_be_read(book, pictures, theme):
    book.theme(theme)
    book.picture(pictures / f"{theme.split()[-1].lower()}.png")
    assert book.faint() == []


def test_a_wrong_cell_says_why_and_the_next_one_works(book):
    said = book.run('import "medkit/array"\narray.Add(array.Zeros(3, 4), array.Zeros(5))')
    assert re.search(r"[Aa]dd", said) and "(3, 4)" in said and "(5,)" in said, said
    assert "goroutine" not in said
    assert "7" in book.run("3 + 4")


def test_completion(book):
    book.write('import "strings"\nstrings.ToUp')
    book.page.keyboard.press("Tab")
    book.page.wait_for_function("() => document.querySelector('.jp-Completer:not(.lm-mod-hidden) .jp-Completer-item') ||"
                                "window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.getSource().includes('ToUpper')")
    rows = book.page.locator(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-match").all_inner_texts()
    assert not rows or any("ToUpper" in r for r in rows), rows
    book.page.keyboard.press("Escape")


def test_help(book):
    book.write("strings.ToUpper")
    book.page.keyboard.press("Shift+Tab")
    tip = book.page.locator(".jp-Tooltip:not(.lm-mod-hidden) .jp-Tooltip-content")
    tip.first.wait_for()
    assert "func" in tip.first.inner_text()
    book.page.keyboard.press("Escape")


def test_interrupt_keeps_the_session(book):
    book.run("kept := 41")
    place = book.write("for { }")
    book.page.keyboard.press("Control+Enter")
    book.await_status("busy")
    book.page.wait_for_timeout(500)
    book.js("nb.mode = 'command'; nb.node.focus();")
    book.page.keyboard.press("i")
    book.page.keyboard.press("i")
    book.await_idle(60)
    assert "interrupt" in book.output(place).lower()
    assert "42" in book.run("kept + 1")


def test_restart_forgets(book):
    book.command("kernelmenu:restart", wait=False)
    book.page.locator(".jp-Dialog button.jp-mod-accept").click()
    book.page.wait_for_timeout(1000)
    book.await_status("idle")
    assert "kept" in book.run("kept")  # undefined: kept
    assert "2" in book.run("1 + 1")


def test_a_narrow_window(lab, pictures):
    book = lab.open(NOTEBOOK, width=700)
    try:
        book.picture(pictures / "narrow.png")
        wide = book.page.evaluate("""() => [...document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-child')]
            .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'visible').length""")
        assert wide == 0
    finally:
        book.close()


def test_the_page_had_no_errors(book):
    assert book.complaints == []
