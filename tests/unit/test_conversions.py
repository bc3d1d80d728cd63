"""What is made of checkpoints is kept from one start to the next, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from tests.kit.checkpoints import tiny_checkpoint
from tests.kit.photos import jpeg, red_on_green
from vision.embedding import load_backbone, open_trained, openvino_features
from vision.errors import CheckpointError
from vision.pipeline import PhotoPipeline
from vision.runtime import checkpoints, imagenet
from vision.runtime.conversions import Conversions, ship
from vision.runtime.embedding_checkpoint import SHIPPED_EMBEDDING
from vision.runtime.identity import Identity, shipped_identity
from vision.segmentation.checkpoints import save_tiramisu
from vision.segmentation.neural import open_runtime, probabilities


class Kitchen:
    """Makes entries, and counts them."""

    def __init__(self, folder: Path | None, *, shipped: Path | None = None) -> None:
        self.conversions, self.made = Conversions(folder, shipped=shipped), 0

    def ask(self, *made_of: Path | str, name: str = "soup") -> bytes:
        """What the entry holds, made where it must be."""
        with self.conversions.entry(name, made_of, self._make) as folder:
            return (folder / "bowl").read_bytes()

    def _make(self, folder: Path) -> None:
        self.made += 1
        (folder / "bowl").write_bytes(b"hot")


def test_an_entry_is_made_once_for_the_same_content(tmp_path: Path) -> None:
    recipe, copy = tmp_path / "recipe", tmp_path / "copy"
    recipe.write_text("leek")
    copy.write_text("leek")
    first, later = Kitchen(tmp_path / "kept"), Kitchen(tmp_path / "kept")
    assert first.ask(recipe, "pot 1") == later.ask(copy, "pot 1") == b"hot"
    assert (first.made, later.made) == (1, 0)


def test_other_content_or_another_version_is_another_entry(tmp_path: Path) -> None:
    recipe, kitchen = tmp_path / "recipe", Kitchen(tmp_path / "kept")
    recipe.write_text("leek")
    kitchen.ask(recipe, "pot 1")
    kitchen.ask(recipe, "pot 2")
    recipe.write_text("carrot")
    kitchen.ask(recipe, "pot 2")
    assert kitchen.made == 3


@pytest.mark.parametrize("damage", ["bowl", "digests.json"])
@pytest.mark.parametrize("how", [b"cold", b"", None])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: str, how: bytes | None) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.ask("leek")
    (entry,) = tmp_path.iterdir()
    if how is None:
        (entry / damage).unlink()
    else:
        (entry / damage).write_bytes(how)
    assert kitchen.ask("leek") == kitchen.ask("leek") == b"hot"
    assert kitchen.made == 2
    assert list(tmp_path.iterdir()) == [entry]


def test_nothing_half_made_is_kept(tmp_path: Path) -> None:
    def burn(folder: Path) -> None:
        (folder / "bowl").write_bytes(b"burnt")
        raise RuntimeError("the kitchen is on fire")

    with pytest.raises(RuntimeError), Conversions(tmp_path).entry("soup", ["leek"], burn):
        pass
    assert list(tmp_path.iterdir()) == []
    assert Kitchen(tmp_path).ask("leek") == b"hot"


def test_two_may_make_the_same_entry_at_once(tmp_path: Path) -> None:
    both_cook = threading.Barrier(2, timeout=30)
    served: list[bytes] = []

    def make(folder: Path) -> None:
        (folder / "bowl").write_bytes(b"hot")
        both_cook.wait()

    def cook() -> None:
        with Conversions(tmp_path).entry("soup", ["leek"], make) as folder:
            served.append((folder / "bowl").read_bytes())

    cooks = [threading.Thread(target=cook) for _ in range(2)]
    for thread in cooks:
        thread.start()
    for thread in cooks:
        thread.join()
    assert served == [b"hot", b"hot"]
    assert len(list(tmp_path.iterdir())) == 1
    third = Kitchen(tmp_path)
    assert third.ask("leek") == b"hot"
    assert third.made == 0


def test_of_one_name_only_the_last_used_stay(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.ask("salt", name="sauce")
    for number in range(3):
        kitchen.ask(f"leek {number}")
        for age, entry in enumerate(sorted(tmp_path.glob("soup-*"), key=os.path.getmtime)):
            os.utime(entry, (1_000 + age, 1_000 + age))
    kitchen.ask("leek 0")  # the oldest, but used again
    kitchen.ask("leek 3")
    assert kitchen.made == 5
    assert len(list(tmp_path.glob("soup-*"))) == 3
    kitchen.ask("leek 0")
    kitchen.ask("salt", name="sauce")
    assert kitchen.made == 5


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kitchen = Kitchen(tmp_path / "file" / "kept")
    assert kitchen.ask("leek") == kitchen.ask("leek") == b"hot"
    assert kitchen.made == 2


def test_a_shipped_conversion_is_used_for_the_checkpoint_that_it_was_made_of_alone(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe"
    recipe.write_text("leek")
    cook = Kitchen(None)
    ship(tmp_path / "shipped", "soup", recipe, cook._make)
    guest = Kitchen(tmp_path / "kept", shipped=tmp_path / "shipped")
    assert guest.ask(recipe, "pot 1") == guest.ask(recipe, "pot 2") == b"hot"
    assert (guest.made, (tmp_path / "kept").exists()) == (0, False)
    guest.ask(recipe, name="sauce")
    recipe.write_text("carrot")
    guest.ask(recipe)
    assert guest.made == 2


@pytest.mark.parametrize("damage", ["bowl", "digests.json", "source.txt"])
@pytest.mark.parametrize("how", [b"cold", b"", None])
def test_a_damaged_shipped_conversion_is_not_used(tmp_path: Path, damage: str, how: bytes | None) -> None:
    recipe = tmp_path / "recipe"
    recipe.write_text("leek")
    entry = ship(tmp_path / "shipped", "soup", recipe, Kitchen(None)._make)
    if how is None:
        (entry / damage).unlink()
    else:
        (entry / damage).write_bytes(how)
    guest = Kitchen(tmp_path / "kept", shipped=tmp_path / "shipped")
    assert guest.ask(recipe) == b"hot"
    assert guest.made == 1


def test_all_shipped_checkpoints_are_shipped_converted() -> None:
    """If this fails after a training: run `python -m vision convert`."""
    conversions = Conversions()
    for name, checkpoint in {
        "tiramisu": checkpoints.SHIPPED_TIRAMISU,
        "projection": checkpoints.SHIPPED_PROJECTION,
        "embedding": SHIPPED_EMBEDDING,
        "efficientnet_lite0": imagenet.weights_path(),
    }.items():
        assert conversions.shipped(name, checkpoint), name


@pytest.mark.slow
def test_the_shipped_conversions_are_what_the_checkpoints_are_today() -> None:
    """If this fails after a change of a network's code: run `python -m vision convert`."""
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    shipped, fresh = Conversions(), Conversions(shipped=None)
    first, second = (checkpoints.load_projection(checkpoints.SHIPPED_PROJECTION, c) for c in (shipped, fresh))
    assert first.name == second.name
    photo, _ = red_on_green(60, 60)
    maps = [
        probabilities(open_runtime(checkpoints.SHIPPED_TIRAMISU, c), photo).garment for c in (shipped, fresh)
    ]
    assert np.abs(maps[0] - maps[1]).mean() < 1e-3
    rng, backbone = np.random.default_rng(0), load_backbone()
    batch = rng.normal(size=(2, 3, 224, 224)).astype(np.float32)
    first_features, features = (openvino_features(backbone, c)(batch) for c in (shipped, fresh))
    assert np.allclose(first_features, features, atol=1e-3)
    trained = [open_trained(conversions=c) for c in (shipped, fresh)]
    assert trained[0].notes == trained[1].notes
    side = trained[0].notes.side
    batch = rng.normal(size=(2, 3, side, side)).astype(np.float32)
    assert np.allclose(trained[0].run(batch), trained[1].run(batch), atol=1e-3)


