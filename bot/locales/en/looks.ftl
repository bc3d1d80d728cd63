# Photos looked at again: another garment, an outline drawn by hand, something new.

garments-seen = { $count } garments are in the photo; this is number { $number }. Which one do you mean?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] top
        [outer] jacket
        [full-body] dress
        [lower] bottoms
        [footwear] shoes
        [headwear] headwear
       *[unknown] other
    }

fix = Fix cut-out
fix-title = Fix the cut-out
fix-open-hint = Paint over what is garment and what is not; I look again with your outline.
fix-open = Open the photo
fix-hint = Paint with a finger what I took wrongly. The dark part is left out.
fix-garment = Garment
fix-ground = Not garment
fix-box = Box
fix-undo = Undo
fix-done = Search again
fix-working = Working …
fix-failed = That did not work; try again.
fix-over = This page is no longer valid; press the button in the chat again.
fix-empty = Nothing is left as garment; paint some of it.
fix-undelivered = The chat did not take the new answer; try again.
fix-back = The new answer stands in the chat.

intake-register = Register as new
intake-registered = Registered as new, number { $number }. An admin makes an item of it.
intake-already = It is registered already, number { $number }.
intake-none = Nothing waits to be completed.
intake-complete = Complete it
intake-number = New garment, number { $number }
intake-item = Item number
intake-item-missing = Write the item number, such as HT-1042.
intake-name = Title
intake-brand = Brand
intake-colour = Colour
intake-sizes = Sizes, parted by commas
intake-class = Kind
intake-save = Show what it adds
intake-dismiss = Dismiss
intake-dismissed = Number { $number } is dismissed.
intake-forbidden = Only an admin may complete what was registered.
intake-too-many-sizes = At most { $count } sizes can be given at once.
intake-title =
    { $count ->
        [one] { $count } garment waits to become an item
       *[other] { $count } garments wait to become items
    }
intake-in-work = Number { $number } is being made into a batch already.
intake-shown = Number { $number } is below, to be applied.

view-keep = Keep it as another view
view-kept = The photo is a view of { $item } now (batch { $batch }; an admin can undo it).
view-known = This photo is a view of { $item } already.
view-enough = { $item } has { $count } pictures already; that is enough.
view-forbidden = Only a supervisor or an admin may keep a photo as a view.

photo-in-line =
    { $count ->
        [one] One photo is before yours; the answer will stand here.
       *[other] { $count } photos are before yours; the answer will stand here.
    }
