# Work on the floor, in English.

places-title = Places and their codes
places-hint = To give a place a code, type, for example: catalogue places A-01 = Hall A. To remove it: catalogue places Hall A =. For QR codes to print: catalogue places sheet.
places-no-codes = No place has a code yet. Type, for example: catalogue places A-01 = Hall A.
places-sheet = QR codes to print for places: { $count }
place-code-set = { $place } has the code { $code } now.
place-code-gone = { $place } has no code any more.
place-here = You’re at { $place }. For { $count } hours, “here” means this place.
place-unknown = There’s no place { $place }. An admin can see all of them with “catalogue places”.

# Stock-takes

take-title = Stock-take: { $place }
take-started = You’re counting { $place } now. Send photos, barcodes or SKUs one after the other. A number sets the amount of the last line, “undo” takes it back, “done” shows the differences.
take-joined = { $name } is already counting { $place }. You count it together now.
take-which-place = Which place? Type, for example: stock-take hall A. Or photograph the code on its shelf first.
take-one-shelf = That’s several places. Count one at a time: { $places }.
take-none = You aren’t counting. Type “stock-take” and a place to start.
take-left = You no longer count { $place }. What was counted stays; type “stock-take” and the place to go on.
take-cancelled = The stock-take of { $place } is cancelled. Nothing was changed.
take-line = { $name }: { $count }
take-which-size = { $item }: which size? It isn’t counted ({ $count }) until you say.
take-maybe = Not counted yet ({ $count }): it may be { $item }. If it is, choose its size. If not, type “undo”, then the SKU.
take-compare = Not counted yet ({ $count }): it looks like { $item }. If it is, press “{ confirm-right }”. If not, type “undo”, then the SKU.
take-type-size = For another size, type it.
take-amount-later = { $count } of what’s in the photo before, as soon as I know what it is.
take-amount-kept = Still not counted: I don’t know what the last photo shows. I keep { $count } of it for the end.
take-gone = That line was taken back.
take-undone = Taken back. { $name }: { $count }
take-undone-kept = Taken back: what wasn’t counted yet.
take-no-line = You have no line yet. Send a photo, a barcode or a SKU first.
take-amount-or-size = Nothing is set: { $number } may be the amount or the size. Type x{ $number } for the amount, or { $item } { $number } for the size.
take-not-a-line = “{ $text }” is no line of the count, so I left it out.
take-unknown = Not counted: I’m not sure what that is. I keep the photo for the end. If you know the SKU, type “undo”, then the SKU.
take-one-of = Not counted: a photo can’t tell { $item } from { $names }. Type “undo”, then photograph the tag or type the SKU.
take-several = Not counted: there are several garments in that photo. I keep it for the end. Or type “undo” and photograph one at a time.
take-tag-doubt = Not counted: the tag says { $tag }, but it looks like { $title }. I keep the photo for the end. If the tag is right, type “undo”, then the SKU.
take-nothing = Not counted: I see no garment and no barcode I know.
take-fault = Not counted. { $fault }
take-same-place = Yes, you’re counting { $place }.
take-other-place = That’s the code of { $other }, but you’re counting { $place }. Type “stock-take” and the place to count another.
take-done = Done
take-apply = Apply
take-apply-rest = Apply, rest is 0
take-moved = Stock marked ⚠ was moved here during the count. Check it before you apply.
take-supervisor = A supervisor can apply this: type “stock-take” and the place, then “done”.
take-total =
    { $count ->
        [one] { $count } piece, SKUs: { $skus }
       *[other] { $count } pieces, SKUs: { $skus }
    }
take-kept =
    { $count ->
        [one] { $count } line isn’t counted yet
       *[other] { $count } lines aren’t counted yet
    }
take-kept-end =
    { $count ->
        [one] { $count } line isn’t counted: its item or size isn’t known.
       *[other] { $count } lines aren’t counted: their items or sizes aren’t known.
    }
take-differences =
    { $count ->
        [one] { $place }: { $count } difference
       *[other] { $place }: { $count } differences
    }
take-more = and { $count } more
take-equal =
    { $count ->
        [one] { $count } SKU is as expected
       *[other] { $count } SKUs are as expected
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU should be here and wasn’t counted, pieces: { $pieces }. “Apply” leaves it as it is.
       *[other] { $count } SKUs should be here and weren’t counted, pieces: { $pieces }. “Apply” leaves them as they are.
    }
