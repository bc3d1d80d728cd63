"""Photos that mean harm, or were mistreated: looked at, or refused in one sentence; never a crash.

Each goes through all that a photo goes through: decoding whole and small, reading of tags, the networks and
the square thumbnail of a card.
"""

from __future__ import annotations

import io
import re
import resource
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from bot.links.media import squared
from bot.locales.faults import picture_reader
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes import faulty_decoder as faulty
from tests.fakes.microsoft import FakeMicrosoft
from tests.hostile.cases import Case, stated
from tests.hostile.files import zip_of
from tests.hostile.pictures import (
    PNG,
    animated,
    chunk,
    header,
    heic,
    orientation,
    photo,
    png,
    said_size,
    saved,
    tiff_fields,
    with_exif,
)
from tests.kit.bots import ShopBot, whole_bot
from tests.kit.photos import jpeg, red_on_green
from tests.kit.shop import phone_photo
from vision.arrays import RgbImage
from vision.barcodes import SIDE, numbers_on
from vision.decoding.decoder import InProcessDecoder
from vision.decoding.photos import MAX_BYTES, decode, too_much_memory
from vision.decoding.processes import DecoderProcesses, Limits, harmful, too_slow
from vision.errors import PhotoError
from vision.pipeline import PhotoPipeline

LOOKED = "looked at"


@pytest.fixture
def fragile(pipeline: PhotoPipeline) -> Iterator[PhotoPipeline]:
    """Eyes whose photos are opened by processes that some files break."""
    strict = Limits(memory=512 << 20, cpu=2.0, wall=30.0)
    decoder = DecoderProcesses(most=2, limits=strict, module=faulty.__name__)
    yield PhotoPipeline(pipeline.segment, pipeline.embed, decoder=decoder)
    decoder.close()


@dataclass(frozen=True, kw_only=True)
class Photo(Case):
    """A file that somebody sends as a photo."""

    make: Callable[[], bytes]
    must: str = LOOKED
    refused: str = ""
    """What the sentence must hold where it is refused; empty where it must be looked at."""
    size: tuple[int, int] | None = None
    """Height and width, where they matter."""


def refused(tries: str, make: Callable[[], bytes], says: str = "damaged or cut off") -> Photo:
    return Photo(tries=tries, must=f"refused: {says}", make=make, refused=says)


def plain(mode: str, colour: Any = 0, side: int = 64) -> Image.Image:
    return Image.new(mode, (side, side), colour)


def array(values: NDArray[Any]) -> Image.Image:
    return Image.fromarray(values)


