import os
import shutil
from pathlib import Path

import pytest

from lab import Lab

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def lab():
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.fail("no Chromium: install it, or name it in CHROMIUM")
    lab = Lab(ROOT / "notebooks", chromium)
    yield lab
    lab.close()


@pytest.fixture(scope="session")
def pictures():
    folder = ROOT / "build" / "browser"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
