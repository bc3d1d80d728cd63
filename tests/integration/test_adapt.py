"""What a photo can't tell apart is found with views of the catalogue's own pictures, and said of photos."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.building.opening import open_catalogue
from bot.cards.catalogue_status import status_card
from bot.handlers.photos.photo_search import PhotoSearch
from bot.locales import words_for
from bot.reports import find_report
from bot.settings import Settings
from catalogue.items import Verdict
from catalogue.store import Catalogue
from tests.kit.bots import settings_in
from tests.kit.cards import texts
from tests.kit.photos import jpeg
from tests.kit.shades import SHADED, SINGLE, garments, near_shade, shades_batch
from vision.drawing import draw_phone
from vision.drawing.garment import Colour
from vision.pipeline import PhotoPipeline, PictureViews

PAIRS = {frozenset((name, f"{name}-2")) for name in SHADED}


class Counting:
    """The pipeline's views, counted; stops as a crash would after so many."""

    def __init__(self, pipeline: PhotoPipeline, *, most: int = 1000) -> None:
        self._pipeline, self.calls, self._most = pipeline, 0, most

    def __call__(self, picture: bytes, count: int) -> PictureViews:
        if self.calls == self._most:
            raise KeyboardInterrupt
        self.calls += 1
        return self._pipeline.embed_views(picture, count)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, with_networks: Callable[[Path], Path]) -> Settings:
    return settings_in(with_networks(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def shades(settings: Settings, pipeline: PhotoPipeline) -> Iterator[Catalogue]:
    """The catalogue of near shades. The tests below adapt it, and change it, in their order."""
    with open_catalogue(settings, pipeline) as opened:
        opened.import_batch(shades_batch(settings.home / "shades.zip"), pipeline.embed_pictures)
        yield opened


def told_apart(catalogue: Catalogue) -> dict[str, set[str]]:
    """What a photo can't tell each item from, by both ways."""
    items = [*catalogue.database.each_item()]
    model = catalogue.index.model_id
    return {
        item.id: {other.id for other in catalogue.database.adaptations.indistinct(model, item)}
        for item in items
    }


def distance(one: Colour, other: Colour) -> float:
    """ΔE of CIE 1976."""
    pixels = np.array([[one, other]], np.float32) / 255
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)[0]
    return float(np.linalg.norm(lab[0] - lab[1]))


@pytest.mark.parametrize("name", SHADED)
def test_the_near_shades_of_these_tests_are_four_to_six_apart(name: str) -> None:
    colour = SINGLE[name].colour(0)
    assert 4 <= distance(colour, near_shade(colour, SHADED[name])) <= 6.5


def test_a_run_that_was_cut_off_continues_where_it_was(shades: Catalogue, pipeline: PhotoPipeline) -> None:
    with pytest.raises(KeyboardInterrupt):
        shades.adapt(Counting(pipeline, most=4))
    assert shades.status().adaptation is None
    rest = Counting(pipeline)
    found = shades.adapt(rest)
    assert rest.calls == len(garments()) - 4
    assert shades.status().adaptation == found
    again = Counting(pipeline)
    assert shades.adapt(again).told_apart == found.told_apart
    assert again.calls == 0


def test_near_shades_are_named_and_different_garments_are_not(shades: Catalogue) -> None:
    indistinct = told_apart(shades)
    assert {frozenset((name, *others)) for name, others in indistinct.items() if others} == PAIRS
    found = shades.status().adaptation
    assert found is not None
    assert (found.items, found.told_apart) == (len(garments()), len(garments()) - 2 * len(PAIRS))
    assert 0.6 < found.first < 1  # near shades change places, nothing else does
    assert found.before.either == 0 < found.after.either  # whose lead over one another is no longer asked for
    assert found.after.wrongly <= found.before.wrongly


def test_a_photo_of_a_near_shade_is_one_of_two_and_others_are_as_before(
    shades: Catalogue, pipeline: PhotoPipeline
) -> None:
    search = PhotoSearch(pipeline, shades.search, shades.stock)
    verdicts = []
    for name, garment in garments().items():
        rng = np.random.default_rng([77, 3])
        result = search(jpeg(draw_phone(garment, rng, size=(640, 480), view="front", harshness=0.2)[0]))
        either = frozenset(match.item.id for match in result.findings.one_of)
        twin = next((pair for pair in PAIRS if name in pair), frozenset())
        assert either in (frozenset(), twin)
        if twin:
            assert result.findings.verdict is not Verdict.IN_CATALOGUE
            verdicts.append(result.findings.verdict)
        assert find_report(result)["one_of"] == [match.item.id for match in result.findings.one_of]
    assert verdicts.count(Verdict.ONE_OF_THESE) > len(verdicts) / 2


def test_find_says_which_two_a_photo_cannot_tell_apart(
    shades: Catalogue, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The catalogue's own picture of a near shade: surely one of the two, and no photo can say which."""
    monkeypatch.setenv("HANGTAG_HOME", str(settings.home))
    (picture,) = shades.stock.item("SKIRT").pictures
    photo = tmp_path / "skirt.jpg"
    photo.write_bytes(shades.pictures.get(picture.key))
    said = CliRunner().invoke(app, ["find", str(photo)]).output
    assert said.startswith("one of these (chance of it being one of them")
    assert "A photo can't tell SKIRT from SKIRT-2. Scan the tag, or compare them." in said


def test_another_model_knows_nothing_of_it(shades: Catalogue) -> None:
    item = shades.stock.item("TEE")
    assert shades.database.adaptations.indistinct("another model", item) == ()


def test_an_item_with_another_picture_is_tried_again_and_the_old_entry_ignored(
    shades: Catalogue, pipeline: PhotoPipeline, tmp_path: Path
) -> None:
    """Its near shade was a mistake: it is drawn in a clearly different colour now."""
    drawn = garments()
    drawn["HOODIE-2"] = replace(SINGLE["HOODIE"], colours=((200, 60, 120), (240, 240, 240)))
    shades.import_batch(shades_batch(tmp_path / "again.zip", drawn), pipeline.embed_pictures)
    assert told_apart(shades)["HOODIE"] == set()
    tried = Counting(pipeline)
    found = shades.adapt(tried)
    assert tried.calls == 1
    assert told_apart(shades)["HOODIE"] == told_apart(shades)["HOODIE-2"] == set()
    assert found.told_apart == len(garments()) - 2 * (len(PAIRS) - 1)


def test_the_status_says_how_much_a_photo_can_tell_apart_and_forget_takes_it_back(
    shades: Catalogue, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = shades.status()
    assert "A photo can tell 6 of 10 items apart" in texts(status_card(status, words=words_for("en")))
    monkeypatch.setenv("HANGTAG_HOME", str(settings.home))
    said = CliRunner().invoke(app, ["status"])
    assert "A photo can tell 6 of 10 items apart" in said.output
    assert CliRunner().invoke(app, ["adapt", "--forget"]).output == "Forgotten.\n"
    assert not any(told_apart(shades).values())
    assert json.loads(CliRunner().invoke(app, ["status", "--json"]).output)["adaptation"] is None
    assert CliRunner().invoke(app, ["adapt", "--forget"]).output == "Nothing was known.\n"


def test_views_are_the_same_each_time_and_differ_from_one_another(
    shades: Catalogue, pipeline: PhotoPipeline
) -> None:
    (picture,) = shades.stock.item("JEANS").pictures
    data = shades.pictures.get(picture.key)
    views = pipeline.embed_views(data, 3)
    assert views.vectors.shape == (3, pipeline.dimension)
    np.testing.assert_allclose(pipeline.embed_views(data, 3).vectors, views.vectors, atol=1e-5)
    alike = views.vectors @ views.vectors.T
    assert alike[np.triu_indices(3, 1)].max() < 0.999
