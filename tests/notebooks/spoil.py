"""Copies a notebook and changes one stored number in it, so that a test can see that nbval notices.

usage: spoil.py NOTEBOOK COPY
"""
import re
import sys

import nbformat


def spoil(nb):
    for cell in nb.cells:
        if cell.cell_type != "code" or "nbval-ignore-output" in cell.metadata.get("tags", []):
            continue
        for output in cell.outputs:
            text = output.get("data", {}).get("text/plain", "")
            changed = re.sub(r"\d(?=\D*$)", lambda m: str((int(m.group()) + 1) % 10), text)
            if changed != text:
                output.data["text/plain"] = changed
                return
    sys.exit("no stored number to change")


if __name__ == "__main__":
    nb = nbformat.read(sys.argv[1], as_version=4)
    spoil(nb)
    nbformat.write(nb, sys.argv[2])
