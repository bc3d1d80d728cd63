# Stock orders, for supervisors, in English.

work-asked =
    { $kind ->
        [receive] Receive { $count } of { $sku } at { $place }{ $note }
        [issue] Issue { $count } of { $sku } from { $place }{ $note }
        [reserve] Reserve { $count } of { $sku } at { $place }{ $for }
        [release] Release { $count } of { $sku } at { $place }{ $for }
        [move] Move { $count } of { $sku } from { $place } to { $to }
        [count] Counted { $count } of { $sku } at { $place }
       *[undo] Put { $sku } back as it was
    }
work-for = {" "}for { $person }
work-note = {" "}({ $note })
work-too-few-there =
    { $count ->
        [one] Only { $count } of { $sku } is free at { $place }.
       *[other] Only { $count } of { $sku } are free at { $place }.
    }
work-until = until { $day }
work-kept-until = reserved until { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } reserved)
    }
work-below-reserved = That’s fewer than the { $count } reserved there.
work-confirm = Confirm
work-cancel = Cancel
work-done = Done
work-undone = Undone
work-cancelled = Cancelled. Nothing was changed.
work-changed = The stock has changed in the meantime. Check it again.
work-over = That was already answered or is too old. Ask again.
work-anothers = Only the person who asked can confirm that. You can ask me yourself.
work-forbidden = Only a supervisor can change stock. Ask one, or ask an admin to make you a supervisor.
work-commands = You can type: receive 12 of SKU at A from LEE, issue 1 of SKU damaged, reserve 2 of SKU for Anna until Friday, release NUMBER, move 3 of SKU from A to B, count SKU at B is 14, reservations, undo.
work-not-read = I can’t place “{ $text }” in that. Write a note after “from” or a comma, for example: receive 12 SKU hall A, from Lee.
work-nothing-to-undo = You have no stock changes to undo.
work-no-reservation = There’s no reservation { $number }. To see all reservations, type “reservations”.
work-too-few = No location has that many { $sku } free. The most is { $count }.
work-which-location = Which location? { $sku } is free at { $places }. Add, for example: at { $places }.
work-which-day = Until which day? Type today, tomorrow, a weekday, or a date such as 2027-03-31.
order-which-quantity = How many?
order-which-person = For whom?
order-which-goal = Where to? The locations are { $places }.
order-which-place = Which location? { $sku } is at { $places }.
order-which-reservation = Which of the { $count } reservations?
order-no-reservation = I don’t know of such a reservation. To see all reservations, type “reservations”. What another system reserved can only be released there.
order-no-size = { $item } doesn’t come in { $size }. Which size? It comes in { $sizes }.
order-one-at-a-time = I can take one order at a time. Send them one after the other.
order-dropped = OK, I dropped that. Nothing was changed.
order-nothing-waits = OK. Nothing was waiting, and nothing was changed.
order-not-done =
    { $verb ->
        [reserve] OK, I won’t reserve anything.
        [release] OK, I won’t release anything.
        [move] OK, I won’t move anything.
        [count] OK, I won’t change the count.
        [receive] OK, I won’t receive anything.
        [issue] OK, I won’t issue anything.
       *[other] OK, I won’t change anything.
    }
