"""What a camera writes beside the pixels, a position above all: nothing of it is ever kept.

Each form of picture is tried with all that it can hold; a file is searched for it byte by byte, and its
pixels are the same as before.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import numpy as np
import pytest
from aiohttp.test_utils import TestClient
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from bot.settings import Settings
from catalogue.batches.checking.bare_pictures import bare, needs_conversion
from catalogue.batches.checking.check import Batch
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError
from tests.fakes import activities
from tests.hostile.cases import Case, stated
from tests.hostile.files import GOOD, HEADER, csv_of, zip_of
from tests.hostile.links import button
from tests.hostile.pictures import PLACE, PNG, camera, chunk, header, placed, saved
from tests.hostile.seeds import files
from tests.kit.bots import ADDRESS, ShopBot
from tests.kit.shop import phone_photo
from vision.decoding.conversion import storable
from vision.decoding.decoder import InProcessDecoder
from vision.decoding.photos import decode
from vision.errors import PhotoError

FORMS = placed()
ORIENTATION = 274


@dataclass(frozen=True, kw_only=True)
class Placed(Case):
    """A picture that tells where it was taken."""

    form: str
    must: str = "kept without it, and without all else beside the pixels, which stay as they are"


PLACED = [Placed(tries=f"a catalogue picture with its position, {form}", form=form) for form in FORMS]


def batch_of(name: str, picture: bytes) -> Batch:
    row = dict(zip(HEADER, GOOD, strict=True)) | {"pictures": name}
    header = tuple(row)
    return read_batch(
        zip_of({"items.csv": csv_of(tuple(row.values()), header=header), name: picture}),
        picture_reader=read_picture,
    )


def read_picture(data: bytes) -> bytes:
    return storable(data, InProcessDecoder(), at_least=480)


@pytest.mark.parametrize("case", PLACED, ids=str)
def test_a_catalogue_picture_is_kept_bare(case: Placed) -> None:
    """Under the key of the bare file, so that its export imports again to the same."""
    given = FORMS[case.form]
    assert PLACE.encode() in given or "packed" in case.form or case.form in ("PNG",)
    batch = batch_of("p.png", given)
    [key] = batch.files
    kept = batch.picture(key)
    batch.close()
    assert PLACE.encode() not in kept
    with Image.open(io.BytesIO(kept)) as opened:
        assert set(opened.getexif()) <= {ORIENTATION}
        assert not opened.getexif().get_ifd(0x8825)
        assert not {"xmp", "comment", "Comment", "Author", "XML:com.adobe.xmp"} & set(opened.info)
    if case.form == "HEIC":
        assert np.abs(decode(kept).astype(int) - decode(given)).mean() < 3  # a JPEG of quality 95
    else:
        assert np.array_equal(decode(kept), decode(given))
    again = batch_of("p.png", kept)
    assert [*again.files] == [key]
    again.close()


@stated("a picture with nothing beside its pixels, in each form", "kept to the byte")
def test_a_bare_picture_is_kept_as_it_is() -> None:
    picture = Image.fromarray(phone_photo("JEANS", seed=1))
    plain = {form: file for form, file in files().items() if form not in ("CSV", "XLSX", "ZIP")}
    plain = {form: file for form, file in plain.items() if not needs_conversion(file)}
    plain["an APNG"] = saved(
        picture.resize((20, 20)), "PNG", save_all=True, append_images=[picture.resize((20, 20))]
    )
    plain["a colour profile"] = saved(picture, "JPEG", icc_profile=b"profile" * 40)
    for form, file in plain.items():
        assert bare(file) == file, form


@stated("a position in the unused bytes of a JPEG, a PNG, a WebP and a GIF", "none of it is kept")
def test_what_stands_between_the_parts_is_not_kept() -> None:
    secret = PLACE.encode()
    whole = FORMS["JPEG"]
    body = chunk(b"heRe", secret) + chunk(b"IDAT", b"") + chunk(b"IEND") + secret
    for file in (
        whole[:2] + secret + whole[2:],
        whole[:2] + b"\xff\xe5" + (2 + len(secret)).to_bytes(2, "big") + secret + whole[2:],
        PNG + header(1, 1) + body,
        FORMS["WebP"] + secret,
        FORMS["GIF"][:-1] + b"!\xfe" + bytes([len(secret)]) + secret + b"\0;",
    ):
        assert secret in file
        assert secret not in bare(file)


@stated("a damaged JPEG, and a TIFF and a HEIC that nobody converted", "refused in a sentence")
def test_what_cannot_be_made_bare_is_refused() -> None:
    for file in (b"II+\0\x08\0\0\0" + bytes(20), FORMS["TIFF"], FORMS["HEIC"], b"\xff\xd8\xff"):
        with pytest.raises(BatchError, match="cannot be taken out"):
            bare(file)


@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(st.tuples(st.integers(0, 30_000), st.binary(min_size=1, max_size=6)), max_size=6),
    st.integers(0, 30_000),
)
@example("TIFF", [], 40)
@stated("any bytes of a picture with a position changed, or left out", "a bare picture, or a refusal")
def test_any_file_is_made_bare_or_refused(form: str, changes: list[tuple[int, bytes]], end: int) -> None:
    """What is bare stays so, and nothing of a TIFF or a HEIC but its pixels goes into what it becomes."""
    file = bytearray(FORMS[form])
    for place, new in changes:
        file[place % len(file) : place % len(file) + len(new)] = new
    data = bytes(file[: max(end, 12)])
    try:
        once = bare(read_picture(data) if needs_conversion(data) else data)
    except (BatchError, PhotoError):
        return
    assert bare(once) == once
    assert not needs_conversion(data) or PLACE.encode() not in once


@stated(
    "photos and a batch with positions, and all that is kept of them",
    "no position in any file, answer or export",
)
async def test_no_position_is_kept_anywhere(shop: ShopBot, settings: Settings) -> None:
    """A worker's photo, its match, its page and its registration; an admin's batch, applied and exported."""
    url = shop.cloud.service_url
    here = {"conversation": shop.place(), "from": shop.admin()}
    shop.cloud.files["taken"] = saved(Image.fromarray(phone_photo("JEANS", seed=4)), "JPEG", exif=camera(1))
    assert PLACE.encode() in shop.cloud.files["taken"]
    said = await shop.send(activities.photos(url, activities.inline_photo(url, "taken")), **here)
    assert "JEANS" in said.text
    names = [f"p{number}.jpg" for number in range(len(FORMS))]
    rows = [(f"PLACED{number}", "A tee", f"PLACED{number}-M", name) for number, name in enumerate(names)]
    table = csv_of(*rows, header=("item", "title", "sku", "pictures"))
    shop.cloud.files["batch"] = zip_of({"items.csv": table, **dict(zip(names, FORMS.values(), strict=True))})
    link = f"{shop.cloud.url}/sharepoint/batch"
    said = await shop.send(activities.photos(url, activities.shared_file(link, "batch.zip")), **here)
    done = await shop.press(button(said, "batch-apply"), **here)
    assert "was applied" in done.text
    export = await shop.say("catalogue export zip", **here)
    [download] = set(re.findall(rf"{ADDRESS}(/downloads/[^\"]+)", export.text))
    assert PLACE.encode() not in await _body(shop.client, download)
    kept = [file for file in settings.home.rglob("*") if file.is_file()]
    assert len(kept) > len(FORMS)
    assert [file for file in kept if PLACE.encode() in file.read_bytes()] == []


async def _body(client: TestClient, address: str) -> bytes:  # type: ignore[type-arg]
    async with client.get(address) as response:
        assert response.status == 200
        return await response.read()
