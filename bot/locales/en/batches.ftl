# Batches: what one would change, its progress and its result, in English.

batch-title = Batch { $batch } would make these changes
batch-no-news = The catalogue already has all of this. Nothing would change.
batch-refused = Batch { $batch } was refused, and nothing was changed
batch-refused-rows =
    { $count ->
        [one] { $count } row was refused. Correct it, and send the whole file again.
       *[other] { $count } rows were refused. Correct them, and send the whole file again.
    }
batch-rest-rows =
    { $count ->
        [one] { $count } row was refused. You can apply the other rows now. Correct the refused row in its file, and send that file afterwards.
       *[other] { $count } rows were refused: those with a fault, and the others of the same items. You can apply the other rows now. Correct the refused ones in their file, and send that file afterwards.
    }
batch-rest-nothing = The catalogue already has what the other rows say.
batch-rest-changes = The other rows would change
batch-apply-rest =
    { $count ->
        [one] Apply the other row
       *[other] Apply the other { $count } rows
    }
batch-refused-file = Refused rows
columns-ask = Tell me what the columns mean, and I’ll read the file. I’ll remember it for files with the same columns.
columns-none = not in this file
columns-read = Read it like this
columns-twice = Choose each column only once.
columns-answered = The columns of batch { $batch } were already said. Send the file again to change them.
columns-send-again = I’ve remembered the columns. Send the file again.
columns-title = Remembered columns
columns-nothing = I don’t remember any columns.
columns-forget = Forget
batch-refused-summary = Batch { $batch } was refused, and nothing was changed.
batch-summary = Batch { $batch }: { $new } new, { $changed } changed, { $gone } retired or deleted. Apply?
batch-mode =
    { $mode ->
        [replace] replaces the whole catalogue
        [stock] stock only
        [delete] deletes what it lists
       *[upsert] {""}
    }
batch-changes = Changes
batch-deletes = To be deleted
batch-lookalikes = Likely duplicates
batch-notes = Notes
batch-apply = Apply
batch-discard = Discard
batch-undo = Undo
batch-report = Full list
batch-by = by { $name }
batch-state =
    { $state ->
        [staged] Batch { $batch } is ready to apply
        [applying] Batch { $batch } is being applied
        [applied] Batch { $batch } was applied
        [undone] Batch { $batch } was undone
        [discarded] Batch { $batch } was discarded
       *[failed] Batch { $batch } wasn’t applied
    }
batch-undone-what = Undone: { $what }.
batch-in-work = Batch { $batch } is already in progress. Its card shows how far it is.
batch-not-waiting =
    { $state ->
        [applied] Batch { $batch } was already applied. It wasn’t applied again.
        [discarded] Batch { $batch } was discarded. Send the file again.
        [undone] Batch { $batch } was undone. Send the file again.
        [applying] Batch { $batch } is already being applied.
       *[failed] Batch { $batch } can’t be applied. Send the file again.
    }
batch-not-undoable =
    { $state ->
        [undone] Batch { $batch } was already undone. Nothing more was changed.
        [applied] Batch { $batch } is too old to undo. You can undo only the last ten batches.
       *[staged] Batch { $batch } wasn’t applied, so there’s nothing to undo.
    }

looks-like = { $percent }% similar:
looks-like-within = also new in this batch

count-new = { $count } new
count-changed = { $count } changed
count-retired = { $count } retired
count-deleted = { $count } deleted
count-refused =
    { $count ->
        [one] { $count } row refused
       *[other] { $count } rows refused
    }
count-left-out =
    { $count ->
        [one] { $count } row left out
       *[other] { $count } rows left out
    }
count-nothing = no changes

progress-upload = Reading what you sent
progress-apply = Applying batch { $batch }
progress-undo = Undoing batch { $batch }
progress-audit = Checking every picture
progress-repair = Repairing
progress-duplicates = Comparing all items
progress-export = Creating the file
progress-stage =
    { $stage ->
        [check] Checking rows and pictures
        [embed] Analysing pictures
        [store] Storing pictures
        [write] Writing
        [audit] Checking what was written
        [compare] Comparing
        [export] Packing
       *[waiting] Just a moment
    }
progress-count = { $doing }: { $done } of { $total }
work-failed = Batch { $batch } couldn’t be finished. To see its status, type “catalogue history”.
