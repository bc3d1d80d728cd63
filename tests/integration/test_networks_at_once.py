"""Networks that several threads run at once from the first moment on, as the first photos after a start do.

OpenVINO fills a table with the first array of a process, and threads that came at once with it waited for one
another for ever: about one start in ten hung with its first photos.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vision.runtime.processor import has_openvino

STARTS = 25
SCRIPT = f"""
import os, signal, sys, threading
from pathlib import Path
sys.modules["openvino_telemetry"] = None
import numpy as np
import openvino as ov
from openvino import opset13 as ops
from vision.runtime.processor import Converted

FILE = Path(sys.argv[1])

def in_a_process(work):
    child = os.fork()  # what is loaded is loaded once; no thread has been started yet
    if child == 0:
        signal.alarm(20)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

def write():
    picture = ops.parameter([1, 3, 8, 8], np.float32)
    ov.save_model(ov.Model([ops.relu(picture)], [picture], "network"), FILE)

def first_moment():
    run = Converted.read(FILE).compile([1, 3, 8, 8], precision="f32")
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

assert in_a_process(write) == 0
print([in_a_process(first_moment) for _ in range({STARTS})])
"""


@pytest.mark.skipif(not has_openvino(), reason="needs OpenVINO, which is not installed")
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_threads_that_come_with_the_first_arrays_at_once_all_get_their_answer(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "network.xml")]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, check=True)
    assert ran.stdout == f"{[0] * STARTS}\n"
