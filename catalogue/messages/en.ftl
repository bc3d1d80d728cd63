# What the catalogue says to people, in English, by code. Codes stay the same for ever: messages are stored
# with their batches. Codes that begin with `operator-` are for whoever runs the bot, and have no other language.

## The catalogue and its parts

no-room = There is no room left on the disk; make room there, and try again.
batch-busy = Another batch is being applied just now; try again when it is done.
database-silent = The database does not answer; try again, or look at its log.
database-refused = The database refused the batch as contradictory; nothing was changed.
home-closed = The database's folder cannot be written ({ $english }).
index-silent = The index does not answer; try again, or look at its log.
index-other-model = The index was made by the model { $made_by }, not by { $model }; run hangtag audit --repair to rebuild the index.
index-held = Another process is opening the index and does not end; stop it, or try again.
index-incomplete = The index for the model { $model } is not complete yet; wait for hangtag audit --repair, or run it to go on.
pictures-silent = The picture store does not answer; check its folder or URL.
picture-gone = This picture is no longer in the catalogue.
items = { $items }
files-gone = Picture files of { $items } are gone; import these items again with their pictures.
items-more = { $items } and { $more } more
unfindable = Pictures that cannot be found even in a rebuilt index: { $count }; see the log.
no-item-like = There is no SKU, item or barcode { $asked } in the catalogue; did you mean { $near }?
no-item = There is no SKU, item or barcode { $asked } in the catalogue.
which-item = Which SKU, item or barcode? Give one, as it stands on the tag.
state-staged = staged
state-applying = applying
state-applied = applied
state-discarded = discarded
state-undone = undone
state-failed = failed
catalogue-changed = The catalogue was changed in the meantime; read the batch again.
no-batch = There is no batch { $batch }; see the history.
no-intake = Number { $number } does not wait any more; type “intakes” for those that do.

## Stock movements

no-sku = There is no SKU { $sku } in the catalogue: check it on the tag.
no-reservation = There is no reservation { $reservation }: type “reservations” to see them.
no-work = There is no stock work { $work }.
no-pieces = Give a number of pieces, one or more.
reservation-released = The reservation { $reservation } is released already.
count-negative = A count is zero or more.
reservation-holds = The reservation { $reservation } holds { $held }, not { $wanted }.
same-place = { $location } is both where it lies and where it goes: name another location.
work-taken-back = The stock work { $work } is taken back already; nothing was done again.
reservation-begun = Some of the reservation { $reservation } was released: release the rest.
stock-changed = The stock has changed in the meantime: look at it again.
no-location = There is no location { $name }; there are { $names }.
kept-elsewhere = { $sku } is not kept at { $place }; it is at { $where }.
too-few-free = Of { $sku } at { $place } only { $free } can be had.
less-than-nothing = That would leave less than nothing of { $sku } at { $place }: nothing was done.
no-location-yet = There is no location { $name }; there are none yet.
kept-nowhere = { $sku } is not kept at { $place }; it is at no place.
reserved-more-than-left = Of { $sku } at { $place } more is reserved than would be left: nothing was done.

## Batches: reading files

