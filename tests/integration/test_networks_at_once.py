"""Networks that several threads run at once from the first moment on, as the first photos after a start do.

OpenVINO fills a table with the first array of a process, and threads that came at once with it waited for one
another for ever: about one start in ten hung with its first photos.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from vision.processor import has_openvino

STARTS = 25
SCRIPT = f"""
import os, signal, sys, threading
sys.modules["openvino_telemetry"] = None
import numpy as np
import openvino as ov
from openvino import opset13 as ops
from vision.processor import Converted

def first_moment():
    signal.alarm(20)
    picture = ops.parameter([1, 3, 8, 8], np.float32)
    run = Converted(ov.Core(), ov.Model([ops.relu(picture)], [picture], "network")).compile(
        [1, 3, 8, 8], precision="f32"
    )
    sys.setswitchinterval(1e-6)
    together = threading.Barrier(2)

    def look():
        together.wait()
        run(np.zeros((1, 3, 8, 8), np.float32))

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

ends = []
for _ in range({STARTS}):
    child = os.fork()  # what is loaded is loaded once; no thread has been started yet
    if child == 0:
        first_moment()
        os._exit(0)
    ends.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(ends)
"""


@pytest.mark.skipif(not has_openvino(), reason="needs OpenVINO, which is not installed")
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_threads_that_come_with_the_first_arrays_at_once_all_get_their_answer() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=600, check=True
    )
    assert ran.stdout == f"{[0] * STARTS}\n"
