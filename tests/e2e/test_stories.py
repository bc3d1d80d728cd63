"""A worker's and a supervisor's whole story on a phone: the bot behind the chat page, under a finger."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from playwright.async_api import FilePayload, Locator, Page, expect

from catalogue.movements import Level
from catalogue.store import Catalogue
from tests.e2e.chat_page import Keep, say, send, send_photo, with_a_shop
from tests.e2e.finger import finger, opened_by
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.drawing import Garment, draw_phone

JACKET = Garment("jacket", "plain", ((20, 20, 22), (250, 200, 40)), seed=11)


async def test_a_workers_whole_story(
    chat_bot: tuple[str, Catalogue], phone: Page, tmp_path: Path, shot: Keep
) -> None:
    url, catalogue = chat_bot
    cards = await with_a_shop(phone, url, tmp_path)
    chat = phone.locator("#chat")

    await send_photo(phone, "DRESS-DOTS")  # a photo, and it is the right one
    await expect(cards.last).to_contain_text("dress dress-dots")
    await expect(cards.last).to_contain_text("15 in stock")
    await shot("photo")
    await cards.last.get_by_role("button", name="Right").tap()
    await expect(chat).to_contain_text("Thanks, noted.")
    await shot("right")

    await send_photo(phone, "JEANS")  # a wrong one, and which it really is
    await expect(cards.last).to_contain_text("trousers jeans")
    await cards.last.get_by_role("button", name="Wrong").tap()
    asked = cards.filter(has_text="Which one is it?").last
    await expect(asked).to_be_visible()
    await shot("runners-up")
    await asked.get_by_text("This one").first.tap()
    chosen = cards.filter(has_text="✓ Thanks, noted.").last
    await expect(chosen).to_contain_text("in stock")
    await shot("chosen")
    [(right, wrong)] = catalogue.database.confirmations.by_place().values()
    assert (right, wrong) == (1, 1)

    both = np.hstack([phone_photo("TEE-RED", seed=1), phone_photo("JEANS", seed=1)])
    await send(phone, both, "both.jpg")  # two garments in one photo
    numbered = cards.filter(has_text="There are 2 garments in the photo. This is number 1").last
    await expect(numbered).to_contain_text("T-shirt tee-red")
    await shot("two-garments")
    for button in await cards.last.locator(".ac-pushButton:visible").all():
        frame = await button.bounding_box()
        assert frame is not None
        assert frame["height"] >= 44  # for a thumb
        assert frame["x"] + frame["width"] <= 335  # where the card's text ends
    answer = cards.nth(await cards.count() - 1)
    await numbered.get_by_role("button", name="2 · bottoms").tap()
    await expect(answer).to_contain_text("trousers jeans")
    await expect(answer).to_contain_text("This is number 2")
    await shot("the-second-garment")

    await send_photo(phone, "TEE-STRIPED")  # an outline repaired with a finger
    await expect(cards.last).to_contain_text("tee-striped")
    answer = cards.nth(await cards.count() - 1)
    await answer.get_by_role("button", name="Fix cut-out").tap()
    await expect(cards.last).to_contain_text("Paint what is garment")
    await shot("fix")
    await repair(phone, cards.last)
    await expect(answer).to_contain_text("Cut out by hand")
    await shot("repaired")

    jacket = draw_phone(JACKET, np.random.default_rng(1), size=(640, 480))[0]
    await send(phone, jacket, "jacket.jpg")  # one that the catalogue does not have
    await expect(cards.last).to_contain_text("Not in our catalogue")
    await shot("not-in-the-catalogue")
    await cards.last.get_by_role("button", name="Register as new").tap()
    await expect(chat).to_contain_text("Registered as new, number 1")
    await shot("registered")
    assert [one.id for one in catalogue.database.intakes.waiting()] == [1]

    before = catalogue.database.movements.levels("JEANS-M")
    await say(phone, "stock-take hall a")  # a count, which somebody else applies
    await expect(chat).to_contain_text("counting Hall A now")
    await say(phone, "JEANS-M 3")
    await expect(chat).to_contain_text("JEANS M: 3")
    await say(phone, "what's here")
    await expect(cards.last).to_contain_text("Hall A")
    await shot("whats-here")
    await say(phone, "done")
    await expect(cards.filter(has_text="JEANS-M").last).to_be_visible()
    await shot("differences")
    assert catalogue.database.movements.levels("JEANS-M") == before


async def repair(phone: Page, card: Locator) -> None:
    """Paint what is garment on the page that a card opens, and search again."""
    address = await opened_by(phone, card.get_by_text("Open the photo"))
    drawing = await phone.context.new_page()
    await drawing.goto(address)
    canvas = drawing.locator("#photo")
    await expect(canvas).to_have_attribute("data-steps", "0")
    frame = await canvas.bounding_box()
    assert frame is not None
    middle, low = frame["x"] + frame["width"] / 2, frame["y"] + 0.75 * frame["height"]
    await drawing.locator("#ground").tap()
    touch = await phone.context.new_cdp_session(drawing)
    await finger(touch, [(middle - 60 + 6 * n, low) for n in range(20)])
    await expect(canvas).to_have_attribute("data-steps", "1")
    await drawing.locator("#done").tap()
    await expect(drawing.locator("#said")).to_contain_text("The new answer is in the chat")
    await drawing.close()


async def test_a_supervisors_whole_story(
    chat_bot: tuple[str, Catalogue], phone: Page, tmp_path: Path, shot: Keep
) -> None:
    url, catalogue = chat_bot
    cards = await with_a_shop(phone, url, tmp_path)
    levels = catalogue.database.movements.levels

    await send_photo(phone, "DRESS-DOTS")
    await expect(cards.last).to_contain_text("dress dress-dots")
    counted = catalogue.item("DRESS-DOTS").variants[0].stock[0].as_of
    assert counted is not None
    shown = await phone.evaluate(
        "(at) => new Date(at).toLocaleTimeString('en-US', {hour: 'numeric', minute: '2-digit'})",
        counted.isoformat(),
    )
    as_of = cards.last.get_by_text(re.compile("As of .*" + re.escape(str(shown).split()[0])))
    await expect(as_of).to_be_visible()  # every figure bears its time
    await say(phone, "how many in M?")
    await expect(cards.last).to_contain_text("in M")
    await expect(cards.last).to_contain_text("Hall A")
    await shot("how-many-in-m")
    await say(phone, "and in black?")
    await expect(cards.last).to_contain_text("black")
    await shot("and-in-black")
    await say(phone, "find tee")
    await expect(cards.last).to_contain_text("2 items")
    await shot("find")
    await say(phone, "where is the second one")
    await expect(cards.last).to_contain_text("Hall A")
    await shot("where-is-the-second")
    await say(phone, "what is low in dresses")
    await expect(cards.last).to_contain_text("Nothing fits")

    await say(phone, "how many of the hoodie-grey in S at the shop")
    await expect(cards.last).to_contain_text("2 in stock")
    await say(phone, "reserve 3 of these in M at hall A for Anna until friday")
    await expect(cards.last).to_contain_text("Reserve 3 of HOODIE-GREY-M at Hall A for Anna")
    await shot("reserve")
    assert levels("HOODIE-GREY-M")["Hall A"] == Level(14, 1)
    await cards.last.get_by_role("button", name="Confirm").tap()
    await expect(cards.last).to_contain_text("Done")
    await shot("done")
    assert levels("HOODIE-GREY-M")["Hall A"] == Level(14, 4)
    await say(phone, "what is reserved for anna")
    await expect(cards.last).to_contain_text("Anna")
    await expect(cards.last).to_contain_text("3 reserved")
    await shot("reservations")
    await say(phone, "undo")
    await cards.last.get_by_role("button", name="Undo").tap()
    await expect(phone.locator("#chat")).to_contain_text("Undone")
    await shot("taken-back")
    assert levels("HOODIE-GREY-M")["Hall A"] == Level(14, 1)

    await say(phone, "antworte auf deutsch")
    await expect(phone.locator("#chat")).to_contain_text("Ich antworte ab jetzt auf Deutsch")
    await say(phone, "wie viele hoodies haben wir")
    await expect(cards.last).to_contain_text("auf Lager")
    await shot("german")


async def test_a_supervisors_order_that_lacks_something(
    chat_bot: tuple[str, Catalogue], phone: Page, tmp_path: Path, shot: Keep
) -> None:
    url, catalogue = chat_bot
    cards = await with_a_shop(phone, url, tmp_path)
    chat, levels = phone.locator("#chat"), catalogue.database.movements.levels

    await say(phone, "how many free hoodie-grey in M at hall a?")  # a chain of five turns
    await expect(cards.last).to_contain_text("13 free")
    await say(phone, "and in S?")
    await expect(cards.last).to_contain_text("in S")
    await say(phone, "price?")
    await expect(cards.last).to_contain_text("EUR")
    await say(phone, "put two aside for Anna")
    await say(phone, "never mind")
    await expect(chat).to_contain_text("OK, I dropped that. Nothing was changed.")

    await say(phone, "put two hoodie-grey aside for Anna")
    await expect(cards.last).to_contain_text("Which size of hoodie hoodie-grey?")
    await shot("which-size")
    await say(phone, "how many JEANS-M?")  # in between
    await expect(cards.last).to_contain_text("jeans")
    asked = cards.filter(has_text="Which size of hoodie hoodie-grey?").last
    for button in await asked.locator(".ac-pushButton:visible").all():
        frame = await button.bounding_box()
        assert frame is not None
        assert frame["height"] >= 44  # for a thumb
    await asked.get_by_role("button", name="M", exact=True).tap()
    proposed = cards.filter(has_text="Reserve 2 of HOODIE-GREY-M").last
    await expect(proposed).to_be_visible()
    await shot("proposed")
    assert levels("HOODIE-GREY-M")["Hall A"] == Level(14, 1)
    await say(phone, "make it 3")
    await expect(cards.last).to_contain_text("Reserve 3 of HOODIE-GREY-M")
    await cards.last.get_by_role("button", name="Confirm").tap()
    await expect(cards.last).to_contain_text("Done")
    assert levels("HOODIE-GREY-M")["Hall A"] == Level(14, 4)


async def test_a_delivery_and_a_stock_take(
    chat_bot: tuple[str, Catalogue], phone: Page, tmp_path: Path, shot: Keep
) -> None:
    url, catalogue = chat_bot
    cards = await with_a_shop(phone, url, tmp_path)
    chat = phone.locator("#chat")
    levels = catalogue.database.movements.levels
    before = levels("DRESS-DOTS-M")["Hall A"]

    await say(phone, "receive 5 DRESS-DOTS-M hall a from Lee")  # a delivery comes in
    await expect(cards.last).to_contain_text("Receive 5 of DRESS-DOTS-M at Hall A (Lee)")
    await shot("receive")
    await cards.last.get_by_role("button", name="Confirm").tap()
    await expect(cards.last).to_contain_text("Done")
    await shot("received")
    assert levels("DRESS-DOTS-M")["Hall A"] == Level(before.on_hand + 5, before.reserved)

    jeans = levels("JEANS-M")["Hall A"]
    photo = FilePayload(name="jeans.jpg", mimeType="image/jpeg", buffer=jpeg(phone_photo("JEANS")))
    await phone.locator("#chat textarea, #chat input[type=text]").first.fill("12 in M to hall A")
    await phone.locator("#chat input[type=file]").set_input_files([photo])  # another, with words beneath
    proposed = cards.filter(has_text="Receive 12 of JEANS-M at Hall A").last
    await expect(proposed).to_be_visible(timeout=60_000)
    await shot("receive-by-photo")
    await proposed.get_by_role("button", name="Confirm").tap()
    await expect(cards.filter(has_text="Done").last).to_contain_text("JEANS-M")
    assert levels("JEANS-M")["Hall A"] == Level(jeans.on_hand + 12, jeans.reserved)

    await say(phone, "stock-take hall a")  # and the hall is counted
    await expect(chat).to_contain_text("counting Hall A now")
    running = cards.filter(has_text="Stock-take: Hall A").last
    await expect(running).to_contain_text("0 pieces")
    photo = FilePayload(name="dress.jpg", mimeType="image/jpeg", buffer=jpeg(phone_photo("DRESS-DOTS")))
    await phone.locator("#chat input[type=file]").set_input_files([photo])
    sizes = cards.filter(has_text=re.compile("which size\\?|choose its size")).last
    await expect(sizes).to_be_visible(timeout=60_000)
    await shot("which-size")
    await sizes.get_by_role("button", name="M", exact=True).tap()
    await expect(chat).to_contain_text("DRESS-DOTS M: 1")
    await say(phone, "7")
    await expect(chat).to_contain_text("DRESS-DOTS M: 7")
    await say(phone, "JEANS-S 4")
    await expect(chat).to_contain_text("JEANS S: 4")
    await expect(running).to_contain_text("11 pieces")
    await say(phone, "undo")
    await expect(chat).to_contain_text("Taken back. JEANS S: 0")
    await expect(running).to_contain_text("7 pieces")
    await shot("counting")
    await say(phone, "done")
    differences = cards.filter(has_text="Hall A: 1 difference").last
    await expect(differences).to_contain_text("DRESS-DOTS-M")
    await shot("differences")
    await differences.get_by_role("button", name="Apply", exact=True).tap()
    applied = cards.filter(has_text="set to its count").last
    await expect(applied).to_be_visible()
    await shot("applied")
    assert levels("DRESS-DOTS-M")["Hall A"].on_hand == 7
    await applied.get_by_role("button", name="Undo").tap()
    await expect(chat).to_contain_text("Undone")
    assert levels("DRESS-DOTS-M")["Hall A"] == Level(before.on_hand + 5, before.reserved)
