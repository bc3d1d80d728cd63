## Stock work, for supervisors

work-asked =
    { $kind ->
        [reserve] Keep { $count } of { $sku } at { $place }{ $for }
        [release] Release { $count } of { $sku } at { $place }{ $for }
        [move] Move { $count } of { $sku } from { $place } to { $to }
        [count] { $count } of { $sku } lie at { $place }
       *[undo] Back as it was: { $sku }
    }
work-for = {" "}for { $person }
work-too-few-there =
    { $count ->
        [one] Only { $count } of { $sku } is free at { $place }.
       *[other] Only { $count } of { $sku } are free at { $place }.
    }
work-until = until { $day }
work-kept-until = kept until { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } reserved)
    }
work-below-reserved = Fewer than the { $count } that are reserved there.
work-confirm = Confirm
work-cancel = Cancel
work-done = Done
work-undone = Taken back
work-cancelled = Cancelled; nothing was done.
work-changed = The stock has changed in the meantime; look again.
work-over = That question is answered, or too old; ask again.
work-anothers = Only the one who asked can confirm that; ask yourself.
work-forbidden = Only a supervisor can change stock; ask one, or an admin to make you one.
work-commands = I know: reserve 2 of SKU for Anna until Friday, release NUMBER, move 3 of SKU from A to B, count SKU at B is 14, reservations, undo.
work-nothing-to-undo = There is no stock work of yours that can be taken back.
work-no-reservation = There is no reservation { $number }; type “reservations” to see them.
work-too-few = At no location so many of { $sku } are free; { $count } at most.
work-which-location = At which location? { $sku } is free at { $places }; add for example: at { $places }.
work-which-day = Until which day? Give today, tomorrow, a weekday or a date to come, such as 2027-03-31.
reservations-title =
    { $count ->
        [0] Nothing is reserved by name
        [one] { $count } reservation
       *[other] { $count } reservations
    }
reservations-hint = To let one go, type “release” and its number.
