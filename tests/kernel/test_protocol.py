"""What front ends rely on, and jupyter_kernel_test does not look at."""

import time

import pytest
import zmq

from conftest import TIMEOUT, kinds, text


def test_order(kernel):
    """busy first, idle last, output between, all with the request's header."""
    reply, published = kernel.run(kernel.language.out("hello"))
    assert reply["status"] == "ok"
    assert kinds(published) == ["status", "execute_input", "stream", "status"]
    assert [m["content"]["execution_state"] for m in published if m["msg_type"] == "status"] == ["busy", "idle"]
    assert len({m["header"]["session"] for m in published}) == 1
    assert len({m["header"]["msg_id"] for m in published}) == len(published)


def test_every_reply_has_a_status(kernel):
    for channel in "shell", "control":
        reply, published = kernel.ask("kernel_info_request", {}, channel)
        assert reply["content"]["status"] == "ok"
        assert reply["content"]["protocol_version"] == "5.5"
        assert "supported_features" in reply["content"]
        assert kinds(published) == ["status", "status"]
    for kind, content in {
        "complete_request": {"code": "", "cursor_pos": 0},
        "inspect_request": {"code": "x", "cursor_pos": 0, "detail_level": 0},
        "is_complete_request": {"code": "x"},
        "history_request": {"hist_access_type": "tail", "n": 1, "output": False, "raw": True},
        "comm_info_request": {},
    }.items():
        assert "status" in kernel.ask(kind, content)[0]["content"], kind


def test_count(kernel):
    l = kernel.language
    before = kernel.run(l.out("a"))[0]["execution_count"]
    reply, published = kernel.run(l.out("a"), store_history=False)
    assert reply["execution_count"] == before and text(published) == "a\n"
    reply, published = kernel.run(l.out("a") + "\n" + l.value("5"), silent=True)
    assert reply["execution_count"] == before and kinds(published) == ["status", "status"]
    assert kernel.run(l.out("a"))[0]["execution_count"] == before + 1


def test_result(kernel):
    reply, published = kernel.run(kernel.language.value("42"))
    result, = [m["content"] for m in published if m["msg_type"] == "execute_result"]
    assert result["data"]["text/plain"] == "42" and result["execution_count"] == reply["execution_count"] and result["metadata"] == {}


def test_error(kernel):
    reply, published = kernel.run(kernel.language.fail())
    error, = [m["content"] for m in published if m["msg_type"] == "error"]
    assert reply["status"] == "error" and reply["execution_count"] > 0
    for key in "ename", "evalue", "traceback":
        assert reply[key] == error[key] and reply[key]
    assert kernel.run(kernel.language.out("fine"))[0]["status"] == "ok"


def test_user_expressions(kernel):
    l = kernel.language
    reply, _ = kernel.run(l.assign("known", "7"), user_expressions={"good": "known", "bad": "unknown_name"})
    assert reply["user_expressions"]["good"]["status"] == "ok"
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "7"
    bad = reply["user_expressions"]["bad"]
    assert bad["status"] == "error" and bad["ename"] and isinstance(bad["traceback"], list)


@pytest.mark.parametrize("round", range(5))
def test_stop_on_error(kernel, round):
    l = kernel.language
    failing = kernel.send(l.fail())
    queued = [kernel.send(l.out("never")) for _ in range(5)]
    assert kernel.reply(failing)["content"]["status"] == "error"
    for msg_id in queued:
        content = kernel.reply(msg_id)["content"]
        assert content["status"] == "error" and content["execution_count"] is not None
    reply, published = kernel.run(l.out("after"))
    assert reply["status"] == "ok" and text(published) == "after\n"


def test_go_on_after_error(kernel):
    l = kernel.language
    failing = kernel.send(l.fail(), stop_on_error=False)
    queued = kernel.send(l.out("yes"))
    assert kernel.reply(failing)["content"]["status"] == "error"
    assert kernel.reply(queued)["content"]["status"] == "ok"


def test_input(kernel):
    msg_id = kernel.send(kernel.language.ask(), allow_stdin=True)
    question = kernel.client.get_stdin_msg(timeout=TIMEOUT)
    assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == msg_id
    assert question["content"]["password"] is False
    kernel.client.input("Zoë")
    assert text(kernel.published(msg_id)) == "answer: Zoë\n"


def test_input_interrupted(kernel):
    msg_id = kernel.send(kernel.language.ask(), allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=TIMEOUT)
    kernel.interrupt()
    assert kernel.reply(msg_id)["content"]["status"] == "error"
    assert kernel.run(kernel.language.out("fine"))[0]["status"] == "ok"


def test_input_not_allowed(kernel):
    assert kernel.run(kernel.language.ask(), allow_stdin=False)[0]["status"] == "error"