def test_a_pipeline_is_known_before_it_is_loaded(pipeline: PhotoPipeline) -> None:
    assert shipped_identity() == Identity(pipeline.model_id, pipeline.dimension)


def test_the_kept_network_and_projection_say_what_the_fresh_ones_say(tmp_path: Path) -> None:
    save_tiramisu(tiny_checkpoint(), tmp_path / "tiny.pt")
    photo, _ = red_on_green(60, 60)
    kept = Conversions(tmp_path / "kept", shipped=None)
    maps = [probabilities(open_runtime(tmp_path / "tiny.pt", kept), photo).garment for _ in range(2)]
    fresh = probabilities(open_runtime(tmp_path / "tiny.pt"), photo).garment
    assert np.array_equal(maps[0], maps[1])
    assert np.array_equal(maps[0], fresh)
    first, second = (checkpoints.load_projection(checkpoints.SHIPPED_PROJECTION, kept) for _ in range(2))
    assert first.name == second.name
    assert (first.backbone, first.colour_weight) == (second.backbone, second.colour_weight)


@pytest.mark.slow
def test_a_vector_is_the_same_to_the_last_bit_whether_the_network_was_kept_or_not(tmp_path: Path) -> None:
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    backbone, kept = load_backbone(), Conversions(tmp_path, shipped=None)
    batch = np.random.default_rng(0).normal(size=(2, 3, 224, 224)).astype(np.float32)
    fresh = openvino_features(backbone, Conversions(shipped=None))(batch)
    for _ in range(2):
        assert np.array_equal(openvino_features(backbone, kept)(batch), fresh)


