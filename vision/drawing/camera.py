"""Light in a stockroom, and a phone's camera."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import RgbImage


@dataclass(frozen=True, slots=True)
class Lighting:
    """Direction and softness of the light."""

    direction: tuple[float, float, float]
    """Unit vector towards the lamp; z points to the camera."""
    ambient: float
    """The share of ambient light, 0 to 1."""
    throw: float
    """How far shadows reach, in garment units."""
    hardness: float
    """How dark cast shadows are, 0 to 1."""


def random_lighting(rng: np.random.Generator) -> Lighting:
    """Choose a lamp or a window on any side."""
    angle = rng.uniform(0, 2 * np.pi)
    low = rng.uniform(0.5, 1.6)
    return Lighting(
        (float(np.cos(angle)), float(np.sin(angle)), float(low)),
        float(rng.uniform(0.25, 0.65)),
        float(rng.uniform(0.01, 0.06)),
        float(rng.uniform(0.05, 0.45)),
    )


def expose(
    scene: NDArray[np.float32], lighting: Lighting, rng: np.random.Generator, *, harshness: float = 1.0
) -> RgbImage:
    """Photograph a lit scene: light falloff, cast shadows, white balance, exposure, blur, noise, JPEG.

    Args:
        scene: (H, W, 3), float32, 0 to 255; overwritten.
        harshness: 0 to 1; more is worse.

    Returns:
        (H, W, 3), uint8.
    """
    height, width = scene.shape[:2]
    scene *= _fall_off(lighting, rng, (height, width), harshness)[..., None]
    scene *= _balance(rng, harshness) * _exposure(rng, harshness)
    picture = _blurred(scene, rng, harshness)
    grain = rng.uniform(0.5, 7.0) * (0.5 if rng.random() < 0.6 else 1.0)
    noise = rng.standard_normal((height, width), dtype=np.float32)
    colour = rng.standard_normal((height // 2 + 1, width // 2 + 1, 3), dtype=np.float32)
    picture += np.float32(grain) * noise[..., None]
    picture += np.float32(0.5 * grain) * cv2.resize(colour, (width, height), interpolation=cv2.INTER_LINEAR)
    picture = _toned(np.clip(picture, 0, 255), rng)
    quality = int(rng.integers(45, 96))
    done, packed = cv2.imencode(
        ".jpg", np.round(picture).astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality]
    )
    assert done
    return np.ascontiguousarray(np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)[..., ::-1])


def _fall_off(
    lighting: Lighting, rng: np.random.Generator, size: tuple[int, int], harshness: float
) -> NDArray[np.float32]:
    """Brighten towards the lamp, darken the corners; sometimes cast the photographer's shadow."""
    height, width = size
    small = (max(8, height // 8), max(8, width // 8))
    y, x = np.mgrid[-1 : 1 : small[0] * 1j, -1 : 1 : small[1] * 1j].astype(np.float32)
    towards = x * lighting.direction[0] + y * lighting.direction[1]
    light = 1 + rng.uniform(0, 0.35) * towards - rng.uniform(0, 0.14) * (x**2 + y**2)
    if rng.random() < 0.3 * harshness:
        angle = rng.uniform(0, 2 * np.pi)
        edge = (
            x * np.cos(angle)
            + y * np.sin(angle)
            + 0.15 * np.sin(3 * (y * np.cos(angle) - x * np.sin(angle)) + rng.uniform(0, 6))
        )
        soft = rng.uniform(0.02, 0.3)
        light *= 1 - rng.uniform(0.15, 0.5) / (1 + np.exp(-(edge - rng.uniform(-0.2, 0.8)) / soft))
    elif rng.random() < 0.12 * harshness:  # a patch of sun or a flash
        cx, cy = rng.uniform(-0.7, 0.7, 2)
        light *= 1 + rng.uniform(0.2, 0.7) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / rng.uniform(0.1, 0.6))
    full = cv2.resize(light.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.maximum(full, 0.12), np.float32)


def _balance(rng: np.random.Generator, harshness: float) -> NDArray[np.float32]:
    """Shift the white balance: too warm, too cold or a little green."""
    wrong = 0.4 + 0.6 * harshness
    warm, green = rng.normal(0, 0.09 * wrong), rng.normal(0, 0.025 * wrong)
    return np.array([1 + warm, 1 + green, 1 - warm], np.float32)


def _exposure(rng: np.random.Generator, harshness: float) -> np.float32:
    if rng.random() < 0.13 * harshness:
        return np.float32(rng.uniform(0.3, 0.6))
    return np.float32(np.clip(rng.normal(1.08, 0.07 + 0.1 * harshness), 0.6, 1.6))


def _blurred(scene: NDArray[np.float32], rng: np.random.Generator, harshness: float) -> NDArray[np.float32]:
    reach = max(scene.shape[:2]) / 400
    chance = rng.random() if rng.random() < harshness else 0.9  # a good phone sharpens
    if chance < 0.55:
        sigma = rng.uniform(0.2, 0.75) * reach
        return np.asarray(cv2.GaussianBlur(scene, (0, 0), sigma), np.float32) if sigma > 0.3 else scene
    if chance < 0.72:
        return np.asarray(cv2.GaussianBlur(scene, (0, 0), rng.uniform(0.7, 1.6) * reach), np.float32)
    if chance < 0.82:  # the hand shook
        length = max(3, round(rng.uniform(3, 9) * reach))
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        half = (length - 1) / 2
        a = (round(half + half * np.cos(angle)), round(half + half * np.sin(angle)))
        b = (round(half - half * np.cos(angle)), round(half - half * np.sin(angle)))
        cv2.line(kernel, a, b, 1.0)
        return np.asarray(cv2.filter2D(scene, -1, kernel / kernel.sum()), np.float32)
    # The phone sharpens.
    soft = cv2.GaussianBlur(scene, (0, 0), 1.2 * reach)
    return np.asarray(scene + np.float32(rng.uniform(0.2, 0.7)) * (scene - soft), np.float32)


def _toned(picture: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Apply a phone's contrast and saturation."""
    gamma, contrast, strength = rng.uniform(0.85, 1.2), rng.uniform(0.85, 1.2), rng.uniform(0.75, 1.25)
    picture = 255 * (picture * np.float32(1 / 255)) ** np.float32(gamma)
    grey = picture.mean(axis=2, keepdims=True)
    picture = grey + (picture - grey) * np.float32(strength)
    toned = np.clip((picture - 118) * np.float32(contrast) + 118, 0, 255)
    return np.asarray(toned, np.float32)