BYTES = [
    # No picture
    refused("no bytes", lambda: b"", "0 bytes"),
    refused("one byte", lambda: b"\xff", "no picture"),
    refused("26 MB", lambda: bytes(MAX_BYTES + 1), "25 MB allowed"),
    refused("the first bytes of a JPEG", lambda: b"\xff\xd8\xff", "no picture|damaged"),
    refused(
        "SVG with a program in it",
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "no picture",
    ),
    refused(
        "SVG that names a file of this machine",
        lambda: b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "no picture",
    ),
    refused("a web page", lambda: b"<!DOCTYPE html><img src=x onerror=alert(1)>", "no picture"),
    refused("PDF", lambda: b"%PDF-1.7\n1 0 obj<</Type/Catalog>>", "no picture"),
    refused(
        "PostScript that runs a program",
        lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file",
        "no picture",
    ),
    refused(
        "EPS in a wrapping",
        lambda: b"\xc5\xd0\xd3\xc6" + bytes(28) + b"%!PS-Adobe-3.0 EPSF-3.0",
        "no picture",
    ),
    refused(
        "an ImageMagick script", lambda: b"push graphic-context\nfill 'url(https://x\"|id\")'", "no picture"
    ),
    refused("a Windows metafile", lambda: b"\xd7\xcd\xc6\x9a" + bytes(64), "no picture"),
    refused("a ZIP", lambda: b"PK\x03\x04" + bytes(64), "no picture"),
    refused("a film", lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(64), "no picture|damaged"),
    refused(
        "FITS, DDS and other formats that Pillow knows", lambda: b"DDS |\0\0\0" + bytes(200), "no picture"
    ),
    refused("noise", lambda: np.random.default_rng(1).bytes(5000), "no picture"),
    # Sizes
    Photo(tries="1 x 1 pixel", make=lambda: saved(plain("RGB", side=1), "PNG"), size=(1, 1)),
    Photo(
        tries="65,000 x 1 pixels", make=lambda: saved(Image.new("RGB", (65_000, 1)), "PNG"), size=(1, 65_000)
    ),
    Photo(
        tries="1 x 65,000 pixels", make=lambda: saved(Image.new("RGB", (1, 65_000)), "JPEG"), size=(65_000, 1)
    ),
    Photo(tries="65,000 x 10 pixels", make=lambda: saved(Image.new("RGB", (65_000, 10)), "PNG")),
    refused("0 x 0 pixels", lambda: said_size(0, 0), "no picture|damaged"),
    refused(
        "2 billion x 2 billion pixels that are not there",
        lambda: said_size(2**31 - 1, 2**31 - 1),
        "megapixels|damaged",
    ),
    refused("a negative size", lambda: said_size(2**31 + 5, 5), "megapixels|damaged|no picture"),
    refused("900 megapixels of one bit", lambda: said_size(30_000, 30_000, bits=1, colour=0), "megapixels"),
    refused("101 megapixels", lambda: said_size(10_100, 10_000), "megapixels"),
    refused(
        "900 megapixels in a GIF's head",
        lambda: (
            b"GIF89a"
            + struct.pack("<HH3x", 30_000, 30_000)
            + b","
            + struct.pack("<4H", 0, 0, 30_000, 30_000)
            + b"\0\x08\x02\x4c\x01\0;"
        ),
        "megapixels|damaged",
    ),
    refused(
        "900 megapixels in a WebP's head",
        lambda: (
            b"RIFF"
            + struct.pack("<I", 30)
            + b"WEBPVP8X"
            + struct.pack("<I", 10)
            + b"\0\0\0\0"
            + b"\x2f\x75\0" * 2
            + bytes(8)
        ),
        "megapixels|damaged|no picture",
    ),
    refused(
        "900 megapixels in a BMP's head",
        lambda: (
            b"BM"
            + struct.pack("<IHHI", 100, 0, 0, 54)
            + struct.pack("<IiiHHIIiiII", 40, 30_000, 30_000, 1, 24, 0, 0, 0, 0, 0, 0)
            + bytes(40)
        ),
        "megapixels",
    ),
    refused(
        "900 megapixels in a TIFF's head",
        lambda: tiff_fields(
            (256, 4, 1, struct.pack("<I", 30_000)),
            (257, 4, 1, struct.pack("<I", 30_000)),
            (258, 3, 1, b"\x08\0\0\0"),
            (259, 3, 1, b"\1\0\0\0"),
            (262, 3, 1, b"\1\0\0\0"),
            (273, 4, 1, b"\x08\0\0\0"),
            (279, 4, 1, b"\x40\0\0\0"),
        ),
        "megapixels|damaged",
    ),
    refused("half of its pixels missing", lambda: said_size(500, 500)),
    # Cut off and spoiled
    refused("half a JPEG", lambda: photo()[: len(photo()) // 2]),
    refused("half a PNG", lambda: saved(array(red_on_green()[0]), "PNG")[:-3000]),
    refused("half a WebP", lambda: saved(array(red_on_green()[0]), "WEBP")[:-800], "damaged|no picture"),
    refused("half a GIF", lambda: saved(array(red_on_green()[0]).quantize(64), "GIF")[:1000]),
    refused("half a HEIC", lambda: heic()[:-300]),
    refused(
        "a HEIC with no table of its parts", lambda: heic().replace(b"meta", b"none"), "damaged|no picture"
    ),
    refused("a HEIC that is its first box only", lambda: heic()[:24], "damaged|no picture"),
    refused(
        "a HEIC with a size of 4 billion for a box",
        lambda: b"\xff\xff\xff\xff" + heic()[4:],
        "damaged|no picture",
    ),
    refused(
        "a JPEG whose tables are missing",
        lambda: photo()[:2] + photo()[photo().index(b"\xff\xc0") :],
        "damaged",
    ),
    refused(
        "a JPEG with a marker that never ends",
        lambda: photo()[:2] + b"\xff\xe0\xff\xff" + b"x" * 100,
        "damaged|no picture",
    ),
    refused(
        "a PNG with a wrong sum",
        lambda: PNG + header(48, 48)[:-1] + b"\0" + chunk(b"IEND"),
        "damaged|no picture",
    ),
    refused(
        "a PNG with a chunk of 4 GB", lambda: PNG + header(48, 48) + chunk(b"IDAT", b"x", length=2**32 - 1)
    ),
    refused(
        "a PNG with pixels that are no zlib",
        lambda: PNG + header(48, 48) + chunk(b"IDAT", b"nonsense") + chunk(b"IEND"),
    ),
    refused("a PNG that ends before it begins", lambda: PNG + chunk(b"IEND"), "damaged|no picture"),
    refused("a PNG of a depth that there is not", lambda: said_size(8, 8, bits=7), "damaged|no picture"),
    # Bombs in what is not pixels
    refused(
        "PNG text of 30 MB in 30 kB",
        lambda: png(chunk(b"zTXt", b"k\0\0" + zlib.compress(b"x" * 30_000_000, 1))),
    ),
    refused(
        "PNG text of 100 pieces of 1 MB",
        lambda: png(*[chunk(b"zTXt", b"k\0\0" + zlib.compress(b"x" * 1_000_000, 1))] * 100),
    ),
    Photo(
        tries="PNG text of 1 MB as it is",
        make=lambda: png(chunk(b"tEXt", b"k\0" + b"x" * 1_000_000)),
        must="looked at or refused",
        refused="",
    ),
    Photo(
        tries="a colour profile of 30 MB in 30 kB",
        must="looked at without it, or refused",
        make=lambda: png(chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(30_000_000), 1))),
        refused="damaged",
    ),
    Photo(
        tries="a colour profile that is nonsense",
        make=lambda: saved(plain("RGB"), "PNG", icc_profile=b"nonsense" * 9),
    ),
    Photo(tries="10,000 chunks that nobody knows", make=lambda: png(*[chunk(b"evIl", b"x")] * 10_000)),
    Photo(
        tries="a JPEG with 1,000 comments",
        make=lambda: photo()[:2] + (b"\xff\xfe\x00\x06evil" * 1000) + photo()[2:],
    ),
    # Animations
    refused("a GIF of 3,000 frames", lambda: animated("GIF", 3000), "3,000 pictures"),
    refused("a WebP of 1,000 frames", lambda: animated("WEBP", 1000), "1,000 pictures"),
    refused("an APNG of 1,000 frames", lambda: animated("PNG", 1000), "1,000 pictures"),
    Photo(tries="a GIF of 300 frames", make=lambda: animated("GIF", 300), size=(32, 32)),
    Photo(tries="a WebP of 300 frames", make=lambda: animated("WEBP", 300), size=(32, 32)),
    refused("a TIFF of 500 pages", lambda: pages(500), "500 pictures"),
    Photo(tries="a TIFF of 300 pages", make=lambda: pages(300), size=(8, 8)),
    Photo(
        tries="a TIFF whose pages go round in a circle",
        must="its first page is looked at, or it is refused",
        make=lambda: circle(),
        refused="damaged",
    ),
    # Colours
    Photo(tries="CMYK", make=lambda: saved(plain("CMYK", (10, 200, 0, 0)), "JPEG")),
    Photo(tries="16 bits", make=lambda: saved(array(np.full((64, 64), 60_000, np.uint16)), "PNG")),
    Photo(tries="a palette with a transparent colour", make=lambda: saved(plain("P"), "PNG", transparency=0)),
    Photo(tries="a palette of one colour", make=lambda: saved(plain("RGB").quantize(1), "GIF")),
    refused("a palette that is missing", lambda: said_size(16, 16, colour=3)),
    Photo(
        tries="numbers that are none (NaN)",
        make=lambda: saved(array(np.full((64, 64), np.nan, np.float32)), "TIFF"),
    ),
    Photo(
        tries="numbers beyond all colours",
        make=lambda: saved(array(np.full((64, 64), 1e30, np.float32)), "TIFF"),
    ),
    Photo(tries="negative numbers", make=lambda: saved(array(np.full((64, 64), -5, np.int32)), "TIFF")),
    Photo(tries="LAB", make=lambda: saved(plain("LAB"), "TIFF")),
    Photo(tries="black and white of one bit", make=lambda: saved(plain("1"), "PNG")),
    Photo(tries="all of it transparent", make=lambda: saved(plain("RGBA"), "PNG")),
    # EXIF
    *(
        Photo(
            tries=f"a turning of {value}, which there is not",
            make=partial(orientation, value),
            size=(120, 90),
        )
        for value in (0, 9, 65_535)
    ),
    Photo(tries="a turning in words", make=lambda: orientation(6, kind=2), size=(120, 90)),
    Photo(
        tries="a turning as a fraction that lies nowhere",
        make=lambda: orientation(2**31, kind=5),
        size=(120, 90),
    ),
    Photo(tries="a thousand turnings", make=lambda: orientation(6, count=1000), size=(120, 90)),
    Photo(
        tries="a turning beside fields of wrong types",
        make=lambda: with_exif(
            tiff_fields((0x010F, 5, 9, b"\xff" * 4), (0x0112, 3, 1, b"\6\0\0\0"), (0x8825, 2, 2**31, b"abcd"))
        ),
        size=(90, 120),
    ),
    Photo(tries="EXIF that is nonsense", make=lambda: with_exif(b"nonsense" * 20), size=(120, 90)),
    Photo(
        tries="EXIF that names itself as what follows",
        make=lambda: with_exif(tiff_fields((0x8769, 4, 1, b"\x08\0\0\0"), following=8)),
        size=(120, 90),
    ),
    Photo(
        tries="65,535 fields of which none is there",
        make=lambda: with_exif(b"II*\0\x08\0\0\0\xff\xff"),
        size=(120, 90),
    ),
    Photo(
        tries="a thumbnail that lies beyond the end",
        make=lambda: with_exif(
            tiff_fields((0x0201, 4, 1, b"\xff\xff\xff\x7f"), (0x0202, 4, 1, b"\xff\xff\xff\x7f"))
        ),
        size=(120, 90),
    ),
    Photo(
        tries="a position with a divisor of 0",
        make=lambda: with_exif(
            tiff_fields(
                (0x8825, 4, 1, b"\x1a\0\0\0"), more=b"\1\0" + struct.pack("<HHII", 2, 5, 1, 44) + bytes(20)
            )
        ),
        size=(120, 90),
    ),
    # Two in one
    Photo(
        tries="a JPEG that is a ZIP as well",
        make=lambda: photo() + b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + bytes(18),
        size=(120, 90),
    ),
    Photo(
        tries="a JPEG that is a web page as well",
        make=lambda: photo()[:2] + b"\xff\xfe\x00\x22<html><script>alert(1)</script>-->" + photo()[2:],
    ),
    Photo(
        tries="a GIF that is JavaScript as well", make=lambda: saved(plain("P"), "GIF") + b"/*=1;alert(1)//"
    ),
    Photo(tries="a JPEG with a PNG after it", make=lambda: photo() + png(), size=(120, 90)),
    Photo(
        tries="a PNG with a program after its end", make=lambda: png() + b"MZ" + bytes(1000), size=(48, 48)
    ),
]


