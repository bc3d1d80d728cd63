# What the bot says, in English. Every message must be here; other languages may lack some.
# The syntax is Project Fluent's: { $name } is filled in, a bracketed word chooses a form.

## What a photo turned out to be

verdict-in-catalogue = Very likely this one · { $percent }%
verdict-unsure = Not sure, maybe this one · { $percent }%
verdict-unsure-hint = Compare it with the picture, or send another photo: the whole garment, laid flat, in good light.
verdict-not-in-catalogue = Not in our catalogue
verdict-not-in-catalogue-hint = These look most like it, but none of them is it, as far as I can tell.
verdict-empty-catalogue = The catalogue is empty, so there is nothing to compare with.

cut-out =
    { $how ->
        [tiramisu] Cut out by the neural network
        [tiramisu-grabcut] Cut out by the neural network, outline refined by GrabCut
        [grabcut] Cut out by GrabCut, as the neural network was unsure
        [hand] Cut out by hand
       *[whole-photo] Compared by the whole photo, as no garment could be cut out
    }
cut-out-sure = { $how } · { $percent }% sure

look-alikes = Look-alikes
look-alikes-show = Others like it ({ $count })
alike = { $percent }% alike
photo-number = Photo { $number } of { $count }
photos-title =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }

## Stock

size-one = One size
stock-in = { $count } in stock
stock-low = only { $count } left
stock-reserved-all = { $count }, all reserved
stock-none = none left
stock-unknown = not counted
stock-location = { $location }: { $count }
stock-location-reserved = { $location }: { $count } ({ $reserved } reserved)
stock-as-of = As of { $when }
stock-more-locations =
    { $count ->
        [one] and { $count } more location
       *[other] and { $count } more locations
    }
stock-more-sizes =
    { $count ->
        [one] and { $count } more size
       *[other] and { $count } more sizes
    }
stock-no-variants = No sizes and no stock are known for this item.
stock-barcode = Barcode { $barcode }
show-stock = Show stock

## Pictures, for those who cannot see them

picture-of = Catalogue picture of { $title }

## Help

help-title = What I can do
help-photo-title = Send a photo of a garment
help-photo = I answer with its SKU, its sizes, and how many lie where. Several photos at once are fine.
help-stock-title = Type “stock” and a SKU
help-stock = For example: stock { $example }. A barcode or an item number does as well.
help-help-title = Type “help”
help-help = To see this again.
help-tips-show = Photo tips
help-tip-flat = Lay the garment flat or hang it up, front side to you.
help-tip-whole = Get all of it into the picture, and only one garment.
help-tip-light = Turn the light on; avoid hard shadows and flash.
help-mention = In a group, mention me: @Hangtag.
welcome-title = Hello, I am Hangtag
welcome = Send me a photo of a garment and I tell you its SKU and its stock.
help-show = Help

## When something is amiss

nothing-came = No photo arrived. If you picked it from the gallery, take it with the camera button here, or attach it as a file.
stock-which = Which SKU? Type for example: stock { $example }.
not-understood = I did not understand that. Send a photo of a garment, or type “stock” and a SKU, or “help”.
button-outdated = That button no longer works; send the photo again, or type “help”.
too-many-photos = I looked at the first { $count } photos; send the others in a further message.
photo-fault = Photo { $number } of { $count }: { $fault }
busy = Too many photos are waiting; send it again in a minute.
apology = Sorry, something went wrong on my side. Try again; if it happens again, tell your administrator this reference: { $reference }.

## The catalogue, for admins

help-catalogue-title = Keep the catalogue
help-catalogue = Attach a CSV, an XLSX or a ZIP and type “catalogue upload”, with replace, stock or delete after it where that is meant. Also: catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = I know: catalogue upload (with a CSV, an XLSX or a ZIP attached), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Only an admin may see and change the catalogue as a whole; ask the one who runs this bot to add you.
catalogue-personal-only = The catalogue is kept in the personal chat with me; write me there.
catalogue-busy = Too much of the catalogue is in work already; send it again in a minute.
catalogue-which-item = Which item? Type for example: catalogue item { $example }.
catalogue-no-file = Attach a CSV, an XLSX or a ZIP to that message and send it again.
catalogue-mode-unknown = I know no such kind of upload; type catalogue upload, or upload replace, stock or delete.
catalogue-too-many-files = Send at most { $count } files in one message, or one ZIP.
catalogue-nothing-to-undo = There is no batch that can be undone.

number = { $count }
none = nothing
row = Row { $row }
and-more = and { $count } more

