"""Kernels as processes, and front ends for them.

Most tests run twice: with the real binary and Go cells, and with mockkernel, the same process around an evaluator whose cells are
lists of commands (mock/mock.go). What only the mock can be told to do is tested with it alone.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 60  # for anything: a bound for tests that fail, not a measure


class Mock:
    name = "mock"

    def out(self, text): return f"out {text}"
    def err(self, text): return f"err {text}"
    def value(self, text): return f"value {text}"
    def fail(self): return "fail Bad very"
    def assign(self, name, value): return f"set {name} {value}"
    def show(self, name): return f"get {name}"
    def lines(self, n): return f"lines {n}"
    def descriptor(self, n, text): return f"fd {n} {text}"
    def subprocess(self, script): return f"sub {script}"
    def sleep(self, ms): return f"sleep {ms}"
    def later(self, ms, text): return f"later {ms} {text}"
    def ask(self): return "ask name?"
    blocked = {"loop": "loop", "sleep": "sleep 600000"}


class Go:
    name = "medkit"

    def out(self, text): return f'fmt.Println("{text}")'
    def err(self, text): return f'fmt.Fprintln(os.Stderr, "{text}")'
    def value(self, text): return f'"{text}"' if not text.isdigit() else text
    def fail(self): return 'panic("very")'
    def assign(self, name, value): return f"{name} := {value}"
    def show(self, name): return name
    def lines(self, n): return f'for i := 0; i < {n}; i++ {{ fmt.Printf("line %d\\n", i) }}'
    def descriptor(self, n, text): return f'syscall.Write({n}, []byte("{text}\\n"));'
    def subprocess(self, script):
        return f'c := exec.Command("sh", "-c", `{script}`)\nc.Stdout, c.Stderr = os.Stdout, os.Stderr\nif err := c.Run(); err != nil {{ panic(err) }}'
    def sleep(self, ms): return f"time.Sleep({ms} * time.Millisecond)"
    def later(self, ms, text): return f'go func() {{ time.Sleep({ms} * time.Millisecond); fmt.Println("{text}") }}()'
    def ask(self): return 'answer, err := bufio.NewReader(os.Stdin).ReadString(\'\\n\')\nif err != nil { panic(err) }\nfmt.Print("answer: ", answer)'
    blocked = {
        "loop": "for {}",
        "select": "select {}",
        "sleep": "time.Sleep(10 * time.Minute)",
        "channel": "<-make(chan int)",
        "mutex": "var mu sync.Mutex\nmu.Lock()\nmu.Lock()",
        "function": "func spin() { for {} }\nspin()",
    }


LANGUAGES = {"mock": Mock(), "medkit": Go()}


@pytest.fixture(scope="session")
def specs(tmp_path_factory):
    """A directory of kernelspecs: medkit as install writes it, and mock."""
    prefix = tmp_path_factory.mktemp("prefix")
    medkit = ROOT / "bin" / "medkit"
    assert medkit.exists(), "bin/medkit is missing: run ./install.sh"
    subprocess.run([medkit, "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
    program = tmp_path_factory.mktemp("bin") / "mockkernel"
    subprocess.run(["go", "build", "-o", program, "./tests/kernel/mockkernel"], check=True, cwd=ROOT)
    mock = prefix / "share/jupyter/kernels/mock"
    mock.mkdir()
    (mock / "kernel.json").write_text(json.dumps({
        "argv": [str(program), "{connection_file}"], "display_name": "mock", "language": "mock",
        "interrupt_mode": "message", "kernel_protocol_version": "5.5",
    }))
    return prefix / "share/jupyter/kernels"


class Kernel:
    """A kernel process with one front end."""

    def __init__(self, specs, language, env=None, **traits):
        self.language = language
        self.manager = KernelManager(kernel_name=language.name, kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(specs)]), **traits)
        self.log = tempfile.TemporaryFile()
        self.manager.start_kernel(env={**os.environ, **(env or {})}, stderr=self.log)
        self.client = self.connect()

    @property
    def process(self):
        return self.manager.provisioner.process

    def connect(self):
        client = self.manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        return client

    def send(self, code, **options):
        return self.client.execute(code, **options)

    def reply(self, msg_id, channel="shell"):
        get = {"shell": self.client.get_shell_msg, "control": self.client.get_control_msg}[channel]
        while True:
            m = get(timeout=TIMEOUT)
            if m["parent_header"].get("msg_id") == msg_id:
                return m

    def published(self, msg_id, client=None):
        """What was published for a request, from busy to idle."""
        out = []
        while True:
            m = (client or self.client).get_iopub_msg(timeout=TIMEOUT)
            if m["parent_header"].get("msg_id") != msg_id:
                continue
            out.append(m)
            if m["msg_type"] == "status" and m["content"]["execution_state"] == "idle":
                return out

    def run(self, code, **options):
        msg_id = self.send(code, **options)
        published = self.published(msg_id)
        return self.reply(msg_id)["content"], published

    def ask(self, kind, content, channel="shell"):
        msg = self.client.session.msg(kind, content)
        getattr(self.client, f"{channel}_channel").send(msg)
        return self.reply(msg["header"]["msg_id"], channel), self.published(msg["header"]["msg_id"])

    def streaming(self, msg_id):
        """Waits for the first output of a request."""
        while True:
            m = self.client.get_iopub_msg(timeout=TIMEOUT)
            if m["msg_type"] == "stream" and m["parent_header"].get("msg_id") == msg_id:
                return m

    def interrupt(self):
        self.ask("interrupt_request", {}, "control")

    def close(self):
        try:
            self.client.stop_channels()
            if self.manager.has_kernel:
                self.manager.shutdown_kernel(now=True)
        finally:
            self.log.close()


def text(published, name="stdout"):
    return "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream" and m["content"]["name"] == name)


def kinds(published):
    return [m["msg_type"] for m in published]


def ended(process, timeout=TIMEOUT):
    """Waits for a process's end; its exit status."""
    return process.wait(timeout)


@pytest.fixture(scope="session")
def start(specs):
    kernels = []

    def make(language, **options):
        k = Kernel(specs, LANGUAGES[language] if isinstance(language, str) else language, **options)
        kernels.append(k)
        return k

    yield make
    for k in kernels:
        k.close()


@pytest.fixture(scope="session")
def shared():
    return {}


@pytest.fixture(params=["mock", "medkit"])
def kernel(request, start, shared):
    """A kernel that tests share, as long as they leave it alive."""
    k = shared.get(request.param)
    if k is None or not k.manager.is_alive():
        k = shared[request.param] = start(request.param)
    return k


@pytest.fixture(params=["mock", "medkit"])
def fresh(request, start):
    """A kernel of the test's own."""
    k = start(request.param)
    yield k
    k.close()


@pytest.fixture
def mock(start, shared):
    k = shared.get("mock")
    if k is None or not k.manager.is_alive():
        k = shared["mock"] = start("mock")
    return k
