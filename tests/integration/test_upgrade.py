"""A catalogue that an earlier version's models filled, opened with today's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.building.opening import open_catalogue
from catalogue.errors import StoreError
from tests.kit.bots import settings_in
from tests.kit.shop import write_batch
from vision.pipeline import PhotoPipeline, open_pipeline


def test_a_catalogue_without_the_trained_embedding_is_embedded_anew_and_finds_everything(
    tmp_path: Path, pipeline: PhotoPipeline
) -> None:
    """Until version 0.1.0 there were frozen features alone; `hangtag audit --repair` brings the vectors."""
    settings = settings_in(tmp_path / "home")
    former = open_pipeline(trained=None)
    assert (former.model_id, former.dimension) != (pipeline.model_id, pipeline.dimension)
    with open_catalogue(settings, former) as catalogue:
        catalogue.import_batch(write_batch(tmp_path / "shop.zip"), former.embed_pictures)
        pictures, items = catalogue.index.count(), catalogue.counts().items
        assert pictures > 1
    with pytest.raises(StoreError, match="run hangtag audit --repair"), open_catalogue(settings, pipeline):
        pass
    with open_catalogue(settings, pipeline, rebuild=True) as catalogue:
        assert len(catalogue.repair(pipeline.embed_pictures).missing) == pictures
    with open_catalogue(settings, pipeline) as catalogue:
        assert catalogue.audit().ok
        assert (catalogue.index.count(), catalogue.counts().items) == (pictures, items)
        keys = catalogue.index.keys()
        for key in keys:
            [vector] = pipeline.embed_pictures([catalogue.pictures.get(key)])
            match = catalogue.search.find(vector).matches[0]
            assert match.similarity == pytest.approx(1.0, abs=1e-3)
            assert key in [picture.key for picture in match.item.pictures]
    with open_catalogue(settings, former) as catalogue:
        assert catalogue.audit().ok, "the former version can still be gone back to"