def pages(count: int) -> bytes:
    """A TIFF of so many pages."""
    page = plain("RGB", side=8)
    return saved(page, "TIFF", save_all=True, append_images=[page] * (count - 1))


def circle() -> bytes:
    """A TIFF whose first page says that it is followed by itself."""
    data = bytearray(saved(plain("L", side=8), "TIFF"))
    first = struct.unpack_from("<I", data, 4)[0]
    count = struct.unpack_from("<H", data, first)[0]
    struct.pack_into("<I", data, first + 2 + 12 * count, first)
    return bytes(data)


def numbers_in(data: bytes) -> tuple[str, ...]:
    return numbers_on(decode(data, at_least=SIDE))


def decoded(data: bytes) -> RgbImage | str:
    try:
        return decode(data)
    except PhotoError as fault:
        return str(fault)


@pytest.mark.parametrize("case", BYTES, ids=str)
def test_a_photo_is_looked_at_or_refused_in_one_sentence(case: Photo, pipeline: PhotoPipeline) -> None:
    """By every part that opens photos, in the same way, and in seconds."""
    data = case.make()
    began = time.process_time()
    found = decoded(data)
    if isinstance(found, str):
        assert case.refused, found
        assert re.search(case.refused, found)
        assert found.endswith(".")
        assert found.isprintable()
        assert len(found) < 200
        for part in (
            pipeline.analyse,
            numbers_in,
            lambda data: squared(data, 300, InProcessDecoder()),
            lambda data: decode(data, at_least=300),
        ):
            with pytest.raises(PhotoError):
                part(data)
    else:
        assert not case.must.startswith("refused"), found.shape
        assert found.ndim == 3
        assert case.size is None or found.shape[:2] == case.size
        assert np.isfinite(pipeline.analyse(data).embedding).all()
        assert numbers_in(data) == ()
        with Image.open(io.BytesIO(squared(data, 300, InProcessDecoder()))) as thumbnail:
            assert thumbnail.width == thumbnail.height <= 300
            assert not thumbnail.getexif(), "nothing of the sender's camera or place goes out"
    assert time.process_time() - began < 5


