"""The print on hang tags, care labels and cartons in a photo, line by line.

Text is found at a low resolution and read at the full one, by the networks of RapidOCR (PP-OCRv6), which lie
in its package: nothing is downloaded. They are loaded for the first photo that shows print.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import RgbImage

log = logging.getLogger(__name__)

Quad: TypeAlias = NDArray[np.float32]
"""The corners of a line of text, (4, 2): x, y; from its left end along its upper edge."""

FINDING_SIDE = 736
"""Longest side, in pixels, at which text is found."""
CLOSER = 1.3
"""How much larger print must become for a second search around the first's finds."""
NEAR = 0.6
"""Lines nearer than this share of their length belong to one label; shorter words may lie so far off."""
MAX_WINDOWS, MAX_QUADS, MAX_ASPECT = 3, 200, 40
MAX_LINES = 40
MAX_LENGTH = 80
"""Characters of a line; longer ones are cut."""
SURE = 0.6
"""The network's mean confidence in a line's characters, from which on the line is taken."""
SURE_ALONE = 0.9
"""The same for a single character: a care symbol may pass for one."""
_UPRIGHT_TRIED = 4
"""Lines read in two directions to find out which way is up."""
_DETECTION, _RECOGNITION = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"


class Reader(Protocol):
    """What reads print; `LabelReader` is one. Safe to call from several threads."""

    def __call__(self, photo: RgbImage, /) -> tuple[str, ...]:
        """Return the lines of print in a photo, (H, W, 3), from top to bottom."""


class LabelReader:
    """Reads print with RapidOCR. Without it or OpenVINO, nothing is read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._engine: Any = None
        self._missing = False

    def __call__(self, photo: RgbImage, /) -> tuple[str, ...]:
        """See `Reader`."""
        with self._lock:  # its sessions hold one photo's results
            if self._engine is None and not self._missing:
                self._engine = _open_engine()
                self._missing = self._engine is None
            if self._missing:
                return ()
            pixels = np.ascontiguousarray(photo[..., ::-1])  # it was trained on BGR
            quads = _found(self._engine, pixels)
            return tuple(text[:MAX_LENGTH] for text in _rows(*self._read(pixels, quads)))

    def _read(self, pixels: NDArray[np.uint8], quads: Sequence[Quad]) -> tuple[list[Quad], list[str]]:
        """Read each quad the right way up; return those that are read, turned so that text runs along x."""
        if not quads:
            return [], []
        longest = sorted(range(len(quads)), key=lambda i: -_length(quads[i]))
        tried = longest[:_UPRIGHT_TRIED]
        ahead = _recognised(self._engine, pixels, [quads[i] for i in tried])
        back = _recognised(self._engine, pixels, [_turned(quads[i]) for i in tried])
        turned = sum(_likely_text(*line) for line in back) > sum(_likely_text(*line) for line in ahead)
        results = dict(zip(tried, back if turned else ahead, strict=True))
        rest = [i for i in range(len(quads)) if i not in results]
        upright = {i: _turned(quads[i]) if turned else quads[i] for i in range(len(quads))}
        results |= zip(rest, _recognised(self._engine, pixels, [upright[i] for i in rest]), strict=True)
        kept = [i for i in range(len(quads)) if _is_sure(*results[i])]
        return [upright[i] for i in kept], [results[i][0].strip() for i in kept]


def _open_engine() -> Any:
    """Load RapidOCR's networks on OpenVINO; None if either is missing."""
    try:
        import openvino  # noqa: F401
        import rapidocr
        from rapidocr import EngineType, RapidOCR
    except ImportError as error:
        log.warning("labels are not read: %s is missing", error.name)
        return None
    models = Path(rapidocr.__file__).parent / "models"
    if not all((models / name).is_file() for name in (_DETECTION, _RECOGNITION)):
        log.warning("labels are not read: RapidOCR's networks are not in its package")
        return None
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Det.engine_type": EngineType.OPENVINO,
            "Det.model_path": str(models / _DETECTION),
            "Det.limit_side_len": FINDING_SIDE,
            "Det.limit_type": "max",
            "Rec.engine_type": EngineType.OPENVINO,
            "Rec.model_path": str(models / _RECOGNITION),
        }
    )
    return engine._load_det_model(), engine._load_rec_model()


def _likely_text(text: str, score: float) -> float:
    """How much a reading speaks for its direction. Care symbols pass for Chinese either way up."""
    return score**2 * sum(character.isalnum() and character < "\u0250" for character in text)


def _is_sure(text: str, score: float) -> bool:
    return bool(text.strip()) and score >= (SURE_ALONE if len(text.strip()) == 1 else SURE)