inside = In { $name }: { $told }
too-many-files = A batch may have { $most } files; pack them into a ZIP file.
file-empty = The file is empty; send a table with a header and a row, or a ZIP that holds one.
table-too-large = The table has more than { $most } MiB; split it.
zip-tables = The ZIP holds more than { $most } tables; split it.
no-table-among = There is no CSV or XLSX table among the files; add one.
table-too-large-in = The table { $name } has more than { $most } MiB; split it.
file-closed = The file { $name } cannot be read ({ $english }); check that you may open it.
zip-in-zip = It is a ZIP file; unpack it first.
zip-damaged = The ZIP or XLSX file is damaged; pack or save it again.
member-damaged = The file { $name } in the ZIP is damaged; pack it again.
member-outside = the file { $name } leads out of the ZIP; pack it again
member-link = the file { $name } is a link to another file; pack the file itself
member-locked = the file { $name } is locked with a password; pack it without one
member-bomb = the file { $name } unpacks to more than { $most } times its size; pack it again
member-archive = the file { $name } is an archive within the ZIP; unpack it first
member-twice = the file { $name } stands in the ZIP twice; keep one
zip-members = the ZIP holds more than { $most } files; split it
zip-unpacked = the ZIP unpacks to more than { $most } GiB; split it
packed-strangely = The file { $name } is packed in a way that is not known; pack it as ZIP.
column-item = item
column-title = title
column-class = class
column-colour = colour
column-brand = brand
column-price = price
column-currency = currency
column-sku = SKU
column-size = size
column-barcode = barcode
column-location = location
column-on-hand = on hand
column-reserved = reserved
column-pictures = pictures
column-status = status
column-description = description
in-row = row { $row }
in-row-of-file = row { $row } of { $file }
in-file = { $file }
column-unknown = the column { $column } is not known and was passed over
column-missing = the column { $field } is missing
column-perhaps = { $told }; if { $column } is it, map that column to { $field }
column-like = { $told }; did you mean { $field }? Then map it
and = { $one } and { $other }
columns-same = the columns { $columns } all mean { $field }; keep one of them
no-table = This is no table that can be read; send a CSV in UTF-8, an XLSX, or a ZIP file that holds one.
magento-view = a translation for one store view was passed over
magento-kind = { $sku } is a { $kind } of other products and was passed over
magento-unshown = no variant of { $sku } shows { $pictures }, passed over
shopify-picture = the picture at { $address } was not fetched; send it in a ZIP file, or allow its host in HANGTAG_PICTURE_HOSTS
a-pdf = a PDF
a-picture = a picture
no-zip = no ZIP
a-page = a web page or XML
workbook-xlsb = The file is an XLSB workbook; save it as XLSX and send it again.
workbook-ods = The file is an OpenDocument spreadsheet; save it as XLSX and send it again.
file-other = The file is { $what }; send a CSV in UTF-8, an XLSX, or a ZIP file that holds one.
workbook-unpacked = the workbook unpacks to more than { $most } MiB; split it
workbook-macros = the workbook holds macros; save it as XLSX, without them
workbook-locked = The workbook is locked with a password; save it without one and send it again.
workbook-old = The file is an old XLS workbook or another document; save it as XLSX and send it again.
picture-too-large = The picture { $name } has more than { $most } MiB; send a smaller one.
name-ambiguous = The name { $name } stands at several places in the ZIP, such as { $one } and { $other }; name the folder too.
picture-not-fetched = The picture { $name } was not fetched; allow its host in HANGTAG_PICTURE_HOSTS, or send the picture in a ZIP file.
pictures-too-large = The pictures by address have more than { $most } GiB; split the batch.
sign = { $english } (U+{ $code })
sign-lost = a character that was lost on the way (U+FFFD)
sign-nul = the character NUL (U+0000)
above-header = what stands above the header was passed over (row { $rows })
too-many-rows = The table has more than { $most } rows; split it into several batches.
too-many-columns = The table has more than { $most } columns; send only those that are needed.
row-too-long = the row has more cells than the header; is a quotation mark missing?
row-is-header = the row repeats the header; take it out
table-broken = The table cannot be read: { $reason }
column-twice = the column { $column } stands there twice; keep one
cell-too-long = the cell in column { $column } has more than { $most } characters
row-endless = the row holds a cell that never ends; is a quotation mark missing there or above?
row-quotation = the row holds a quotation mark in the wrong place; is a quotation mark missing there or above?
cell-strange = the cell in column { $column } holds { $sign }; take it out, and save a CSV as UTF-8
workbook-heavy = The workbook has a row or a part that no spreadsheet program writes; save it again and send it once more.
workbook-damaged = The XLSX file is damaged; save it again and send it once more.
sheet-read = the sheet { $sheet } was read; passed over: { $others }
workbook-sheets = The workbook has more than { $most } sheets; send only the one that is needed.
formula-empty = the formula in column { $column } has no value; open the file in a spreadsheet program, save it there and send it again

## Batches: checking rows

