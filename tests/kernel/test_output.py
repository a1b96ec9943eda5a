"""Output arrives whole, in order and before idle, and memory stays bounded."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
import zmq

from conftest import TIMEOUT, kinds, text


def test_lines(kernel):
    reply, published = kernel.run(kernel.language.lines(100_000))
    assert reply["status"] == "ok"
    assert text(published) == "".join(f"line {i}\n" for i in range(100_000))


def test_displays(start):
    kernel = start("mock")
    process = psutil.Process(kernel.process.pid)
    msg_id = kernel.send("displays 1000 1000000")
    count = peak = 0
    while True:
        m = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if m["msg_type"] == "display_data":
            data = m["content"]["data"]["text/plain"]
            assert data[:6] == f"{count:06d}" and len(data) == 1_000_006
            count += 1
            if count % 20 == 0:
                peak = max(peak, process.memory_info().rss)
        elif m["msg_type"] == "status" and m["parent_header"]["msg_id"] == msg_id and m["content"]["execution_state"] == "idle":
            break
    assert count == 1000
    assert peak < 400e6
    kernel.close()


def test_stopped_client_costs_another_nothing(start):
    kernel = start("mock")
    # A front end in a process of its own that subscribes and is then stopped.
    url = kernel.client._make_url("iopub")
    child = subprocess.Popen([sys.executable, "-c", f"""
import zmq
s = zmq.Context().socket(zmq.SUB)
s.setsockopt(zmq.RCVHWM, 1)
s.connect({url!r})
s.setsockopt(zmq.SUBSCRIBE, b"")
s.recv_multipart()
print("ready", flush=True)
s.recv_multipart()
while True: pass
"""], stdout=subprocess.PIPE)
    try:
        child.stdout.readline()
        child.send_signal(signal.SIGSTOP)
        begin = time.monotonic()
        _, published = kernel.run("displays 300 1000000")
        assert kinds(published).count("display_data") == 300
        assert time.monotonic() - begin < TIMEOUT / 2
        assert psutil.Process(kernel.process.pid).memory_info().rss < 600e6
    finally:
        child.kill()
        child.wait()
        kernel.close()


def test_descriptors(kernel):
    l = kernel.language
    reply, published = kernel.run(l.descriptor(1, "one") + "\n" + l.descriptor(2, "two"))
    assert reply["status"] == "ok" and text(published) == "one\n" and text(published, "stderr") == "two\n"


def test_subprocess(kernel):
    reply, published = kernel.run(kernel.language.subprocess("i=0; while [ $i -lt 1000 ]; do echo $i; i=$((i+1)); done; echo end >&2"))
    assert reply["status"] == "ok"
    assert text(published) == "".join(f"{i}\n" for i in range(1000))
    assert text(published, "stderr") == "end\n"


def test_descriptor_lines(mock):
    _, published = mock.run("fdlines 20000")
    assert text(published) == "".join(f"line {i}\n" for i in range(20_000))


def test_interrupted_flood(mock):
    """A cell that floods is stopped, and the kernel goes on."""
    msg_id = mock.send("lines 100000000")
    mock.streaming(msg_id)
    mock.interrupt()
    assert mock.reply(msg_id)["content"]["ename"] == "interrupted"
    assert mock.run("out fine")[0]["status"] == "ok"


def test_bytes_of_one_character_in_two_writes(mock):
    _, published = mock.run("bytes e4bd\nbytes a0\nbytes f09f\nbytes 9880")
    assert text(published) == "你😀"