def _found(engine: Any, pixels: NDArray[np.uint8]) -> list[Quad]:
    """Find lines of text: coarsely, then again around what was found, if that shows it larger."""
    height, width = pixels.shape[:2]
    coarse = _detected(engine, pixels)
    if max(height, width) <= CLOSER * FINDING_SIDE:
        return _lengthwise(coarse)
    quads: list[Quad] = []
    for left, top, right, bottom in _windows(coarse, width, height):
        if CLOSER * max(right - left, bottom - top) > max(height, width):
            inside = [
                quad
                for quad in coarse
                if left <= quad[:, 0].mean() < right and top <= quad[:, 1].mean() < bottom
            ]
            quads += inside
            continue
        window = np.ascontiguousarray(pixels[top:bottom, left:right])
        quads += [quad + np.array([left, top], np.float32) for quad in _detected(engine, window)]
    return _lengthwise(quads)


def _detected(engine: Any, pixels: NDArray[np.uint8]) -> list[Quad]:
    boxes = engine[0](pixels).boxes
    quads = [] if boxes is None else [np.asarray(box, np.float32) for box in boxes]
    # No line of print is so long; each would cost what all others do together.
    return [quad for quad in quads if _length(quad) <= MAX_ASPECT * _height(quad)][:MAX_QUADS]


def _windows(quads: Sequence[Quad], width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Join quads that lie near each other; the largest groups as left, top, right, bottom, with a margin."""
    groups: list[tuple[float, float, float, float, float]] = []
    for quad in quads:
        (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
        near = NEAR * _length(quad)
        group = left - near, top - near, right + near, bottom + near, _length(quad)
        while overlapping := [other for other in groups if _overlap(group, other)]:
            groups = [other for other in groups if other not in overlapping]
            lefts, tops, rights, bottoms, lengths = zip(group, *overlapping, strict=True)
            group = min(lefts), min(tops), max(rights), max(bottoms), sum(lengths)
        groups.append(group)
    groups.sort(key=lambda each: -each[4])
    return [
        (max(0, int(left)), max(0, int(top)), min(width, int(right) + 1), min(height, int(bottom) + 1))
        for left, top, right, bottom, _ in groups[:MAX_WINDOWS]
    ]


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lengthwise(quads: Sequence[Quad]) -> list[Quad]:
    """The longest quads, each from a long side on; nearly square ones as most of the text beside them."""
    longest = sorted(quads, key=lambda quad: -_length(quad))[:MAX_LINES]
    upright = [np.linalg.norm(quad[3] - quad[0]) > np.linalg.norm(quad[1] - quad[0]) for quad in longest[:3]]
    standing = sum(upright) > len(upright) / 2
    turned = []
    for quad in longest:
        along, across = np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])
        square = max(along, across) < 1.4 * min(along, across)
        turned.append(np.roll(quad, -1, axis=0) if (standing if square else across > along) else quad)
    return turned


def _turned(quad: Quad) -> Quad:
    """The same quad, read from its other end."""
    return np.roll(quad, 2, axis=0)


def _length(quad: Quad) -> float:
    return float(max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])))


def _height(quad: Quad) -> float:
    return float(min(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])))


def _recognised(engine: Any, pixels: NDArray[np.uint8], quads: Sequence[Quad]) -> list[tuple[str, float]]:
    """Read the text in each quad, with the confidence, 0 to 1."""
    if not quads:
        return []
    from rapidocr.ch_ppocr_rec import TextRecInput

    read = engine[1](TextRecInput(img=[_straightened(pixels, quad) for quad in quads]))
    return [(str(text), float(score)) for text, score in zip(read.txts, read.scores, strict=True)]


def _straightened(pixels: NDArray[np.uint8], quad: Quad) -> NDArray[np.uint8]:
    """Cut out a quad as a rectangle."""
    width = max(2, round(float(max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3])))))
    height = max(2, round(float(max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1])))))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, corners)
    cut = cv2.warpPerspective(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(cut, np.uint8)


def _rows(quads: Sequence[Quad], texts: Sequence[str]) -> list[str]:
    """Join the texts that stand side by side into rows, from top to bottom, with two spaces between."""
    if not quads:
        return []
    direction = np.sum([quad[1] - quad[0] for quad in quads], axis=0)
    along = direction / max(float(np.linalg.norm(direction)), 1e-6)
    down = np.array([-along[1], along[0]])
    middles = np.array([quad.mean(axis=0) for quad in quads])
    heights = np.array([np.linalg.norm(quad[3] - quad[0]) for quad in quads])
    x, y = middles @ along, middles @ down
    rows: list[list[int]] = []
    for i in np.argsort(y, kind="stable"):
        last = rows[-1] if rows else []
        if last and abs(y[i] - np.mean(y[last])) < 0.5 * min(heights[i], float(np.mean(heights[last]))):
            last.append(int(i))
        else:
            rows.append([int(i)])
    return ["  ".join(texts[i] for i in sorted(row, key=lambda i: x[i])) for row in rows]
