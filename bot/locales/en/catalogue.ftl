# The catalogue kept through the chat, for admins, in English.

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
catalogue-file = file { $number }
catalogue-nothing-to-undo = There is no batch that can be undone.

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
audit-repaired =
    { $count ->
        [one] { $count } picture was put right; files gone: { $lost }
       *[other] { $count } pictures were put right; files gone: { $lost }
    }
audit-repair = Repair
export-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
export-pictures =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }
export-until = The link works until { $when }.
export-download = Download