whole-no-number = is { $text }, which is no whole number
whole-thousand = is { $text }, which may mean a thousand times as much; write it without a mark
whole-negative = is { $text }, but cannot be below 0
whole-too-large = is { $text }, which is too large
price-negative = the price { $text } is below 0
price-too-large = the price { $text } is too large
price-decimals = the price { $text } has more than { $most } decimals
two-currencies = the price { $text } is in { $named }, but the currency is { $code }
whole-either = is { $text }, which may mean { $readings }; write it without a mark
price-either = the price is { $text }, which may mean { $readings }; write it with two decimals or without a mark
price-no-number = the price { $text } is no number
currency-unknown = the currency { $code } is no code of three letters that is known, such as EUR
picture-not-bare = what a camera wrote beside the pixels cannot be taken out; save it as a JPEG or a PNG
refused = the batch has a fault: { $reason }
refused-at = the batch has a fault in { $where }: { $reason }
refused-more = { $first } (and { $more } more)
refused-all = Nothing was changed, because { $why }.
picture-changed = The picture { $name } has changed since the check; import again.
no-rows = there is no row below the header
the-item = the item { $item }
the-sku = the SKU { $sku }
more-reserved = { $reserved } reserved is more than { $on_hand } on hand
no-title = { $whose } has no title
class-unknown = the class { $named } is none of { $classes }
location-twice = { $whose } stands at { $place } in { $where } already; keep one of them
status-unknown = the status { $status } is neither blank nor retired
time-unknown = the time { $time } is none such as { $example }
quantity-wrong = the quantity { $field } { $why }
did-you-mean = { $told }; did you mean { $like }?
disagree = the { $field } of { $whose } is { $here } here and { $there } in { $where }
same-location = the same location
field-too-long = the { $field } has more than { $longest } characters
field-unseen = the { $field } { $name } holds { $sign }, unseen; type it in anew
formula-failed = the { $field } is { $shown }, a formula that failed; repair it
two-spellings = the { $field } { $name } is written { $other } in { $where }
two-owners = the { $field } { $name } belongs to the { $owner } { $there } in { $where }, here to { $here }
names-nothing = neither an item nor a SKU is named
field-empty = the { $field } is empty
picture-absent = the picture { $name } is named but did not come with the batch
picture-closed = the picture { $name } cannot be read: { $english }
picture-refused = the picture { $name } cannot be read as a picture: { $why }
picture-unreadable = the picture { $name } cannot be read as a picture: { $english }
pixels = { $width } x { $height } pixels are more than { $most } million

## Batches: planning and applying

pictures-gone = A picture of the batch is no longer there; send the batch again.
unmended = The batch is applied, but a photo may not find all of it yet: run hangtag audit --repair ({ $why }).
not-embedded = Pictures of the catalogue cannot be embedded: { $english }
staged-no-more = The batch { $batch } is no longer staged.
not-staged-apply = The batch { $batch } is { $state }; only a staged one can be applied.
nothing-to-undo = There is no batch that can be undone.
cut-off = It was cut off while it was read; send it again.
stale = The catalogue has changed since this batch was compared with it: look at what it would change now.
expired = Nobody applied it for two weeks; send it again.
given-no-more = What the batch { $batch } gave is no longer kept.
not-staged-discard = The batch { $batch } is { $state }; only a staged one can be discarded.
not-applied = The batch { $batch } is { $state }; only an applied one can be undone.
too-long-ago = The batch { $batch } is too long ago: only the last { $kept } batches can be undone.
moved-since = Stock was moved, counted or reserved since ({ $items }); take that back first.
built-upon = The later batch { $later } has touched the same items ({ $items }); undo the batch { $later } first.
retired = retired
field-of = { $field } of { $sku }
field-at = { $field } of { $sku } at { $location }
sku-owned = the SKU { $sku } belongs to the item { $owner } in the catalogue, here to { $item }
sku-confusable = the SKU { $sku } differs in blanks only from one of the item { $item } in the catalogue: write both the same way
sku-unknown = the SKU { $sku } is not in the catalogue
barcode-owned = the barcode { $barcode } belongs to the SKU { $holder } in the catalogue, here to { $sku }
item-unknown = the item { $item } is not in the catalogue
sku-unknown-stock = the SKU { $sku } is not in the catalogue; only stock is changed
more-reserved-at = { $reserved } reserved is more than { $on_hand } on hand at { $location }

