"""The kernel as a process: its start, its end, its files, and strangers on its ports."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from conftest import LANGUAGES, ROOT, TIMEOUT, ended, text

MEDKIT = ROOT / "bin" / "medkit"


def medkit(*args, env=None, **options):
    return subprocess.run([MEDKIT, *map(str, args)], capture_output=True, text=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL,
                          env={**os.environ, **env} if env else None, **options)


@pytest.mark.parametrize("busy", [False, True])
@pytest.mark.parametrize("restart", [False, True])
def test_shutdown(fresh, busy, restart):
    process = fresh.process
    if busy:
        fresh.streaming(fresh.send(fresh.language.out("started") + "\n" + fresh.language.blocked["loop"]))
    reply, published = fresh.ask("shutdown_request", {"restart": restart}, "control")
    assert reply["content"] == {"status": "ok", "restart": restart}
    assert ended(process, 20) == 0


def test_restart(fresh):
    fresh.run(fresh.language.assign("x", "1"))
    session = fresh.run(fresh.language.show("x"))[1][0]["header"]["session"]
    fresh.manager.restart_kernel(now=False)
    fresh.client.wait_for_ready(timeout=TIMEOUT)
    reply, published = fresh.run(fresh.language.show("x"))
    assert reply["status"] == "error"
    assert published[0]["header"]["session"] != session


def test_sigterm(fresh):
    fresh.streaming(fresh.send(fresh.language.out("started") + "\n" + fresh.language.blocked["sleep"]))
    fresh.process.send_signal(signal.SIGTERM)
    assert ended(fresh.process, 20) == 0


def test_sigint(fresh):
    l = fresh.language
    fresh.run(l.assign("x", "3"))
    msg_id = fresh.send(l.out("started") + "\n" + l.blocked["loop"])
    fresh.streaming(msg_id)
    fresh.process.send_signal(signal.SIGINT)
    assert fresh.reply(msg_id)["content"]["status"] == "error"
    assert fresh.run(l.show("x"))[0]["status"] == "ok"
    fresh.process.send_signal(signal.SIGINT)  # with no cell to interrupt
    assert fresh.run(l.show("x"))[0]["status"] == "ok"


@pytest.mark.parametrize("language", ["mock", "medkit"])
def test_parent_dies(specs, tmp_path, language):
    """A kernel ends when the process named by JPY_PARENT_PID is gone."""
    argv = json.loads((specs / language / "kernel.json").read_text())["argv"]
    file, _ = write_connection_file(str(tmp_path / "c.json"))
    argv = [a.replace("{connection_file}", file) for a in argv]
    # The parent starts the kernel, says its pid, and waits to be killed.
    parent = subprocess.Popen([sys.executable, "-c", f"""
