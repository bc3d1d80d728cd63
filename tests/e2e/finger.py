"""What a finger does on a phone, and what a button opens."""

from __future__ import annotations

import asyncio

from playwright.async_api import CDPSession, Locator, Page


async def finger(touch: CDPSession, points: list[tuple[float, float]]) -> None:
    """Draw with a finger."""
    for number, (x, y) in enumerate(points):
        kind = "touchStart" if number == 0 else "touchMove"
        await touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        await asyncio.sleep(0.01)  # what is faster is a fling, after which browsers pass over a tap
    await touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


async def opened_by(page: Page, button: Locator) -> str:
    """The address that a button opens, which would be another window."""
    await page.evaluate("window.open = (address) => { window.openedBy = address; return null; }")
    await button.click()
    await page.wait_for_function("window.openedBy")
    address = str(await page.evaluate("window.openedBy"))
    await page.evaluate("window.openedBy = null")
    return address