## Batches: the report

report-refused = refused
report-note = note
report-new = new
report-changed = changed
report-retired = retired
report-deleted = deleted
report-unchanged = unchanged
report-missing = missing
report-lookalike = lookalike
report-kind = kind
report-item = item
report-file = file
report-row = row
report-what = what
report-before = before
report-after = after
report-unnamed = not named by the batch; it stays as it is
report-like = looks like { $other }
report-like-new = looks like { $other }, new in this batch too

## Pictures named by address, and stored photos

link-none = The address of a picture is none that can be opened.
link-failed = The picture at { $address } could not be loaded.
link-empty = The picture at { $address } is empty (0 bytes).
link-too-large = The picture at { $address } is larger than { $allowed } MB.
link-circles = The picture at { $address } could not be loaded, its link leads in circles.
link-slow = The picture at { $address } took too long to load.
link-http = The picture at { $address } was not fetched: its address must begin https://.
link-status = The picture at { $address } could not be loaded, its server answers { $status }.
host-unknown = The host { $host } is none of those in HANGTAG_PICTURE_HOSTS.
host-failed = The host { $host } failed { $times } times and was asked no more.
photo-not-kept = The photo could not be kept: its pixels cannot be written.
kept-photo-damaged = The photo that was kept is damaged: send it again.
outline-damaged = The outline of this photo is damaged: send the photo again.

## Data

plain-text = { $text }
operator-batch-refused = The batch was refused.

## For whoever runs the bot

operator-backup-table = The backup has a table { $table } that this version doesn't know.
operator-backup-unreadable = The file { $file } can't be read ({ $english }): check its name.
operator-backup-version = The backup was made by another version of this program: restore it with that one, then update.
operator-batch-empty = The file { $path } is empty: name a table with a header and at least one row.
operator-batch-folder = { $path } is a folder: name a CSV, XLSX or ZIP file.
operator-batch-no-file = There is no file { $path }: check its name.
operator-batch-unreadable = The file { $path } can't be read: { $english }.
operator-calibration-class = The calibration can't be used: class_sure_at is not between 0 and 1.
operator-calibration-thresholds = The calibration can't be used: its thresholds are not in order between 0 and 1.
operator-calibration-value = The calibration can't be used: { $name } is { $value }.
operator-chroma-url = The Chroma URL is not of the form http://host:port; check the setting.
operator-database-folder = The database's folder can't be made ({ $english }); choose another.
operator-database-kind = The database is neither PostgreSQL nor SQLite; check the setting.
operator-database-newer = The database was made by a newer version of this program; update the program to open it.
operator-database-url = SQLAlchemy doesn't understand the database URL; check the setting.
operator-export-kind = { $file } is neither a .csv nor a .zip: choose one by the name.
operator-file-unwritable = The file { $file } can't be written: { $english }.
operator-folder = { $name } is a folder; name the CSV, XLSX or ZIP file itself.
operator-home-folder = The folder { $home } can't be made ({ $english }); choose another.
operator-map-form = --map { $column } is not of the form 'Their column=ours'.
operator-map-missing = the column { $column }, which is mapped, is not there
operator-map-twice = two columns are mapped to { $field }; map one of them
operator-map-unknown = The column { $column } can't be mapped to { $field }; map it to one of { $fields }.
operator-no-backup = This file is no backup of a catalogue, or it is damaged: choose another.
operator-no-file = There is no file { $name }; check its name and folder.
operator-pictures-driver = The pictures' URL needs a driver that is not installed: { $english }
operator-postgresql-driver = PostgreSQL needs a driver: install hangtag[postgresql].
operator-restore-not-empty = There is a catalogue here already: restore into an empty place, by another HANGTAG_HOME.
operator-sqlite-file = A SQLite database needs a file: sqlite:///folder/file.sqlite3
operator-vector-size = The index takes vectors of { $dimension } numbers; these are another model's.
