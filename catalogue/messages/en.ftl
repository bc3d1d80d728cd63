# What the catalogue says to people, in English, by code. Codes stay the same for ever: messages are stored
# with their batches. Codes that begin with `operator-` are for whoever runs the bot, and have no other language.

## The catalogue and its parts

no-room = The disk is full; free some space, and try again.
batch-busy = Another batch is being applied; try again when it's done.
database-silent = The database doesn't answer; try again, or look at its log.
database-refused = The database refused the batch as contradictory; nothing was changed.
home-closed = The database's folder can't be written ({ $english }).
index-silent = The index doesn't answer; try again, or look at its log.
index-other-model = The index was made with the model { $made_by }, not { $model }; run hangtag audit --repair to rebuild the index.
index-held = Another process is opening the index and doesn't finish; stop it, or try again.
index-incomplete = The index for the model { $model } isn't complete yet; wait for hangtag audit --repair, or run it to continue.
pictures-silent = The picture store doesn't answer; check its folder or URL.
picture-gone = This picture is no longer in the catalogue.
items = { $items }
files-gone = The picture files of { $items } are missing; import these items again with their pictures.
items-more = { $items } and { $more } more
unfindable = Pictures that can't be found even in a rebuilt index: { $count }; see the log.
no-item-like = There's no SKU, item or barcode { $asked } in the catalogue; did you mean { $near }?
no-item = There's no SKU, item or barcode { $asked } in the catalogue.
which-item = Which SKU, item or barcode? Type one as it's printed on the tag.
state-staged = staged
state-applying = applying
state-applied = applied
state-discarded = discarded
state-undone = undone
state-failed = failed
catalogue-changed = The catalogue has changed in the meantime; read the batch again.
no-batch = There's no batch { $batch }; see the history.
no-intake = Number { $number } isn't waiting any more; type “intakes” to see the ones that are.

## Stock movements

no-sku = There's no SKU { $sku } in the catalogue; check it on the tag.
no-reservation = There's no reservation { $reservation }; type “reservations” to see them.
no-work = There's no stock movement { $work }.
no-pieces = Type a number of pieces, one or more.
reservation-released = The reservation { $reservation } has already been released.
count-negative = A count can't be less than zero.
reservation-holds = The reservation { $reservation } holds { $held }, not { $wanted }.
same-place = { $location } can't be both from and to; name another location.
work-taken-back = The stock movement { $work } has already been undone.
order-repeated = This order was done before, as stock movement { $work }; nothing more was changed.
reservation-begun = Part of the reservation { $reservation } has been released; release the rest.
stock-changed = The stock has changed in the meantime; look at it again.
no-location = There's no location { $name }. The locations are { $names }.
kept-elsewhere = { $place } has no { $sku }. It's at { $where }.
too-few-free = { $place } has only { $free } { $sku } free.
reserved-for-others = { $place } has { $on_hand } { $sku }, but { $reserved } are reserved, so { $free } can be issued. Release a reservation first.
too-many-pieces = { $place } can't have more than { $most } { $sku }; check the number.
less-than-nothing = { $place } doesn't have that many { $sku }; nothing was changed.
no-location-yet = There's no location { $name }; there are none yet.
kept-nowhere = { $place } has no { $sku }, nor has any other location.
reserved-more-than-left = More { $sku } is reserved at { $place } than would be left; nothing was changed.

stock-take-over = This stock-take is over; start a new one.
place-code-wrong = { $code } can't be a code: use up to 32 letters and digits, with - . / or + between them.
place-code-taken = { $code } is already the place { $location }; choose another code.

## Batches: reading files