batch-title = Batch { $batch } would change this
batch-no-news = The catalogue holds all of this already; nothing would change.
batch-refused = Batch { $batch } was refused; nothing was changed
batch-refused-rows =
    { $count ->
        [one] { $count } row was refused. Correct it and send the whole file again.
       *[other] { $count } rows were refused. Correct them and send the whole file again.
    }
batch-refused-summary = Batch { $batch } was refused; nothing was changed.
batch-summary = Batch { $batch }: { $new } new, { $changed } changed, { $gone } retired or deleted. Apply?
batch-mode =
    { $mode ->
        [replace] replaces the whole catalogue
        [stock] stock only
        [delete] deletes what it names
       *[upsert] {""}
    }
batch-changes = Changes
batch-deletes = To be deleted
batch-lookalikes = Likely duplicates
batch-notes = Notes
batch-apply = Apply
batch-discard = Discard
batch-undo = Undo
batch-report = Whole list
batch-by = by { $name }
batch-state =
    { $state ->
        [staged] Batch { $batch } waits for your word
        [applying] Batch { $batch } is being applied
        [applied] Batch { $batch } is applied
        [undone] Batch { $batch } is undone
        [discarded] Batch { $batch } is discarded
       *[failed] Batch { $batch } was not applied
    }
batch-undone-what = Taken back: { $what }.
batch-in-work = Batch { $batch } is in work already; its card shows how far it is.
batch-not-waiting =
    { $state ->
        [applied] Batch { $batch } is applied already; nothing was done again.
        [discarded] Batch { $batch } was discarded; send the file again.
        [undone] Batch { $batch } was undone; send the file again.
        [applying] Batch { $batch } is being applied already.
       *[failed] Batch { $batch } cannot be applied; send the file again.
    }
batch-not-undoable =
    { $state ->
        [undone] Batch { $batch } is undone already; nothing was done again.
        [applied] Batch { $batch } is too long ago: only the last ten batches can be undone.
       *[staged] Batch { $batch } was not applied, so there is nothing to undo.
    }

looks-like = { $percent }% alike:
looks-like-within = also new in this batch

fact-new = New items
fact-changed = Changed
fact-unchanged = Unchanged
fact-retired = Retired
fact-deleted = Deleted
fact-missing = Not in the batch
fact-items = Items
fact-skus = SKUs
fact-pieces = Pieces on hand
fact-pictures = Pictures
fact-vectors = Vectors
fact-not-indexed = Not in the index
fact-not-found = Not found there
fact-lost = Files gone

field-item = Item
field-class = Class
field-colour = Colour
field-brand = Brand
field-price = Price
field-pictures = Pictures
field-description = Description

count-new = { $count } new
count-changed = { $count } changed
count-retired = { $count } retired
count-deleted = { $count } deleted
count-refused =
    { $count ->
        [one] { $count } row refused
       *[other] { $count } rows refused
    }
count-nothing = nothing new

progress-upload = Reading what you sent
progress-apply = Applying batch { $batch }
progress-undo = Undoing batch { $batch }
progress-audit = Looking for every picture
progress-mend = Mending
progress-duplicates = Comparing all items
progress-export = Writing the file
progress-stage =
    { $stage ->
        [check] Checking rows and pictures
        [embed] Looking at pictures
        [store] Keeping pictures
        [write] Writing
        [audit] Looking for what was written
        [compare] Comparing
        [export] Packing
       *[waiting] Just a moment
    }
progress-count = { $doing }: { $done } of { $total }
work-failed = Batch { $batch } could not be finished; type “catalogue history” to see how it stands.

history-title = The last batches
history-empty = No batch was sent yet.
history-hint = ↶ can be undone: type catalogue undo and its number.
history-undo = Undo batch { $batch }

status-title = The catalogue
status-unfinished = The search index is being written, or was cut off; type “catalogue audit”.
duplicates-title =
    { $count ->
        [0] No two items look the same
        [one] { $count } pair of items looks the same
       *[other] { $count } pairs of items look the same
    }
audit-ok =
    { $count ->
        [one] The one picture is found by its own vector
       *[other] All { $count } pictures are found by their own vectors
    }
audit-wrong =
    { $count ->
        [one] { $count } picture is not found by its own vector
       *[other] { $count } pictures are not found by their own vectors
    }
audit-mended = { $count } pictures were put right; files gone: { $lost }
audit-mend = Mend
export-title =
    { $items ->
        [one] { $items } item
       *[other] { $items } items
    }, { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }
export-until = The link works until { $when }.
export-download = Download
