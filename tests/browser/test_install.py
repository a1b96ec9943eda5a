"""What ./install.sh lab does: it serves our notebooks, signed, in a JupyterLab that knows the kernel."""
from conftest import ROOT
from lab import Server


def test_install_lab():
    server = Server([ROOT / "install.sh", "lab"])
    try:
        assert "medkit" in server.get("api/kernelspecs")["kernelspecs"]
        books = [f["path"] for f in server.get("api/contents")["content"] if f["type"] == "notebook"]
        assert "01-broadcasting.ipynb" in books
        for book in books:
            cells = server.get(f"api/contents/{book}")["content"]["cells"]
            assert all(c["metadata"].get("trusted") for c in cells if c["cell_type"] == "code"), f"{book} is not signed"
    finally:
        server.close()