def test_interrupt_keeps_variables(kernel):
    l = kernel.language
    kernel.run(l.assign("kept", "11"))
    for name, code in l.blocked.items():
        msg_id = kernel.send(l.out("started") + "\n" + code)
        kernel.streaming(msg_id)
        start = time.monotonic()
        kernel.interrupt()
        assert kernel.reply(msg_id)["content"]["status"] == "error", name
        assert time.monotonic() - start < 2, name
        _, published = kernel.run(l.show("kept"))
        assert [m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "execute_result"] == ["11"], name


def test_answers_while_busy(kernel):
    l = kernel.language
    msg_id = kernel.send(l.out("started") + "\n" + l.blocked["loop"])
    kernel.streaming(msg_id)
    try:
        slow = []
        for kind, content, channel in [
            ("complete_request", {"code": "f", "cursor_pos": 1}, "shell"),
            ("inspect_request", {"code": "f", "cursor_pos": 1, "detail_level": 0}, "shell"),
            ("is_complete_request", {"code": "f"}, "shell"),
            ("kernel_info_request", {}, "shell"),
            ("kernel_info_request", {}, "control"),
        ]:
            start = time.monotonic()
            kernel.ask(kind, content, channel)
            if time.monotonic() - start > 0.5:
                slow.append(kind)
        assert not slow
        assert kernel.client.is_alive()
        beat = zmq.Context.instance().socket(zmq.REQ)
        beat.setsockopt(zmq.LINGER, 0)
        beat.connect(kernel.client._make_url("hb"))
        beat.send(b"anything at all")
        assert beat.poll(TIMEOUT * 1000) and beat.recv() == b"anything at all"
        beat.close()
    finally:
        kernel.interrupt()
    kernel.reply(msg_id)


def test_late_output_belongs_to_its_cell(kernel):
    l = kernel.language
    first = kernel.send(l.later(100, "late"))
    kernel.published(first)
    second = kernel.send(l.sleep(300) + "\n" + l.out("second"))
    found = {}
    while len(found) < 2:
        m = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if m["msg_type"] == "stream":
            found[m["content"]["text"]] = m["parent_header"]["msg_id"]
    assert found == {"late\n": first, "second\n": second}


def test_unknown_comm_is_closed(kernel):
    msg = kernel.client.session.msg("comm_open", {"comm_id": "c", "target_name": "none", "data": {}})
    kernel.client.shell_channel.send(msg)
    published = kernel.published(msg["header"]["msg_id"])
    assert kinds(published) == ["status", "comm_close", "status"]
    assert published[1]["content"]["comm_id"] == "c"


def test_cursor_counts_code_points(mock):
    reply, _ = mock.ask("complete_request", {"code": "𝔊𝔊 unsh", "cursor_pos": 7})
    assert (reply["content"]["cursor_start"], reply["content"]["cursor_end"]) == (3, 7)
    assert reply["content"]["matches"] == ["unshowable"]


@pytest.mark.parametrize("cursor", [-1, 10_000])
def test_cursor_outside(kernel, cursor):
    reply, _ = kernel.ask("complete_request", {"code": "fm", "cursor_pos": cursor})
    assert reply["content"]["status"] == "ok"


def test_bad_messages_are_dropped(kernel):
    """A wrong signature, no delimiter, bad JSON, an unknown type: the next request works."""
    client = kernel.client
    for channel in client.shell_channel, client.control_channel:
        good = client.session.serialize(client.session.msg("execute_request", {"code": kernel.language.out("never")}))
        forged = list(good)
        forged[1] = b"0" * 64
        for frames in forged, good[1:], [b""], [b"<IDS|MSG>"], good[:3], good[:2] + [b"{"] * 4:
            channel.socket.send_multipart(frames)
        channel.send(client.session.msg("no_such_request", {}))
    assert kernel.run(kernel.language.out("fine"))[0]["status"] == "ok"
    assert kernel.ask("kernel_info_request", {}, "control")[0]["content"]["status"] == "ok"


def test_bad_content(kernel):
    reply, _ = kernel.ask("execute_request", {"code": 5})
    assert reply["content"]["status"] == "error" and "content.code" in reply["content"]["evalue"]


def test_two_front_ends(kernel):
    other = kernel.connect()
    try:
        msg_id = kernel.send(kernel.language.out("both"))
        assert text(kernel.published(msg_id)) == "both\n"
        assert text(kernel.published(msg_id, other)) == "both\n"
        kernel.reply(msg_id)
    finally:
        other.stop_channels()


def test_every_subscriber_is_welcomed(kernel):
    client = kernel.client
    sockets = []
    for topic in b"", b"", b"kernel", b"":
        s = zmq.Context.instance().socket(zmq.SUB)
        s.setsockopt(zmq.LINGER, 0)
        s.connect(client._make_url("iopub"))
        s.setsockopt(zmq.SUBSCRIBE, topic)
        sockets.append(s)
        assert s.poll(TIMEOUT * 1000)
        _, frames = client.session.feed_identities(s.recv_multipart())
        m = client.session.deserialize(frames)
        assert m["msg_type"] == "iopub_welcome" and m["content"] == {"subscription": topic.decode()}
        assert not m["parent_header"]
    for s in sockets:
        s.close()