@stated("900 megapixels, in every format that says its size first", "refused within 50 MB of memory")
def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """By what its head says."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for case in BYTES:
        if "900 megapixels" in case.tries:
            assert isinstance(decoded(case.make()), str)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 << 10  # KiB


@stated(
    "eight bombs and a good photo in one message, through the whole bot",
    "the good one is found, each bomb has its sentence",
)
async def test_a_bomb_keeps_no_other_photo_from_its_answer(shop: ShopBot) -> None:
    """And the bot is there afterwards."""
    url = shop.cloud.service_url
    bombs = [case for case in BYTES if "megapixels" in case.tries][:8]
    for number, case in enumerate(bombs):
        shop.cloud.files[f"bomb{number}"] = case.make()
    shop.cloud.files["good"] = jpeg(phone_photo("JEANS", seed=3))
    names = [*(f"bomb{number}" for number in range(len(bombs))), "good"]
    said = await shop.send(activities.photos(url, *(activities.inline_photo(url, name) for name in names)))
    assert said.outcome == "ok"
    assert "JEANS" in said.text
    assert said.text.count("megapixels") >= 4
    assert (await shop.say("stock JEANS")).outcome == "ok"


@stated(
    "photos that hang, crash or eat the memory of what opens them, and a good one, in one message",
    "the good one is found, each other has its sentence",
)
async def test_a_photo_that_breaks_what_opens_it_costs_itself_alone(
    settings: Settings, fragile: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    """And the next message is answered."""
    async with whole_bot(settings, fragile, catalogue, cloud) as shop:
        url = shop.cloud.service_url
        broken = {"hangs": faulty.SPINS, "crashes": faulty.CRASHES, "eats": faulty.EATS}
        shop.cloud.files |= broken | {"good": jpeg(phone_photo("JEANS", seed=3))}
        names = [*broken, "good"]
        photos = [activities.inline_photo(url, name) for name in names]
        said = await shop.send(activities.photos(url, *photos))
        assert said.outcome == "ok"
        assert "JEANS" in said.text
        for sentence in (str(too_slow()), str(harmful()), str(too_much_memory())):
            assert sentence in said.text
        alone = await shop.send(activities.photos(url, activities.inline_photo(url, "crashes")))
        assert str(harmful()) in alone.text
        again = await shop.send(activities.photos(url, activities.inline_photo(url, "good")))
        assert "JEANS" in again.text


@stated(
    "a batch whose pictures hang, crash or eat the memory of what opens them",
    "refused, with what is wrong with each row's picture",
)
def test_a_batch_with_a_picture_that_breaks_what_opens_it_is_refused(
    fragile: PhotoPipeline, catalogue: Catalogue
) -> None:
    """And the rest of the batch is read."""
    pictures = {"a.png": faulty.SPINS, "b.png": faulty.CRASHES, "c.png": faulty.EATS, "d.png": png()}
    table = "item,title,sku,pictures\n" + "".join(f"X{n},X,X{n}-1,{n}\n" for n in pictures)
    batch = zip_of({"items.csv": table.encode(), **pictures})
    staged = catalogue.stage(
        [("broken.zip", batch)], embed=fragile.embed_pictures, picture_reader=picture_reader(fragile.check)
    )
    assert staged.plan is None
    told = {fault.row: str(fault.reason) for fault in staged.faults}
    assert set(told) == {2, 3, 4}
    for row, sentence in ((2, str(too_slow())), (3, str(harmful())), (4, str(too_much_memory()))):
        assert sentence[1:40] in told[row]  # within a sentence it loses its capital


@stated(
    "a QR code that holds SQL, markup, a link or control signs",
    "no number of the catalogue, and no answer by it",
)
@pytest.mark.parametrize(
    "text",
    [
        "' OR 1=1; --",
        "<at>all</at>",
        "https://evil.example/?JEANS-M",
        "JEANS\x00-M",
        "%s{0}{ $x }",
        "\u202eM-SNAEJ",
    ],
)
async def test_a_hostile_code_names_nothing(shop: ShopBot, text: str) -> None:
    """What a code says is looked up, and never shown unless it is a number of the catalogue's."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=6)))
    data = saved(drawn.convert("RGB"), "PNG")
    assert len(numbers_in(data)) <= 1
    shop.cloud.files["code"] = data
    url = shop.cloud.service_url
    said = await shop.send(activities.photos(url, activities.inline_photo(url, "code")))
    assert said.outcome == "ok"
    assert "Read from the tag" not in said.text
    assert "evil" not in said.text