def test_an_absent_or_damaged_checkpoint_is_said_to_be_so_with_conversions_too(tmp_path: Path) -> None:
    kept = Conversions(tmp_path / "kept")
    with pytest.raises(CheckpointError, match="no checkpoint at"):
        open_runtime(tmp_path / "absent.pt", kept)
    with pytest.raises(CheckpointError, match="no checkpoint at"):
        checkpoints.load_projection(tmp_path / "absent.pt", kept)
    (tmp_path / "damaged.pt").write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(CheckpointError, match="damaged"):
        open_runtime(tmp_path / "damaged.pt", kept)


def test_the_first_start_needs_no_torch(tmp_path: Path) -> None:
    """All shipped networks are shipped converted."""
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    code = (
        "import sys; sys.modules['torch'] = sys.modules['timm'] = None;"
        "from vision.pipeline import open_pipeline; print(open_pipeline().model_id)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == shipped_identity().model_id


@pytest.mark.slow
def test_the_second_start_with_another_checkpoint_needs_no_torch(tmp_path: Path) -> None:
    """Loading torch takes longer than all the rest of a start, and a quarter of its memory."""
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    save_tiramisu(tiny_checkpoint(), tmp_path / "tiny.pt")
    (tmp_path / "shirt.jpg").write_bytes(jpeg(red_on_green()[0]))
    code = (
        "import sys; {no_torch}; from pathlib import Path; from vision.runtime.conversions import "
        "Conversions;"
        "from vision.pipeline import open_pipeline;"
        "pipeline = open_pipeline(checkpoint=Path('tiny.pt'), conversions=Conversions(Path('kept')));"
        "look = pipeline.analyse(Path('shirt.jpg').read_bytes());"
        "print(look.segmented_by, look.embedding.tobytes().hex()[:64], pipeline.model_id)"
    )
    told = []
    for no_torch in ("pass", "sys.modules['torch'] = None"):
        done = subprocess.run(
            [sys.executable, "-c", code.format(no_torch=no_torch)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(checkpoints.__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        told.append(done.stdout)
    assert told[0] == told[1]


@pytest.mark.slow
def test_openvino_tells_nobody_that_it_is_used(tmp_path: Path) -> None:
    """By itself it keeps a number in the home folder, with which it tells Google Analytics of each use."""
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    code = (
        "import sys, torch; from vision.runtime.processor import Converted;"
        "Converted.from_torch(torch.nn.Linear(2, 2), torch.zeros(1, 2));"
        "print('openvino' in sys.modules, sys.modules['openvino_telemetry'])"
    )
    automated = {"CI", "TF_BUILD", "JENKINS_URL"}  # there it sends nothing anyway
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={name: value for name, value in os.environ.items() if name not in automated}
        | {"HOME": str(tmp_path), "PYTHONPATH": str(Path(checkpoints.__file__).parents[2])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["True", "None"], done.stderr
    assert list(tmp_path.iterdir()) == []