inside = In { $name }: { $told }
too-many-files = A batch can have { $most } files; pack them into a ZIP file.
file-empty = The file is empty; send a table with a header and a row, or a ZIP with one.
table-too-large = The table is larger than { $most } MiB; split it.
zip-tables = The ZIP has more than { $most } tables; split it.
no-table-among = There's no CSV or XLSX table among the files; add one.
table-too-large-in = The table { $name } is larger than { $most } MiB; split it.
file-closed = The file { $name } can't be read ({ $english }); check that you may open it.
zip-in-zip = It's a ZIP file; unpack it first.
zip-damaged = The ZIP or XLSX file is damaged; pack or save it again.
member-damaged = The file { $name } in the ZIP is damaged; pack it again.
member-outside = the file { $name } leads out of the ZIP; pack it again
member-link = the file { $name } is a link to another file; pack the file itself
member-locked = the file { $name } is locked with a password; pack it without one
member-bomb = the file { $name } unpacks to more than { $most } times its size; pack it again
member-archive = the file { $name } is an archive within the ZIP; unpack it first
member-twice = the file { $name } is in the ZIP twice; remove one
zip-members = the ZIP has more than { $most } files; split it
zip-unpacked = the ZIP unpacks to more than { $most } GiB; split it
packed-strangely = The file { $name } uses an unknown compression; pack it as ZIP.
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
column-unknown = the column { $column } is unknown and was ignored
column-missing = the column { $field } is missing
column-perhaps = { $told }; if it's { $column }, map that column to { $field }
column-like = { $told }; did you mean { $field }? Then map it
and = { $one } and { $other }
columns-same = the columns { $columns } all mean { $field }; keep one of them
no-table = This isn't a table that can be read; send a CSV in UTF-8, an XLSX, or a ZIP file with one.
magento-view = a translation for one store view was ignored
magento-kind = { $sku } is a { $kind } of other products and was ignored
magento-unshown = no variant of { $sku } has { $pictures }, ignored
shopify-picture = the picture at { $address } wasn't fetched; send it in a ZIP file, or allow its host in HANGTAG_PICTURE_HOSTS
a-pdf = a PDF
a-picture = a picture
no-zip = not a ZIP
a-page = a web page or XML
workbook-xlsb = The file is an XLSB workbook; save it as XLSX and send it again.
workbook-ods = The file is an OpenDocument spreadsheet; save it as XLSX and send it again.
file-other = The file is { $what }; send a CSV in UTF-8, an XLSX, or a ZIP file with one.
workbook-unpacked = the workbook unpacks to more than { $most } MiB; split it
workbook-macros = the workbook has macros; save it as XLSX, without them
workbook-locked = The workbook is locked with a password; save it without one and send it again.
workbook-old = The file is an old XLS workbook or another document; save it as XLSX and send it again.
picture-too-large = The picture { $name } is larger than { $most } MiB; send a smaller one.
name-ambiguous = The name { $name } is in several folders of the ZIP, such as { $one } and { $other }; name the folder too.
picture-not-fetched = The picture { $name } wasn't fetched; allow its host in HANGTAG_PICTURE_HOSTS, or send the picture in a ZIP file.
pictures-too-large = The pictures by address are larger than { $most } GiB; split the batch.
sign = { $english } (U+{ $code })
sign-lost = a character that was damaged on the way (U+FFFD)
sign-nul = the character NUL (U+0000)
above-header = the rows above the header were ignored (row { $rows })
header-two-rows = the header is in the rows { $first } and { $second }, read as: { $columns }
column-unnamed = the columns { $columns } have cells but no name, and were ignored
names-again = this row names the columns again, and was left out
total-row = this row is the total of the counts above, and was left out
footer-row = this row is the end of a page or report, and was left out
total-differs = the row looks like a total, but isn't the sum of the counts above; is a row missing? Remove the row if all are there
column-under-group = the column { $column } is under { $group }; is it what the catalogue means? Put one row of names above the table, and rename the column, or leave it out
too-many-rows = The table has more than { $most } rows; split it into several batches.
too-many-columns = The table has more than { $most } columns; send only the ones you need.
row-too-long = the row has more cells than the header; is a quotation mark missing?
row-is-header = the row repeats the header; remove it
table-broken = The table can't be read: { $reason }
column-twice = the column { $column } is there twice; remove one
cell-too-long = the cell in column { $column } has more than { $most } characters
row-endless = the row has a cell that never ends; is a quotation mark missing there or above?
row-quotation = the row has a quotation mark in the wrong place; is a quotation mark missing there or above?
cell-strange = the cell in column { $column } has { $sign }; remove it, and save a CSV as UTF-8
workbook-heavy = The workbook has a row or a part that no spreadsheet program writes; save it again, and send it again.
workbook-damaged = The XLSX file is damaged; save it again, and send it again.
sheet-read = the sheet { $sheet } was read; ignored: { $others }
workbook-sheets = The workbook has more than { $most } sheets; send only the one you need.
formula-empty = the formula in column { $column } has no value; open the file in a spreadsheet program, save it there and send it again