import os, subprocess, time
p = subprocess.Popen({argv!r}, env={{**os.environ, "JPY_PARENT_PID": str(os.getpid())}}, start_new_session=True)
print(p.pid, flush=True)
time.sleep(1000)
"""], stdout=subprocess.PIPE, text=True)
    kernel = psutil.Process(int(parent.stdout.readline()))
    client = BlockingKernelClient(connection_file=file)
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    parent.kill()
    parent.wait()
    gone, _ = psutil.wait_procs([kernel], timeout=20)
    client.stop_channels()
    assert gone, "the kernel outlives its parent"


@pytest.mark.parametrize("language", ["mock", "medkit"])
def test_ipc(start, tmp_path, language):
    kernel = start(language, transport="ipc", ip=str(tmp_path / "k"))
    kernel.process.kill()  # leaves its files behind
    kernel.process.wait()
    assert len(list(tmp_path.glob("k-*"))) == 5
    kernel.manager.restart_kernel(now=True)
    kernel.client.wait_for_ready(timeout=TIMEOUT)
    files = list(tmp_path.glob("k-*"))
    assert len(files) == 5
    for f in files:
        assert stat.S_ISSOCK(f.stat().st_mode) and stat.S_IMODE(f.stat().st_mode) == 0o600, f
    assert text(kernel.run(kernel.language.out("over ipc"))[1]) == "over ipc\n"
    process = kernel.process
    kernel.manager.shutdown_kernel()
    ended(process, 20)
    assert not list(tmp_path.glob("k-*"))


def test_silent_and_garbage_connections(fresh):
    """Strangers on every port, silent or not, and a real front end beside them."""
    ports = [getattr(fresh.client, p) for p in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")]
    strangers = []
    for port in ports:
        for said in [b"", b"\xff", b"GET / HTTP/1.1\r\n\r\n", os.urandom(1000), b"\xff" + bytes(8) + b"\x7f\x03", b"\x00" * 64] * 40:
            s = socket.create_connection(("127.0.0.1", port))
            strangers.append(s)
            try:
                s.sendall(said)
            except OSError:
                pass
    begin = time.monotonic()
    other = fresh.connect()
    assert time.monotonic() - begin < 5
    other.stop_channels()
    assert fresh.run(fresh.language.out("fine"))[0]["status"] == "ok"
    assert fresh.manager.is_alive()
    for s in strangers:
        s.close()
    process = psutil.Process(fresh.process.pid)
    for _ in range(TIMEOUT * 10):
        if process.num_fds() < 60:
            break
        time.sleep(0.1)
    assert process.num_fds() < 60, "connections are not closed"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prlimit is Linux's")
def test_out_of_descriptors(start):
    """Without descriptors for new connections the kernel neither dies nor spins, and silent ones make room for a front end."""
    import resource
    kernel = start("mock")
    process = psutil.Process(kernel.process.pid)
    resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (process.num_fds() + 30, process.num_fds() + 30))
    ports = [getattr(kernel.client, p) for p in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")]
    strangers = [socket.create_connection(("127.0.0.1", port)) for port in ports for _ in range(40)]
    before = sum(process.cpu_times()[:2])
    time.sleep(1)
    assert sum(process.cpu_times()[:2]) - before < 0.7
    assert kernel.run("out fine")[0]["status"] == "ok"
    other = kernel.connect()
    other.stop_channels()
    for s in strangers:
        s.close()
    other = kernel.connect()
    other.stop_channels()
    kernel.close()


def test_key_is_not_printed(specs, tmp_path):
    file, _ = write_connection_file(str(tmp_path / "c.json"), key=b"SECRET-KEY")
    content = json.loads(Path(file).read_text())
    for change in {"transport": "udp"}, {"shell_port": "x"}, {"hb_port": 0}, {"signature_scheme": "hmac-md5"}, {"key": 5}:
        Path(file).write_text(json.dumps({**content, **change}))
        r = medkit("kernel", "-f", file)
        assert r.returncode == 1
        assert "SECRET" not in r.stdout + r.stderr
        assert str(file) in r.stderr and len(r.stderr.splitlines()) == 1


def test_address_in_use(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        file, _ = write_connection_file(str(tmp_path / "c.json"), shell_port=taken.getsockname()[1])
        r = medkit("kernel", "-f", file)
    assert r.returncode == 1 and "shell socket" in r.stderr and "in use" in r.stderr


def test_long_ipc_path(tmp_path):
    file, _ = write_connection_file(str(tmp_path / "c.json"), transport="ipc", ip=str(tmp_path / ("x" * 120)))
    r = medkit("kernel", "-f", file)
    assert r.returncode == 1 and "107" in r.stderr and "JUPYTER_RUNTIME_DIR" in r.stderr


def test_bad_log_level(tmp_path):
    file, _ = write_connection_file(str(tmp_path / "c.json"))
    r = medkit("kernel", "-f", file, env={"MEDKIT_LOG": "loud"})
    assert r.returncode == 1 and "MEDKIT_LOG" in r.stderr and '"loud"' in r.stderr


def test_log_goes_to_the_original_stderr(specs, start):
    kernel = start("mock", env={"MEDKIT_LOG": "debug"})
    kernel.client.shell_channel.send(kernel.client.session.msg("no_such_request", {}))
    kernel.run("fd 2 through the pipe")
    process = kernel.process
    kernel.manager.shutdown_kernel()
    ended(process)
    kernel.log.seek(0)
    log = kernel.log.read().decode()
    assert "no_such_request" in log and "through the pipe" not in log
    assert kernel.client.session.key.decode() not in log


@pytest.mark.parametrize("args, status, says", [
    ([], 2, "usage:"),
    (["--help"], 0, "install"),
    (["help"], 0, "install"),
    (["nonsense"], 2, '"nonsense"'),
    (["kernel"], 2, "-f CONNECTION_FILE"),
    (["kernel", "--help"], 0, "MEDKIT_LOG"),
    (["kernel", "-f"], 2, "-f"),
    (["kernel", "-f", "/no/such/file"], 1, "/no/such/file"),
    (["install", "--help"], 0, "--sys-prefix"),
    (["install", "--user", "--sys-prefix"], 2, "choose one"),
    (["install", "--prefix", ""], 2, "--prefix is empty"),
    (["install", "--prefix", "/tmp", "extra"], 2, '"extra"'),
    (["install", "--prefix", "/dev/null"], 1, "/dev/null"),
    (["install", "--name", "a/b", "--prefix", "/dev/null"], 1, '"a/b"'),
    (["uninstall", "--help"], 0, "--prefix"),
    (["version", "--help"], 0, "usage:"),
    (["version", "x"], 2, '"x"'),
])
def test_command_line(args, status, says):
    r = medkit(*args)
    assert r.returncode == status
    assert says in (r.stderr if status else r.stdout)
    assert (r.stdout if status else r.stderr) == ""


def test_version():
    lines = medkit("version").stdout.splitlines()
    assert lines[0].startswith("medkit ") and lines[1].startswith("commit ") and lines[2].startswith("go1.")


def test_install_and_uninstall(tmp_path):
    data = tmp_path / "data"
    env = {"JUPYTER_DATA_DIR": str(data)}
    for _ in range(2):
        r = medkit("install", "--user", env=env)
        assert r.returncode == 0 and str(data / "kernels" / "medkit") in r.stdout
    spec = json.loads((data / "kernels/medkit/kernel.json").read_text())
    assert spec["argv"] == [str(MEDKIT), "kernel", "-f", "{connection_file}"]
    assert (spec["interrupt_mode"], spec["kernel_protocol_version"], spec["language"]) == ("message", "5.5", "go")
    assert sorted(os.listdir(data / "kernels/medkit")) == ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]
    assert medkit("install", "--name", "other", env=env).returncode == 0
    assert json.loads((data / "kernels/other/kernel.json").read_text())["display_name"] != spec["display_name"]
    assert medkit("uninstall", env=env).returncode == 0
    assert sorted(os.listdir(data / "kernels")) == ["other"]
    assert medkit("uninstall", env=env).returncode == 1
    # Called by a link, it is the link that jupyter starts.
    link = tmp_path / "medkit"
    link.symlink_to(MEDKIT)
    subprocess.run([link, "install"], check=True, env={**os.environ, **env}, stdout=subprocess.DEVNULL)
    assert json.loads((data / "kernels/medkit/kernel.json").read_text())["argv"][0] == str(link)
    prefix = tmp_path / "environment"
    assert medkit("install", "--sys-prefix", env={"VIRTUAL_ENV": str(prefix)}).returncode == 0
    assert (prefix / "share/jupyter/kernels/medkit/kernel.json").exists()
    assert medkit("uninstall", "--prefix", prefix).returncode == 0
