# Managing the catalogue in the chat, for admins, in English.

help-catalogue-title = Manage the catalogue
help-catalogue = Attach a CSV, XLSX or ZIP file, and type “catalogue upload”. Add replace, stock or delete if that’s what you want. You can also type: catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = You can type: catalogue upload (with a CSV, XLSX or ZIP file attached), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Only an admin can see and change the whole catalogue. Ask the person who runs this bot to make you an admin.
catalogue-personal-only = You can manage the catalogue only in our personal chat. Write to me there.
catalogue-busy = Too many catalogue jobs are running. Send it again in a minute.
catalogue-which-item = Which item? For example, type: catalogue item { $example }.
catalogue-no-file = Attach a CSV, XLSX or ZIP file to that message, and send it again.
catalogue-mode-unknown = I don’t know that kind of upload. Type catalogue upload, or catalogue upload with replace, stock, stock all places or delete.
catalogue-too-many-files = Send at most { $count } files in one message, or one ZIP file.
catalogue-file = file { $number }
catalogue-nothing-to-undo = There’s no batch to undo.

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
fact-not-found = Not found by search
fact-lost = Missing files

field-item = Item
field-class = Class
field-colour = Colour
field-brand = Brand
field-price = Price
field-pictures = Pictures
field-description = Description

history-title = Recent batches
history-empty = There are no batches yet.
history-hint = You can undo a batch marked ↶. Type catalogue undo and its number.
history-undo = Undo batch { $batch }

status-title = Catalogue
status-told-apart = A photo can tell { $count } of { $items } items apart, as of { $when }.
status-unfinished = The search index is being written, or the writing was interrupted. Type “catalogue audit”.
duplicates-title =
    { $count ->
        [0] No two items look the same
        [one] { $count } pair of items looks the same
       *[other] { $count } pairs of items look the same
    }
audit-ok =
    { $count ->
        [one] Search finds the only picture
       *[other] Search finds all { $count } pictures
    }
audit-wrong =
    { $count ->
        [one] Search doesn’t find { $count } picture
       *[other] Search doesn’t find { $count } pictures
    }
audit-repaired =
    { $count ->
        [one] { $count } picture was repaired. Missing files: { $lost }
       *[other] { $count } pictures were repaired. Missing files: { $lost }
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