## Batches: shops

shop-no-sku = { $name } has no SKU and was ignored
shop-no-garment = these can't lie on a shelf ({ $word }) and were ignored: { $names }
shop-prices = the prices of { $item } differ; it gets { $price }, not { $others }
shop-other-prices = other prices were ignored: { $names }
shop-attributes = attributes that have no place in the catalogue were ignored: { $names }
shop-retired = these are { $word } in the shop and become retired: { $names }
shop-unpublished = these are { $word } in the shop and were taken like the rest: { $names }
shop-below-zero = stock below zero was taken as 0: { $names }
shop-not-stocked = no count was taken where it says { $word }: { $names }
shop-oversold = more pieces were reserved than are on hand; all on hand count as reserved: { $names }
shop-dollar = the prices were taken without a currency, because { $names } may be any dollar
shop-price-variable = these have no fixed price: { $names }
magento-missing = variants of a product aren't in the file: { $names }
location-columns = each of these columns was read as a location: { $columns }
stock-by-location = counts without a location were ignored, because another file counts each location: { $names }
shop-parent-missing = the parent { $parent } of { $sku } isn't in the file
shop-row-ignored = a row of the kind { $kind } was ignored
google-no-counts = the feed has no stock counts by location; stock stays as it is, and is 0 for what's new
prestashop-sums = the product list of PrestaShop has no combinations: if a product has sizes, its row is their sum; send a table with a row for each size then
prestashop-combinations = combinations of PrestaShop have no names; send a table with the name, the reference and the quantity of each combination
business-central-variants = variants of Business Central have no SKU; send a table with a row and a SKU for each variant
size-columns = the sizes { $sizes } are columns, so that no size has a SKU; send a row for each size, with its SKU
pictures-elsewhere = the pictures that the export names didn't come with it ({ $count }); send them in a ZIP file
feed-damaged = The XML feed is damaged; export it again, or send a CSV in UTF-8 or an XLSX.
refused-advised = Nothing was changed, because { $why }. { $advice }
columns-advice = The columns are { $columns }; rename them, or import with: { $options }
columns-remembered = the columns were read as mapped on { $date }: { $columns }; to forget that, type “catalogue columns”
picture-key = the picture { $name } is named by its key in another catalogue; export a ZIP there, which brings the pictures
pictures-unused = pictures that came but that no row names ({ $count }): { $names }
pictures-not-allowed = pictures weren't fetched from { $hosts } ({ $count }); send them in a ZIP file, or allow the host in HANGTAG_PICTURE_HOSTS
pictures-in-cells = pictures in cells weren't read ({ $count }); send them as files in a ZIP with the table
pictures-embedded = pictures inside the workbook weren't read ({ $count }); send them as files in a ZIP with the table
pictures-embedded-rest = other pictures inside the workbook weren't read ({ $count }), because they stand at no row or at several items; send them as files in a ZIP with the table
refused-column = what's wrong
refused-why = { $where }: { $why }
refused-with-item = left out, because another row of the same item is faulty
feed-incomplete = The products of the feed have no id or no title; send a feed with both, or a CSV in UTF-8 or an XLSX.

## Batches: checking rows

