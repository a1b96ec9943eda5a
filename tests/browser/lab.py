"""JupyterLab in a headless browser, used as a person would.

A Server is a JupyterLab on a free port of the loopback interface, with settings, workspaces, runtime files and trust database of
its own in a temporary folder. A Lab is one on copies of the notebooks, with a browser; a Notebook is one that is open in it.
"""
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

# The sandbox needs rights that root in a container lacks; the rest keeps the browser from calling home.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]
SETTINGS = {
    # Every cell in the document, not only those near the window.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
}
CELL = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-cell"


class Server:
    """A command that becomes a JupyterLab, with folders of its own for all that Jupyter keeps."""

    def __init__(self, command):
        self.folder = Path(tempfile.mkdtemp(prefix="medkit-browser."))
        for name, value in SETTINGS.items():
            file = self.folder / "settings" / f"{name}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(value))
        own = {f"JUPYTER_{k}_DIR": str(self.folder / k.lower()) for k in ("CONFIG", "DATA", "RUNTIME")}
        own |= {f"JUPYTERLAB_{k}_DIR": str(self.folder / k.lower()) for k in ("SETTINGS", "WORKSPACES")}
        self.token = secrets.token_hex(16)
        self.log = open(self.folder / "log", "w+")
        self.server = subprocess.Popen(
            [*command, "--no-browser", "--ip=127.0.0.1", "--port=0", f"--IdentityProvider.token={self.token}"],
            env=os.environ | own | {"IPYTHONDIR": str(self.folder / "ipython")}, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self._await()
        except BaseException:
            self.close()
            raise

    def get(self, path):
        with urllib.request.urlopen(f"{self.url}{path}?token={self.token}", timeout=60) as answer:
            return json.load(answer)

    def _await(self):
        end = time.monotonic() + 120
        while time.monotonic() < end and self.server.poll() is None:
            for file in (self.folder / "runtime").glob("jpserver-*.json"):
                try:
                    self.url = json.loads(file.read_text())["url"]
                    self.get("api/status")
                    return
                except (OSError, ValueError):
                    pass  # half written, or not listening yet
            time.sleep(0.1)
        self.log.seek(0)
        raise RuntimeError("JupyterLab did not start:\n" + self.log.read())

    def close(self):
        self.server.terminate()
        try:
            self.server.wait(30)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Lab(Server):
    """JupyterLab on a copy of some notebooks, and a browser."""

    def __init__(self, notebooks, chromium):
        self.copies = tempfile.TemporaryDirectory(prefix="medkit-notebooks.")
        self.root = Path(self.copies.name) / "notebooks"
        shutil.copytree(notebooks, self.root, ignore=shutil.ignore_patterns(".*"))
        root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        super().__init__([sys.executable, "-m", "jupyterlab", "--expose-app-in-browser", f"--ServerApp.root_dir={self.root}", *root])
        self.play = sync_playwright().start()
        self.browser = self.play.chromium.launch(executable_path=chromium, args=FLAGS, headless=True)

    def close(self):
        if hasattr(self, "browser"):
            self.browser.close()
            self.play.stop()
        super().close()
        self.copies.cleanup()

    def open(self, name, width=1280, height=900):
        return Notebook(self, name, width, height)


class Notebook:
    def __init__(self, lab, name, width, height):
        self.width, self.height = width, height
        self.page = lab.browser.new_page(viewport={"width": width, "height": height})
        self.page.set_default_timeout(60_000)
        self.complaints = []
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.goto(f"{lab.url}lab/tree/{name}?token={lab.token}&reset", wait_until="commit")
        self.page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.context?.isReady")
        self.page.wait_for_selector(CELL, state="attached")
        self.page.wait_for_function("() => document.querySelector('.jp-Dialog') || window.jupyterapp.shell.currentWidget"
                                    ".sessionContext.session?.kernel?.status === 'idle'")
        dialog = self.page.locator(".jp-Dialog")
        if dialog.count():
            raise AssertionError("JupyterLab asks: " + dialog.inner_text())

    def close(self):
        self.page.close()

    def js(self, body, argument=None):
        return self.page.evaluate("async arg => { const app = window.jupyterapp, panel = app.shell.currentWidget, nb = panel.content;"
                                  "const kernel = panel.sessionContext.session?.kernel;" + body + "}", argument)

    def command(self, name, arguments=None, wait=True):
        self.js(f"{'await ' if wait else ''}app.commands.execute(arg[0], arg[1] || {{}});", [name, arguments])

    def status(self):
        return self.js("return kernel?.status")

    def await_status(self, status):
        self.page.wait_for_function("s => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === s", arg=status)

    def await_idle(self, seconds=180):
        """Until no cell shows [*] and the kernel is idle."""
        self.page.wait_for_timeout(200)  # lets the first request leave
        self.page.wait_for_function(
            "() => { const p = window.jupyterapp.shell.currentWidget; return p.sessionContext.session?.kernel?.status === 'idle' &&"
            " ![...p.node.querySelectorAll('.jp-InputPrompt')].some(e => e.textContent.includes('*')); }", timeout=seconds * 1000)

    def run_all(self):
        self.command("notebook:run-all-cells", wait=False)
        self.await_idle()
        # The last reply may still be on its way when the kernel is idle.
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.content.widgets.every(c => c.model.type !== 'code' ||"
            " !c.model.sharedModel.getSource().trim() || c.model.executionCount !== null)", timeout=60_000)

    def cells(self):
        """The code cells as they would be saved, each with its place in the notebook."""
        return self.js("return nb.widgets.map((c, i) => ({...c.model.toJSON(), place: i})).filter(c => c.cell_type === 'code')")

    def cell(self, place):
        return self.page.locator(CELL).nth(place)

    def write(self, code):
        """Adds a cell at the end with this text and the cursor behind it."""
        self.js("nb.activeCellIndex = nb.widgets.length - 1; nb.deselectAll();")
        self.command("notebook:insert-cell-below")
        self.js("nb.activeCell.model.sharedModel.setSource(arg); nb.mode = 'edit'; const e = nb.activeCell.editor; e.focus();"
                "e.setCursorPosition(e.getPositionAt(arg.length));", code)
        self.page.wait_for_selector(f"{CELL}.jp-mod-active .cm-editor.cm-focused")
        return self.js("return nb.activeCellIndex")

    def run(self, code):
        """Runs a new cell; gives the text of its output as it is shown."""
        place = self.write(code)
        self.page.keyboard.press("Control+Enter")
        self.await_idle()
        return self.output(place)

    def output(self, place):
        return self.cell(place).locator(".jp-OutputArea").first.inner_text()

    def theme(self, name):
        self.command("apputils:change-theme", {"theme": name})
        light = "false" if "Dark" in name else "true"
        self.page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached")
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def picture(self, file):
        """The whole notebook, in a window as high as it is long."""
        tall = self.page.locator(CELL).evaluate_all("c => c.at(-1).getBoundingClientRect().bottom - c[0].getBoundingClientRect().top")
        self.page.set_viewport_size({"width": self.width, "height": min(int(tall) + 200, 16000)})
        self.page.locator(CELL).first.evaluate("e => e.scrollIntoView()")
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=file)
        self.page.set_viewport_size({"width": self.width, "height": self.height})

    def faint(self):
        """Texts of outputs whose contrast against what lies under them is below 4.5 : 1 (WCAG 2, AA)."""
        return self.page.evaluate("""() => {
            const parse = s => { const m = s.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
            const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
            const light = c => c.slice(0, 3).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = e => { const up = []; for (; e; e = e.parentElement) up.push(parse(getComputedStyle(e).backgroundColor));
                return up.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]); };
            const found = [];
            for (const area of document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output')) {
                const walk = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const e = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
                    if (!text || !e.getClientRects().length) continue;
                    const back = ground(e), a = light(over(parse(getComputedStyle(e).color), back)), b = light(back);
                    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    if (ratio < 4.5) found.push(ratio.toFixed(2) + ': ' + text.slice(0, 60));
                }
            }
            return found;
        }""")
