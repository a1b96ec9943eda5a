"""The Jupyter project's own test of kernels, with Go cells and with the mock."""

import os

import jupyter_kernel_test
import pytest


@pytest.fixture(autouse=True, scope="module")
def kernelspecs(specs):
    """KernelTests look for the kernel where JUPYTER_PATH leads to."""
    old = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = str(specs.parent)
    yield
    if old is None:
        del os.environ["JUPYTER_PATH"]
    else:
        os.environ["JUPYTER_PATH"] = old


class TestGo(jupyter_kernel_test.KernelTests):
    kernel_name = "medkit"
    language_name = "go"
    file_extension = ".go"
    code_hello_world = 'fmt.Println("hello, world")'
    code_stderr = 'fmt.Fprintln(os.Stderr, "oops")'
    code_generate_error = 'panic("on purpose")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": '"ab"'},
        {"code": "x := 3\nx + 1", "result": "4"},
        {"code": "[]int{1, 2, 3}", "mime": "text/plain", "result": "[1 2 3]"},
    ]
    code_display_data = [{"code": 'display.Show(display.HTML("<b>bold</b>"))', "mime": "text/html"}]
    code_clear_output = "display.Clear(false)"
    completion_samples = [
        {"text": "fmt.Printl", "matches": {"fmt.Println"}},
        {"text": "strings.ToUpp", "matches": {"strings.ToUpper", "strings.ToUpperSpecial"}},
    ]
    complete_code_samples = ["1 + 1", "x := 1", 'fmt.Println("a")', "func f() int { return 1 }", "// a comment", ""]
    incomplete_code_samples = ["func f() {", "for i := 0; i < 3; i++ {", 'fmt.Println("a",', "x := `raw", "/* open"]
    invalid_code_samples = ["x := )", "func {", "1 + / 2"]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "fmt.Println"
    support_iopub_welcome = True


class TestMock(jupyter_kernel_test.KernelTests):
    kernel_name = "mock"
    language_name = "mock"
    file_extension = ".mock"
    code_hello_world = "out hello, world"
    code_stderr = "err oops"
    code_page_something = "page help"
    code_generate_error = "fail Bad on purpose"
    code_execute_result = [{"code": "value 42", "result": "42"}]
    code_display_data = [{"code": "display d x", "mime": "image/png"}]
    code_clear_output = "clear"
    completion_samples = [{"text": "unsh", "matches": {"unshowable"}}]
    complete_code_samples = ["out x"]
    incomplete_code_samples = ["out \\"]
    invalid_code_samples = ["out \x00"]
    code_history_pattern = "val*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "value"
    support_iopub_welcome = True