whole-no-number = is { $text }, which isn't a whole number
whole-thousand = is { $text }, which could mean a thousand times as much; write it without a separator
three-decimals = the numbers in { $field } have three decimals, as in { $text }, and were read so
whole-negative = is { $text }, but can't be less than 0
whole-too-large = is { $text }, which is too large
price-negative = the price { $text } is less than 0
price-too-large = the price { $text } is too large
price-decimals = the price { $text } has more than { $most } decimals
two-currencies = the price { $text } is in { $named }, but the currency is { $code }
whole-either = is { $text }, which could mean { $readings }; write it without a separator
price-either = the price is { $text }, which could mean { $readings }; write it with two decimals or without a separator
price-no-number = the price { $text } isn't a number
price-dollar = the price { $text } may be in any dollar; enter its code, such as USD, in the currency column
currency-unknown = the currency { $code } isn't a known three-letter code, such as EUR
picture-not-bare = what a camera wrote beside the pixels cannot be taken out; save it as a JPEG or a PNG
refused = the batch has a fault: { $reason }
refused-at = the batch has a fault in { $where }: { $reason }
refused-more = { $first } (and { $more } more)
refused-all = Nothing was changed, because { $why }.
picture-changed = The picture { $name } has changed since the check; import it again.
no-rows = there's no row below the header
the-item = the item { $item }
the-sku = the SKU { $sku }
more-reserved = { $reserved } are reserved, more than the { $on_hand } on hand
no-title = { $whose } has no title
class-unknown = the class { $named } isn't one of { $classes }
location-twice = { $whose } is already at { $place } in { $where }; remove one of them
status-unknown = the status { $status } is neither blank nor retired
time-unknown = the time { $time } isn't in the form { $example }
quantity-wrong = the quantity { $field } { $why }
did-you-mean = { $told }; did you mean { $like }?
disagree = the { $field } of { $whose } is { $here } here and { $there } in { $where }
same-location = the same location
field-too-long = the { $field } has more than { $longest } characters
field-unseen = the { $field } { $name } has { $sign }, which is invisible; type it again
formula-failed = the { $field } is { $shown }, a formula that failed; correct it
two-spellings = the { $field } { $name } is written { $other } in { $where }
two-owners = the { $field } { $name } belongs to the { $owner } { $there } in { $where }, here to { $here }
names-nothing = the row names neither an item nor a SKU
field-empty = the { $field } is empty
picture-absent = the picture { $name } is named but didn't come with the batch
picture-closed = the picture { $name } can't be read: { $english }
picture-refused = the picture { $name } can't be read as a picture: { $why }
picture-unreadable = the picture { $name } can't be read as a picture: { $english }
pixels = { $width } x { $height } pixels are more than { $most } million

## Batches: planning and applying

pictures-gone = A picture of the batch is missing; send the batch again.
unmended = The batch is applied, but photos may not find all of it yet; run hangtag audit --repair ({ $why }).
not-embedded = Pictures of the catalogue can't be embedded: { $english }
staged-no-more = The batch { $batch } is no longer staged.
not-staged-apply = The batch { $batch } is { $state }; only a staged batch can be applied.
nothing-to-undo = There's no batch that can be undone.
cut-off = Reading it was interrupted; send it again.
stale = The catalogue has changed since this batch was compared with it; look at what it would change now.
expired = Nobody applied it for two weeks; send it again.
given-no-more = The contents of the batch { $batch } are no longer stored.
not-staged-discard = The batch { $batch } is { $state }; only a staged batch can be discarded.
not-applied = The batch { $batch } is { $state }; only an applied batch can be undone.
too-long-ago = The batch { $batch } is too old; only the last { $kept } batches can be undone.
moved-since = Stock has been moved, counted or reserved since ({ $items }); undo that first.
built-upon = The later batch { $later } has changed the same items ({ $items }); undo the batch { $later } first.
retired = retired
field-of = { $field } of { $sku }
field-at = { $field } of { $sku } at { $location }
sku-owned = the SKU { $sku } belongs to the item { $owner } in the catalogue, here to { $item }
sku-unknown = the SKU { $sku } isn't in the catalogue
barcode-owned = the barcode { $barcode } belongs to the SKU { $holder } in the catalogue, here to { $sku }
item-unknown = the item { $item } isn't in the catalogue
sku-unknown-stock = the SKU { $sku } isn't in the catalogue; only stock is changed
all-places = the batch names all places of its SKUs; what they have elsewhere becomes 0 ({ $count })
skus-alike = the SKU { $sku } and the SKU { $other } in { $where } differ only in leading zeros, capitals, spaces or dashes; if they're the same, write them the same way
more-reserved-at = { $reserved } are reserved at { $location }, more than the { $on_hand } on hand

## Batches: the report

report-refused = refused
report-note = note
report-new = new
report-changed = changed
report-retired = retired
report-deleted = deleted
report-unchanged = unchanged
report-missing = missing
report-lookalike = look-alike
report-kind = kind
report-item = item
report-file = file
report-row = row
report-what = what
report-before = before
report-after = after
report-unnamed = not in the batch; it stays as it is
report-like = looks like { $other }
report-like-new = looks like { $other }, also new in this batch

