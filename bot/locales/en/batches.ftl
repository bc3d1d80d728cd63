# What a batch would change and what became of it, in English.

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
progress-repair = Mending
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
