"""Executes notebooks with the medkit kernel and stores their outputs in place, without what differs from run to run.

usage: execute.py NOTEBOOK...

A cell tagged raises-exception may fail; any other failure leaves the file as it was and ends with status 1.
"""
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def execute(path):
    nb = nbformat.read(path, as_version=4)
    spec = nb.metadata.kernelspec
    NotebookClient(nb, timeout=300, kernel_name=spec.name, record_timing=False, resources={"metadata": {"path": path.parent}}).execute()
    # The kernel says more of its language than a file should keep: a patch release would change every notebook.
    info = nb.metadata.language_info
    nb.metadata = {"kernelspec": spec, "language_info": {k: info[k] for k in ("name", "file_extension", "mimetype") if k in info}}
    for n, cell in enumerate(nb.cells):
        cell.id = f"cell-{n:02}"
        cell.metadata.pop("execution", None)
        cell.metadata.pop("trusted", None)
    nbformat.validate(nb)
    nbformat.write(nb, path)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        execute(Path(name))
        print("executed", name)