take-applied =
    { $count ->
        [one] { $place }: { $count } SKU set to its count
       *[other] { $place }: { $count } SKUs set to their counts
    }
take-intakes =
    { $count ->
        [one] { $count } photo waits for an admin to make an item of it: { $numbers }
       *[other] { $count } photos wait for an admin to make items of them: { $numbers }
    }
take-lapsed =
    { $count ->
        [one] The stock-take of { $place } has lapsed: nobody went on for a day. Its line ({ $count }) is gone, and nothing was changed.
       *[other] The stock-take of { $place } has lapsed: nobody went on for a day. Its { $count } lines are gone, and nothing was changed.
    }
work-others =
    { $count ->
        [one] and { $count } other SKU with it
       *[other] and { $count } other SKUs with it
    }

# Pick checks

pick-list = To pick: { $count }. Send a photo of each garment, best with its tag.
pick-none = There’s nothing to pick. Type, for example: pick MH01-M, BAG1 2.
pick-stopped = Photos are no longer checked against the list.
pick-too-long = That’s too much for one list. Pick at most { $count } SKUs at a time.
pick-complete = Everything is picked.
pick-right = Right: the tag says { $name }.
pick-right-by-hand = Right: you read { $name } off the tag.
pick-right-compared = Right: you compared { $name }.
pick-looks-right = Right by its looks: { $title }. I saw no tag.
pick-compare = It looks like { $title }. If it is, press “{ confirm-right }”.
pick-size-unseen = The garment looks right: { $title }. Its size can’t be seen without the tag. You need { $sizes }.
pick-which-size = Which size does the tag say?
pick-wrong-size = Wrong size: the tag says { $tag }, you need { $wanted }.
pick-too-many = One too many: { $name } is already picked.
pick-unsure = I can’t tell whether that’s right. Photograph the tag.
pick-several = There’s more than one garment or tag in that photo. Photograph one at a time.
pick-tag-doubt = Check it: the tag says { $tag }, but it looks like { $title }.
pick-fault = Not checked. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Wrong colour: the tag says { $tag } ({ $colour }), you need { $wanted }.
       *[looks] Wrong colour by its looks: { $colour }. You need { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Wrong garment: the tag says { $tag }, { $title }.
       *[looks] Wrong garment by its looks: { $title }.
    }

# Watches

watch-kept = I’ll tell you here: { $what }. Free now: { $count }.
watch-back-already = It’s there now, free: { $count }. I’ll tell you once it was gone and is back: { $what }.
watch-what-below = { $name } below { $threshold }
watch-what-back = { $name } is back
watch-at = { $name } at { $place }
watch-below = { $name } has fallen below { $threshold }. Free: { $count }.
watch-back = { $name } is back. Free: { $count }.
watch-stop = Stop
watch-stopped = Stopped. I won’t tell you any more.
watch-gone = You don’t have that watch any more. Type “watches” to see yours.
watch-what = Below how many? Type, for example: watch SKU below 5 in Berlin.
watch-not-read = I can’t place “{ $text }” in that. Type, for example: watch SKU below 5 in Berlin, or: tell me when SKU is back.
watch-too-many = You have { $count } watches, and can’t have more. Type “watches” to stop some.
watches-title =
    { $count ->
        [0] You have no watches. Type, for example: watch SKU below 5 in Berlin.
        [one] { $count } watch
       *[other] { $count } watches
    }

# Digests

digest-on =
    { $every ->
        [weekly] You get a digest every Monday morning.
       *[daily] You get a digest every morning.
    }
digest-forbidden = Only a supervisor can get the digest.
digest-off = You get no digest any more.
digest-commands = You can type: digest, digest daily, digest weekly, digest off.
digest-title = From { $first } to { $last }
digest-low-one = { $sku } at { $place }: { $count }
digest-low = Ran low: { $count }
digest-received = Pieces received: { $count }
digest-issued = Pieces issued: { $count }
digest-unknown = Photographed and registered as new: { $count }
digest-right = First match right: { $percent } % of { $count }
digest-right-none = First match right: nobody has said yet
digest-chart = Bar chart of the figures below. { $titles }
digest-hint = To end it, type “digest off”.