## Pictures named by address, and stored photos

link-none = The picture's address can't be opened.
link-failed = The picture at { $address } couldn't be loaded.
link-empty = The picture at { $address } is empty (0 bytes).
link-too-large = The picture at { $address } is larger than { $allowed } MB.
link-circles = The picture at { $address } couldn't be loaded; its link leads in circles.
link-slow = The picture at { $address } took too long to load.
link-http = The picture at { $address } wasn't fetched; its address must begin with https://.
link-status = The picture at { $address } couldn't be loaded; its server answers { $status }.
host-unknown = The host { $host } isn't one of those in HANGTAG_PICTURE_HOSTS.
host-failed = The host { $host } failed { $times } times and wasn't asked again.
photo-not-kept = The photo couldn't be stored: its pixels can't be written.
kept-photo-damaged = The stored photo is damaged; send it again.
outline-damaged = The outline of this photo is damaged; send the photo again.

## Data

plain-text = { $text }
operator-batch-refused = The batch was refused.

## For whoever runs the bot

operator-backup-table = The backup has a table { $table } that this version doesn't know.
operator-backup-unreadable = The file { $file } can't be read ({ $english }): check its name.
operator-backup-version = The backup was made by another version of this program: restore it with that version, then update.
operator-adaptation-busy = Another program, or the bot itself, is adapting to this catalogue: wait until it's done.
operator-all-places = --all-places can only be used with --mode stock.
operator-batch-empty = The file { $path } is empty: name a table with a header and at least one row.
operator-batch-folder = { $path } is a folder: name a CSV, XLSX or ZIP file.
operator-batch-no-file = There's no file { $path }: check its name.
operator-batch-unreadable = The file { $path } can't be read: { $english }.
operator-calibration-class = The calibration can't be used: class_sure_at isn't between 0 and 1.
operator-calibration-thresholds = The calibration can't be used: its thresholds aren't in order between 0 and 1.
operator-calibration-value = The calibration can't be used: { $name } is { $value }.
operator-chat-encoding = The file { $file } isn't UTF-8 text: save it as UTF-8.
operator-chat-line = Line { $line }: { $why }.
operator-chroma-url = The Chroma URL isn't in the form http://host:port; check the setting.
operator-database-folder = The database's folder can't be made ({ $english }); choose another.
operator-database-kind = The database is neither PostgreSQL nor SQLite; check the setting.
operator-database-newer = The database was made by a newer version of this program; update the program to open it.
operator-database-url = SQLAlchemy doesn't understand the database URL; check the setting.
operator-export-kind = { $file } is neither a .csv nor a .zip: choose one by the name.
operator-file-unwritable = The file { $file } can't be written: { $english }.
operator-folder = { $name } is a folder; name the CSV, XLSX or ZIP file itself.
operator-home-folder = The folder { $home } can't be made ({ $english }); choose another.
operator-map-form = --map { $column } isn't in the form 'Their column=ours'.
operator-map-missing = the mapped column { $column } isn't there
operator-map-twice = two columns are mapped to { $field }; map one of them
operator-map-unknown = The column { $column } can't be mapped to { $field }; map it to one of { $fields }.
operator-no-backup = This file isn't a backup of a catalogue, or it's damaged: choose another.
operator-no-file = There's no file { $name }; check its name and folder.
operator-pictures-driver = The pictures' URL needs a driver that isn't installed: { $english }
operator-postgresql-driver = PostgreSQL needs a driver: install hangtag[postgresql].
operator-restore-not-empty = There's already a catalogue here: restore into an empty place, with another HANGTAG_HOME.
operator-skip-replace = With --mode replace, rows that are left out would retire their SKUs; correct them, or use another mode.
operator-sqlite-file = A SQLite database needs a file: sqlite:///folder/file.sqlite3
operator-vector-size = The index takes vectors of { $dimension } numbers; these are another model's.

## Feeds

