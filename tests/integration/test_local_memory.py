"""What the local chat remembers is bounded, and in order."""

from __future__ import annotations

from typing import Any

from bot.local.card_actions import dress, undress
from bot.local.conversations import Activity, ActivityIds, Conversations, Uploads


def said(activity_id: str, text: str = "") -> Activity:
    return {"type": "message", "id": activity_id, "text": text}


def test_the_oldest_uploads_make_room() -> None:
    uploads = Uploads(max_bytes=100)
    first, second, third = (uploads.add(f"{n}.jpg", "image/jpeg", bytes(40)) for n in range(3))
    assert uploads.get(first.id) is None
    assert uploads.get(second.id) == second
    assert uploads.get(third.id) == third


def test_the_oldest_conversations_make_room() -> None:
    conversations = Conversations(max_conversations=2, max_activities=10)
    first, second, third = (conversations.open() for _ in range(3))
    assert conversations.get(first.id) is None
    assert conversations.of_token(first.token) is None
    assert conversations.get(second.id) is second
    assert conversations.of_token(third.token) is third


def test_the_oldest_activities_make_room() -> None:
    conversation = Conversations(max_conversations=1, max_activities=2).open()
    for number in range(3):
        conversation.put(said(str(number)))
    assert [activity["id"] for activity in conversation.since(0)] == ["1", "2"]


def test_an_updated_activity_comes_again_at_its_old_place() -> None:
    conversation = Conversations(max_conversations=1, max_activities=10).open()
    conversation.put(said("a", "old"))
    conversation.put(said("b"))
    seen = conversation.mark
    conversation.put(said("a", "new"))
    (update,) = conversation.since(seen)
    assert (update["text"], update["channelData"]["webchat:sequence-id"]) == ("new", 1)
    assert [activity["id"] for activity in conversation.since(0)] == ["b", "a"]


def test_a_stream_ticket_is_good_once() -> None:
    conversation = Conversations(max_conversations=1, max_activities=10).open()
    ticket = conversation.issue_ticket()
    assert conversation.redeem_ticket(ticket)
    assert not conversation.redeem_ticket(ticket)


def test_no_two_activities_have_one_id() -> None:
    ids = ActivityIds()
    given = [ids.next() for _ in range(1000)]
    assert len(set(given)) == 1000
    assert given == sorted(given)


def test_buttons_deep_in_a_card_can_be_pressed_and_the_card_itself_is_left_alone() -> None:
    execute = {"type": "Action.Execute", "verb": "show", "data": {"n": 2}, "title": "Show"}
    inner: Any = {"type": "AdaptiveCard", "body": [{"type": "ActionSet", "actions": [execute]}]}
    card: Any = {
        "type": "AdaptiveCard",
        "refresh": {"action": execute},
        "body": [{"type": "Image", "url": "x", "selectAction": execute}],
        "actions": [
            {"type": "Action.ShowCard", "title": "More", "card": inner},
            {"type": "Action.OpenUrl", "url": "https://example.com"},
        ],
    }
    dressed = dress(card, "m1")
    shown = dressed["actions"][0]["card"]["body"][0]["actions"][0]
    assert (shown["type"], shown["title"], "verb" in shown) == ("Action.Submit", "Show", False)
    assert dressed["body"][0]["selectAction"]["type"] == "Action.Submit"
    assert dressed["actions"][1] == card["actions"][1]
    assert "refresh" not in dressed
    assert inner["body"][0]["actions"] == [execute]
    press = undress({**shown["data"], "typed": "in"})
    assert press is not None
    assert (press.kind, press.card, press.verb) == ("execute", "m1", "show")
    assert press.data == {"n": 2, "typed": "in"}


def test_a_button_that_speaks_for_the_person_says_its_words() -> None:
    teams = {"type": "messageBack", "text": "stock HT-1", "displayText": "Stock?", "value": {"sku": "HT-1"}}
    button = dress({"type": "Action.Submit", "data": {"msteams": teams}}, "m1")
    press = undress(button["data"])
    assert press is not None
    assert (press.kind, press.text, press.shown) == ("submit", "stock HT-1", "Stock?")
    assert press.data["sku"] == "HT-1"


def test_a_value_that_no_button_of_ours_sent_is_not_taken_for_one() -> None:
    assert undress({"localChatAction": "no object"}) is None
    assert undress("words") is None
    assert undress(None) is None
