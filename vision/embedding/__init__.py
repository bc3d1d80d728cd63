"""Embed garments as unit vectors."""

from vision.embedding.backbones import (
    Backbone,
    best_features,
    load_backbone,
    openvino_features,
    torch_features,
)
from vision.embedding.embedder import Embedder, Parts, weighted
from vision.embedding.trained import Trained, open_trained
from vision.runtime.identity import EFFICIENTNET_LITE0

__all__ = [
    "EFFICIENTNET_LITE0",
    "Backbone",
    "Embedder",
    "Parts",
    "Trained",
    "best_features",
    "load_backbone",
    "open_trained",
    "openvino_features",
    "torch_features",
    "weighted",
]