feed-busy = Another program is running this feed. Try again when it's done.
feed-emptied = { $count } of { $total } SKUs in stock would fall to 0. By itself, this feed may empty { $most }%.
feed-retired = { $count } of { $total } items would be retired or deleted. By itself, this feed may do so with { $most }%.
feed-fewer = The feed names { $count } SKUs, but it named { $before } the last time. Up to { $most }% may be missing.
feed-faulty = { $count } of { $total } rows are faulty and were left out. By itself, this feed may leave out { $most }%.
feed-changed = { $count } SKUs would be new or changed, and the catalogue has { $total }. By itself, this feed may change { $most }%.
feed-no-file = There's no file { $path }.
feed-being-written = The file { $name } is still being written.
feed-too-large = The source sends more than { $allowed } MB.
feed-not-reached = { $where } can't be reached ({ $english }).
feed-slow = { $where } took too long to answer.
feed-host-key = The host key of { $where } isn't known, or has changed. Check it, and put it into the known hosts.
feed-login = { $where } refuses the login. Check the user, the password or key, and what they may read.
feed-key = The key file for SFTP can't be read. Check its path, and that it needs no passphrase.
feed-address = The address can't be read. Remove the feed, and add it with a correct one.
feed-no-https = The address must begin with https://.
feed-moved = { $where } redirects to an address that the bot may not open.
feed-certificate = The certificate of { $where } isn't trusted. Its authority belongs into the setting for feeds.
feed-status = { $where } answered HTTP { $status }.
feed-query-writes = The query tries to change data. It must be one SELECT.
feed-query = The database refuses the query: { $english }.
feed-empty = The source sent an empty file.
feed-page = The source sent a web page in place of a file. Check its address and its login.
feed-cut-off = The file ends in the middle of a line, so some of it is missing.
feed-older = The file is older than the one before.
feed-refused = The file can't be used: { $why } ({ $first }).

operator-feed-authorities = HANGTAG_FEED_CA names { $path }, which can't be read as certificates: name a PEM file.
operator-feed-driver = The source of this feed needs a package that isn't installed: { $english }
operator-feed-every = --every { $every } isn't a time: write 15m, 4h or 1d; at least 1m.
operator-feed-exists = There's already a feed { $name }: remove it first, or choose another name.
operator-feed-mode = A feed can be of mode stock or upsert, not { $mode }.
operator-feed-name = A feed's name begins with a letter, and has up to 40 letters, digits, spaces, dots and hyphens.
operator-feed-password = The address has a password in it: write ${"{"}NAME{"}"} in its place, and put NAME into HANGTAG_FEED_SECRETS.
operator-feed-query = A database needs --query FILE.sql, and no other source does.
operator-feed-query-file = The file { $path } can't be read ({ $english }): name a .sql file with one SELECT, in UTF-8.
operator-feed-secret = The secret { $name } isn't in HANGTAG_FEED_SECRETS: add it there.
operator-no-feed = There's no feed { $name }: hangtag feed list shows all.

## Batches: what spreadsheets do to a file

sheets-alike = The sheets { $sheets } have the same columns; put all rows on one sheet, or send only the sheet you need.
sheet-hidden = the sheet { $sheet } is hidden
rows-hidden = hidden rows were read as well: { $rows }
header-merged = the header has merged cells or two rows; put each column's name into one cell of its own
cell-merged = the cells of { $column } are merged in rows { $first } to { $last }; give each row its own value
cells-filled = merged cells were filled downwards: { $columns }
workbook-numbers = The file is a Numbers spreadsheet; export it as Excel (XLSX) and send that.
workbook-page = The file is a web page, even if it's called XLS; open it in a spreadsheet program, save it as XLSX and send that.
identifier-date = the { $field } is { $text }, a date that a spreadsheet may have made of it; format the column as text and type it again
identifier-number = the { $field } is { $text }, a number that a spreadsheet shortened; format the column as text and type it again
identifier-null = the { $field } is { $text }, which stands for nothing; enter it or leave it blank
words-blank = { $words } counts as blank in { $field }
sku-like-known = the SKU { $sku } differs only in zeros, spaces or dashes from { $known } of the item { $item } in the catalogue; write both the same way
location-blank = the row has a count but no location, while other rows have one; enter its location
location-needed = the SKU { $sku } is at { $places }; name the location of this count
text-repaired = letters that were encoded twice were repaired (rows { $rows })
encoding-unclear = The letters of this CSV can't be read for certain; save it as “CSV UTF-8” or XLSX and send it again.
html-removed = HTML in descriptions was turned into text
