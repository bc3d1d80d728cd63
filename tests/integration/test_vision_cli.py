"""python -m vision, as a person types it: segment, train, calibrate, evaluate, bench."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

from tests.kit.photos import DATA, jpeg, needs_data, red_on_green
from vision.__main__ import app
from vision.arrays import GARMENT_CLASSES
from vision.lab.training.data import Example, examples
from vision.lab.training.segmentation import Plan, Stage, mean_iou, train
from vision.runtime import checkpoints
from vision.segmentation.checkpoints import load_tiramisu
from vision.segmentation.seams import EVIDENCE, SHIPPED_SEAMS, SeamModel
from vision.segmentation.tiramisu import TiramisuConfig

pytestmark = pytest.mark.slow

RUN = CliRunner()
ROUTES = {"tiramisu", "tiramisu+grabcut", "grabcut", "whole photo"}


def discs(count: int) -> list[Example]:
    """Discs of one colour on grounds of another, all of them `upper`."""
    rng = np.random.default_rng(5)
    made = []
    for number in range(count):
        photo, _ = red_on_green(96, 80)
        photo = np.roll(photo, int(rng.integers(-12, 12)), axis=1)
        labels = (photo[..., 0] > 120).astype(np.uint8)
        made.append(Example(f"disc-{number}", "discs", photo, labels))
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set as it lies on disk: two photos to learn from, two to be examined with."""
    root = tmp_path_factory.mktemp("discs")
    (root / "photos").mkdir()
    (root / "masks").mkdir()
    rows = ["photo,sender,label,class,has_mask,mask_agreement,split"]
    for number, example in enumerate(discs(4)):
        (root / "photos" / f"{example.name}.jpg").write_bytes(jpeg(example.photo))
        mask = np.where(example.labels > 0, 255, 0).astype(np.uint8)
        (root / "masks" / f"{example.name}.png").write_bytes(cv2.imencode(".png", mask)[1].tobytes())
        rows.append(f"{example.name},{number},T-Shirt,upper,1,1.0,{'train' if number < 2 else 'val'}")
    (root / "index.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return root


def test_segment_writes_a_mask_and_a_cut_out_of_the_upright_photos_size(tmp_path: Path) -> None:
    photo, disc = red_on_green(400, 300)
    (tmp_path / "shirt.jpg").write_bytes(jpeg(photo))
    out = tmp_path / "out"
    done = RUN.invoke(app, ["segment", str(tmp_path / "shirt.jpg"), "--out", str(out), "--json"])
    assert done.exit_code == 0, done.output
    (told,) = json.loads(done.stdout)
    assert set(told) == {"photo", "segmented_by", "confidence", "coverage", "garments"}
    assert set(told["garments"][0]) == {"class", "class_confidence", "confidence", "coverage"}
    assert told["garments"][0]["coverage"] == told["coverage"]
    others = [path.name for path in out.glob("shirt.*.mask.png")]
    assert len(others) == len(told["garments"]) - 1
    assert told["photo"] == str(tmp_path / "shirt.jpg")
    assert told["segmented_by"] in ROUTES
    mask = cv2.imread(str(out / "shirt.mask.png"), cv2.IMREAD_UNCHANGED)
    assert mask is not None
    assert mask.shape == photo.shape[:2]
    assert set(np.unique(mask)) <= {0, 255}
    assert told["coverage"] == pytest.approx((mask > 0).mean(), abs=0.001)
    assert ((mask > 0) == disc).mean() > 0.9
    cut = cv2.imread(str(out / "shirt.cutout.png"), cv2.IMREAD_UNCHANGED)
    assert cut is not None
    assert cut.shape[2] == 4
    assert (cut[..., 3] > 0).sum() == (mask > 0).sum()


def test_the_loop_learns_keeps_its_best_and_resumes(tmp_path: Path) -> None:
    config = TiramisuConfig(7, (2, 2), 2, (2, 2), growth_rate=6, stem=12, dropout=0.0, patch=2)
    plan = Plan(max_steps=60, stages=(Stage(64, 4, 1.0),), learning_rate=5e-3, averaging=0.9)
    out = tmp_path / "tiny.pt"
    data = discs(8)
    first = train(config, data, data[:2], out, plan=plan)
    assert first > 0.8
    kept = load_tiramisu(out)
    assert kept.steps == 60
    assert kept.classes == GARMENT_CLASSES
    assert mean_iou(kept, data[:2]) == pytest.approx(first, abs=0.02)
    assert train(config, data, data[:2], out, plan=plan) == first  # nothing is left to do


def test_seams_are_fitted_on_drawings_and_on_photos(folder: Path, tmp_path: Path) -> None:
    """The model that it writes is read again; the shipped one stays as it is."""
    before, out = SHIPPED_SEAMS.read_bytes(), tmp_path / "seams.json"
    options = ["--drawings", "10", "--photos", "2", "--out", str(out)]
    done = RUN.invoke(app, ["calibrate", "seams", str(folder), *options])
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert figures["photos"] >= 12
    assert figures["parts with a seam"] >= 2
    model = SeamModel.from_json(out.read_text(encoding="utf-8"))
    assert np.isfinite(model.log_odds(np.zeros((1, len(EVIDENCE))))).all()
    assert SHIPPED_SEAMS.read_bytes() == before


def test_train_calibrate_and_evaluate_work_on_a_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.pt"
    done = RUN.invoke(app, ["train", "tiramisu", str(folder), "--steps", "1", "--out", str(out)])
    assert done.exit_code == 0, done.output
    done = RUN.invoke(app, ["calibrate", "masks", str(folder), "--checkpoint", str(out)])
    assert done.exit_code == 0, done.output
    assert load_tiramisu(out).calibration == json.loads(done.stdout)
    page = tmp_path / "page"
    asked = ["evaluate", str(folder), "--checkpoint", str(out), "--json"]
    done = RUN.invoke(app, [*asked, "--report", str(page)])
    assert done.exit_code == 0, done.output
    assert (page / "index.html").read_text(encoding="utf-8").count("<article") == 2
    report = json.loads(done.stdout)
    assert report["photos"] == 2
    assert set(report["everywhere"]) == {"pipeline", *ROUTES}
    assert {"iou", "pixel_accuracy", "boundary_f", "below_080"} <= set(report["pipeline"])
    assert report["everywhere"]["grabcut"]["iou"] > 0.9  # a plain disc is easy for it
    assert sum(route["photos"] for route in report["routes"].values()) == 2
    assert report["classes"]["photos"] <= 2
    done = RUN.invoke(app, [*asked, "--batch-statistics"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["expected_iou"] != report["expected_iou"]


def test_only_the_validation_senders_are_examined(folder: Path) -> None:
    learnt, asked = examples(folder, split="train"), examples(folder, split="val")
    assert {example.name for example in learnt} == {"disc-0", "disc-1"}
    assert {example.name for example in asked} == {"disc-2", "disc-3"}


def test_bench_prints_the_median_of_each_stage_and_the_memory(tmp_path: Path) -> None:
    (tmp_path / "shirt.jpg").write_bytes(jpeg(red_on_green(800, 600)[0]))
    done = RUN.invoke(app, ["bench", str(tmp_path / "shirt.jpg"), "--rounds", "2", "--json"])
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert {"decode", "segment", "embed", "total"} == set(report["ms"])
    assert report["ms"]["total"]["p95"] >= report["ms"]["total"]["median"] > 0
    assert report["refine_ms"]["median"] > 0
    assert report["pictures_per_second"] > 0
    assert report["peak_memory_mb"] > 0
    assert report["machine"]["slowdown"] >= 1


def test_what_cannot_be_read_is_one_sentence_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_text("no picture")
    (tmp_path / "shirt.jpg").write_bytes(jpeg(red_on_green(300, 200)[0]))
    both = [str(tmp_path / "notes.jpg"), str(tmp_path / "shirt.jpg")]
    done = RUN.invoke(app, ["segment", *both, "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "no picture" in done.stderr
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"shirt.mask.png", "shirt.cutout.png"}  # the good one is not lost
    done = RUN.invoke(app, ["segment", both[0], str(tmp_path / "notes.png"), "--out", str(tmp_path)])
    assert "Two photos are named notes" in str(done.exception)
    done = RUN.invoke(app, ["evaluate", str(tmp_path)])
    assert "No photo with a mask" in str(done.exception)


@needs_data
@pytest.mark.data
def test_the_shipped_network_beats_grabcut_on_senders_it_never_saw() -> None:
    """On every eighth photo of the validation senders."""
    from vision.lab.exams.evaluation import evaluate
    from vision.segmentation.neural import best_runtime, probabilities
    from vision.segmentation.segmenter import open_segmenter

    runtime = best_runtime(load_tiramisu(checkpoints.SHIPPED_TIRAMISU))
    asked = examples(DATA / "phone", split="val")[::8]
    report = evaluate(asked, lambda photo: probabilities(runtime, photo), open_segmenter())
    assert report["pipeline"]["iou"] > 0.90
    assert report["pipeline"]["iou"] > report["everywhere"]["grabcut"]["iou"]
    assert report["everywhere"]["tiramisu"]["iou"] > report["everywhere"]["grabcut"]["iou"]
