# Faults of batches and the columns of their report, in German. The English is in catalogue/messages/en.ftl.

## Where it is

column-item = Artikel
column-title = Titel
column-class = Klasse
column-colour = Farbe
column-brand = Marke
column-price = Preis
column-currency = Währung
column-sku = SKU
column-size = Größe
column-barcode = Barcode
column-location = Ort
column-location-code = Ort-Code
column-on-hand = Bestand
column-reserved = Reserviert
column-pictures = Bilder
column-status = Status
column-description = Beschreibung
field-of = { $field } von { $sku }
field-at = { $field } von { $sku } an { $location }
the-item = Artikel { $item }
the-sku = SKU { $sku }
in-row = Zeile { $row }
in-row-of-file = Zeile { $row } von { $file }
in-file = { $file }
inside = In { $name }: { $told }.
and = { $one } und { $other }
same-location = demselben Ort
did-you-mean = { $told }; meintest du { $like }?
retired = ausgemustert
sign = ein Zeichen U+{ $code }
sign-lost = ein Zeichen, das unterwegs verloren ging (U+FFFD)
sign-nul = das Zeichen NUL (U+0000)

## The batch as a whole

refused = der Import hat einen Fehler: { $reason }
refused-at = der Import hat einen Fehler ({ $where }): { $reason }
refused-more = { $first } (und { $more } weitere)
refused-all = Es wurde nichts geändert, denn { $why }.
cut-off = Das Lesen wurde unterbrochen. Schick den Import noch einmal.
stale = Der Katalog hat sich geändert, seit dieser Import mit ihm verglichen wurde. Sieh nach, was er jetzt ändern würde.
expired = Zwei Wochen lang hat niemand den Import übernommen. Schick ihn noch einmal.
state-staged = noch offen
state-applying = in Arbeit
state-applied = übernommen
state-discarded = verworfen
state-undone = rückgängig gemacht
state-failed = fehlgeschlagen
not-staged-apply = Import { $batch } ist { $state }; nur ein offener kann übernommen werden.
not-staged-discard = Import { $batch } ist { $state }; nur ein offener kann verworfen werden.
staged-no-more = Import { $batch } ist nicht mehr offen.
given-no-more = Die Daten von Import { $batch } sind nicht mehr gespeichert.
no-batch = Es gibt keinen Import { $batch }. Schreib catalogue history, um alle zu sehen.
nothing-to-undo = Es gibt keinen Import, den du rückgängig machen kannst.
not-applied = Import { $batch } ist { $state }; nur ein übernommener lässt sich rückgängig machen.
too-long-ago =
    { $kept ->
        [one] Import { $batch } ist zu alt. Nur der letzte lässt sich rückgängig machen.
       *[other] Import { $batch } ist zu alt. Nur die letzten { $kept } lassen sich rückgängig machen.
    }
moved-since = Seitdem wurde Bestand bewegt, gezählt oder reserviert ({ $items }). Mach das zuerst rückgängig.
built-upon = Der spätere Import { $later } hat dieselben Artikel geändert ({ $items }). Mach zuerst Import { $later } rückgängig.
catalogue-changed = Der Katalog wurde inzwischen geändert. Lies den Import neu ein.
pictures-gone = Ein Bild des Imports ist nicht mehr da. Schick den Import noch einmal.
unmended = Der Import wurde übernommen, aber ein Foto findet vielleicht noch nicht alles davon. Führ hangtag audit --repair aus ({ $why }).
not-embedded = Bilder des Katalogs lassen sich nicht auswerten.

## Files

no-table = Das ist keine lesbare Tabelle; schick eine CSV in UTF-8, eine XLSX oder ein ZIP mit einer davon.
a-pdf = ein PDF
a-picture = ein Bild
no-zip = kein ZIP
a-page = eine Webseite oder XML
file-other = Die Datei ist { $what }; schick eine CSV in UTF-8, eine XLSX oder ein ZIP mit einer davon.
file-empty = Die Datei ist leer; schick eine Tabelle mit Kopfzeile und einer Zeile darunter, oder ein ZIP mit einer.
file-closed = Die Datei { $name } lässt sich nicht lesen; prüf, ob du sie öffnen darfst.
no-table-among = Unter den Dateien ist keine Tabelle, CSV oder XLSX; leg eine dazu.
too-many-files =
    { $most ->
        [one] Ein Import darf { $most } Datei haben; pack sie in ein ZIP.
       *[other] Ein Import darf { $most } Dateien haben; pack sie in ein ZIP.
    }
table-too-large = Die Tabelle hat mehr als { $most } MiB; teil sie auf.
table-too-large-in = Die Tabelle { $name } hat mehr als { $most } MiB; teil sie auf.
workbook-xlsb = Die Datei ist eine XLSB-Mappe; speichere sie als XLSX und schick sie noch einmal.
workbook-ods = Die Datei ist eine OpenDocument-Tabelle; speichere sie als XLSX und schick sie noch einmal.
workbook-heavy = Die Mappe hat eine Zeile oder einen Teil, wie sie kein Tabellenprogramm schreibt; speichere sie neu und schick sie noch einmal.
workbook-locked = Die Mappe ist mit einem Passwort gesperrt; speichere sie ohne und schick sie noch einmal.
workbook-old = Die Datei ist eine alte XLS-Mappe oder ein anderes Dokument; speichere sie als XLSX und schick sie noch einmal.
workbook-unpacked = die Mappe ist entpackt größer als { $most } MiB; teil sie auf
workbook-macros = die Mappe enthält Makros; speichere sie als XLSX, ohne Makros
workbook-damaged = Die XLSX-Datei ist beschädigt; speichere sie neu und schick sie noch einmal.
workbook-sheets = Die Mappe hat mehr als { $most } Blätter; schick nur das nötige.
sheet-read = das Blatt { $sheet } wurde gelesen; übersprungen: { $others }
zip-damaged = Die ZIP- oder XLSX-Datei ist beschädigt; pack oder speichere sie neu.
zip-members = das ZIP enthält mehr als { $most } Dateien; teil es auf
zip-unpacked = das ZIP ist entpackt größer als { $most } GiB; teil es auf
zip-tables = Das ZIP enthält mehr als { $most } Tabellen; teil es auf.
zip-in-zip = Es ist ein ZIP; entpack es zuerst.
packed-strangely = Die Datei { $name } ist auf unbekannte Art gepackt; pack sie als ZIP.
member-damaged = Die Datei { $name } im ZIP ist beschädigt; pack sie neu.
member-outside = die Datei { $name } führt aus dem ZIP hinaus; pack sie neu
member-link = die Datei { $name } ist ein Verweis auf eine andere; pack die Datei selbst
member-locked = die Datei { $name } ist mit einem Passwort gesperrt; pack sie ohne
member-bomb = die Datei { $name } wird entpackt mehr als { $most }-mal so groß; pack sie neu
member-archive = die Datei { $name } ist ein Archiv im ZIP; entpack es zuerst
member-twice = die Datei { $name } steht zweimal im ZIP; behalte eine

## Tables

no-rows = unter der Kopfzeile steht keine Zeile
too-many-rows = Die Tabelle hat mehr als { $most } Zeilen; teil sie auf mehrere Importe auf.
too-many-columns = Die Tabelle hat mehr als { $most } Spalten; schick nur die nötigen.
table-broken = Die Tabelle lässt sich nicht lesen: { $reason }.
above-header = alles über der Kopfzeile wurde übersprungen (Zeile { $rows })
header-two-rows = die Überschriften stehen in den Zeilen { $first } und { $second }, gelesen als: { $columns }
column-unnamed = die Spalten { $columns } haben Inhalt, aber keine Überschrift, und wurden übergangen
names-again = diese Zeile nennt die Spalten noch einmal und wurde ausgelassen
total-row = diese Zeile ist die Summe der Bestände darüber und wurde ausgelassen
footer-row = diese Zeile ist das Ende einer Seite oder eines Berichts und wurde ausgelassen
total-differs = die Zeile sieht nach einer Summe aus, ist aber nicht die Summe der Bestände darüber; fehlt eine Zeile? Entferne sie, wenn alle da sind
column-under-group = die Spalte { $column } steht unter { $group }; ist sie das, was der Katalog meint? Setz eine einzige Zeile mit Überschriften über die Tabelle, und benenne die Spalte um, oder lass sie weg
row-too-long = die Zeile hat mehr Zellen als die Kopfzeile; fehlt ein Anführungszeichen?
row-is-header = die Zeile wiederholt die Kopfzeile; nimm sie heraus
row-endless = die Zeile hat eine Zelle, die nicht endet; fehlt dort oder darüber ein Anführungszeichen?
row-quotation = in der Zeile steht ein Anführungszeichen an der falschen Stelle; fehlt dort oder darüber eines?
cell-too-long = die Zelle in Spalte { $column } hat mehr als { $most } Zeichen
cell-strange = die Zelle in Spalte { $column } enthält { $sign }; nimm es heraus und speichere eine CSV als UTF-8
formula-empty = die Formel in Spalte { $column } hat keinen Wert; öffne die Datei in einer Tabellenkalkulation, speichere sie dort und schick sie noch einmal
column-missing = die Spalte { $field } fehlt
column-perhaps = { $told }; wenn es { $column } ist, nenn diese Spalte { $field }
column-unknown = die Spalte { $column } ist unbekannt und wurde übersprungen
column-like = { $told }; meintest du { $field }? Dann nenn sie so
column-twice = die Spalte { $column } steht zweimal da; behalte eine
columns-same = die Spalten { $columns } bedeuten alle { $field }; behalte eine davon
magento-view = eine Übersetzung für eine einzelne Ladenansicht wurde übersprungen
magento-kind = { $sku } besteht aus anderen Produkten ({ $kind }) und wurde übersprungen
magento-unshown = keine Variante von { $sku } zeigt { $pictures }, übersprungen
shopify-picture = das Bild { $address } wurde nicht geladen; schick es in einem ZIP, oder lass seinen Server in HANGTAG_PICTURE_HOSTS zu

## Rows

field-empty = { $field } ist leer
field-too-long = { $field } hat mehr als { $longest } Zeichen
field-unseen = { $field } { $name } enthält unsichtbar { $sign }; tipp es neu
formula-failed = { $field } ist { $shown }, eine fehlerhafte Formel; korrigiere sie
names-nothing = weder Artikel noch SKU ist angegeben
two-spellings = { $field } { $name } ist in { $where } { $other } geschrieben
two-owners = { $field } { $name } gehört in { $where } zu { $owner } { $there }, hier zu { $here }
no-title = { $whose } hat keinen Titel
class-of-category = die Klasse { $named } wurde als { $like } gelesen
class-unknown = die Klasse { $named } ist keine von { $classes }
location-twice = { $whose } steht schon in { $where } an { $place }; behalte eine davon
place-code-shared = der Code { $code } gehört hier zu { $place }, in { $where } aber zu { $other }; ein Code gehört zu einem Ort
place-code-second = { $place } hat hier den Code { $code }, in { $where } aber { $other }; ein Ort hat einen Code
place-code-unknown = kein Ort hat den Code { $code }; trag auch den Ort ein
place-codes = diese Orte bekommen einen Code: { $codes }
status-unknown = der Status { $status } ist weder leer noch retired
time-unknown = die Zeit { $time } ist keine wie { $example }
disagree = { $whose }: { $field } ist hier { $here } und in { $where } { $there }
more-reserved = { $reserved } reserviert ist mehr als { $on_hand } auf Lager
more-reserved-at = { $reserved } reserviert ist mehr als { $on_hand } auf Lager an { $location }
quantity-wrong = die Menge in { $field } { $why }
whole-no-number = ist { $text }, das ist keine ganze Zahl
whole-either = ist { $text }, das kann { $readings } heißen; schreib sie ohne Punkt und Komma
whole-thousand = ist { $text }, das kann tausendmal so viel heißen; schreib sie ohne Punkt und Komma
three-decimals = die Zahlen in { $field } haben drei Nachkommastellen, wie { $text }, und wurden so gelesen
whole-negative = ist { $text }, kann aber nicht unter 0 sein
whole-too-large = ist { $text }, das ist zu groß
price-no-number = der Preis { $text } ist keine Zahl
price-dollar = der Preis { $text } kann in jedem Dollar sein; trag den Code in die Spalte Währung ein, etwa USD
price-either = der Preis ist { $text }, das kann { $readings } heißen; schreib ihn mit zwei Nachkommastellen oder ohne Punkt und Komma
price-negative = der Preis { $text } ist unter 0
price-too-large = der Preis { $text } ist zu groß
price-decimals = der Preis { $text } hat mehr als { $most } Nachkommastellen
currency-unknown = die Währung { $code } ist kein bekannter Code aus drei Buchstaben wie EUR
two-currencies = der Preis { $text } ist in { $named }, die Währung aber { $code }
sku-owned = die SKU { $sku } gehört im Katalog zum Artikel { $owner }, hier zu { $item }
sku-unknown = die SKU { $sku } ist nicht im Katalog
sku-unknown-stock = die SKU { $sku } ist nicht im Katalog; es wird nur Bestand geändert
all-places = der Import nennt alle Orte seiner SKUs; was sie anderswo haben, wird 0 ({ $count })
skus-alike = die SKU { $sku } und die SKU { $other } in { $where } unterscheiden sich nur in führenden Nullen, Großschreibung, Leerzeichen oder Strichen; ist es dieselbe, schreib sie gleich
item-unknown = der Artikel { $item } ist nicht im Katalog
barcode-owned = der Barcode { $barcode } gehört im Katalog zur SKU { $holder }, hier zu { $sku }

## Pictures

picture-absent = das Bild { $name } ist angegeben, wurde aber nicht mitgeschickt
picture-closed = das Bild { $name } lässt sich nicht lesen
picture-not-bare = die Metadaten der Kamera lassen sich nicht entfernen; speichere das Bild als JPEG oder PNG
picture-refused = das Bild { $name } ist als Bild nicht lesbar: { $why }
picture-unreadable = das Bild { $name } ist als Bild nicht lesbar
pixels = { $width } × { $height } Pixel sind mehr als { $most } Millionen
picture-changed = Das Bild { $name } hat sich seit der Prüfung geändert; importier noch einmal.
picture-too-large = Das Bild { $name } hat mehr als { $most } MiB; schick ein kleineres.
pictures-too-large = Die Bilder mit Adresse haben zusammen mehr als { $most } GiB; teil den Import auf.
picture-not-fetched = Das Bild { $name } wurde nicht geladen; lass seinen Server in HANGTAG_PICTURE_HOSTS zu, oder schick es in einem ZIP.
name-ambiguous = Der Name { $name } steht mehrmals im ZIP, etwa { $one } und { $other }; nenne auch den Ordner.
link-none = Die Adresse eines Bildes lässt sich nicht öffnen.
link-circles = Das Bild { $address } konnte nicht geladen werden, weil der Link im Kreis führt.
link-status = Das Bild { $address } konnte nicht geladen werden (Antwort des Servers: { $status }).
link-empty = Das Bild { $address } ist leer (0 Bytes).
link-http = Das Bild { $address } wurde nicht geladen: Die Adresse muss mit https:// beginnen.
link-slow = Das Bild { $address } hat zu lange zum Laden gebraucht.
link-failed = Das Bild { $address } konnte nicht geladen werden.
link-too-large = Das Bild { $address } ist größer als { $allowed } MB.
host-unknown = Der Server { $host } steht nicht in HANGTAG_PICTURE_HOSTS.
host-failed = Der Server { $host } ist { $times }-mal ausgefallen und wurde nicht mehr abgefragt.

## The report to download

report-kind = Art
report-item = Artikel
report-file = Datei
report-row = Zeile
report-what = Was
report-before = vorher
report-after = nachher
report-refused = abgelehnt
report-note = Hinweis
report-new = neu
report-changed = geändert
report-retired = ausgemustert
report-deleted = gelöscht
report-unchanged = unverändert
report-missing = nicht im Import
report-lookalike = wahrscheinlich doppelt
report-unnamed = nicht im Import; bleibt, wie es ist
report-like = sieht aus wie { $other }
report-like-new = sieht aus wie { $other }, auch neu in diesem Import
sheets-alike = Die Blätter { $sheets } haben dieselben Spalten; bring alle Zeilen auf ein Blatt, oder schick nur das Blatt, das du brauchst.
sheet-hidden = das Blatt { $sheet } ist ausgeblendet
rows-hidden = auch ausgeblendete Zeilen wurden gelesen: { $rows }
header-merged = die Kopfzeile hat verbundene Zellen oder zwei Zeilen; schreib jeden Spaltennamen in eine eigene Zelle
cell-merged = die Zellen von { $column } sind in den Zeilen { $first } bis { $last } verbunden; gib jeder Zeile ihren eigenen Wert
cells-filled = verbundene Zellen wurden nach unten aufgefüllt: { $columns }
workbook-numbers = Die Datei ist eine Numbers-Tabelle; exportiere sie als Excel (XLSX) und schick diese Datei.
workbook-page = Die Datei ist eine Webseite, auch wenn sie XLS heißt; öffne sie in einer Tabellenkalkulation, speichere sie als XLSX und schick diese Datei.
identifier-date = { $field } ist { $text }, ein Datum, das wohl eine Tabellenkalkulation daraus gemacht hat; formatiere die Spalte als Text und gib es neu ein
identifier-number = { $field } ist { $text }, eine Zahl, die eine Tabellenkalkulation gekürzt hat; formatiere die Spalte als Text und gib sie neu ein
identifier-null = { $field } ist { $text }, was für nichts steht; trag etwas ein oder lass die Zelle leer
words-blank = { $words } gilt als leer ({ $field })
sku-like-known = die SKU { $sku } unterscheidet sich nur in Nullen, Leerzeichen oder Strichen von { $known } des Artikels { $item } im Katalog; schreib beide gleich
location-blank = die Zeile hat einen Bestand, aber keinen Lagerort, andere Zeilen haben einen; trag ihn ein
location-needed = die SKU { $sku } liegt in { $places }; nenne den Lagerort für diesen Bestand
text-repaired = doppelt kodierte Buchstaben wurden repariert (Zeilen { $rows })
encoding-unclear = Die Buchstaben dieser CSV sind nicht sicher zu lesen; speichere sie als „CSV UTF-8“ oder XLSX und schick sie noch einmal.
html-removed = HTML in Beschreibungen wurde zu Text

shop-no-sku = { $name } hat keine SKU und wurde übergangen
shop-no-garment = das liegt in keinem Regal ({ $word }) und wurde übergangen: { $names }
shop-prices = die Preise von { $item } sind verschieden; es gilt { $price }, nicht { $others }
shop-other-prices = andere Preise wurden übergangen: { $names }
shop-attributes = Merkmale, die im Katalog keinen Platz haben, wurden übergangen: { $names }
shop-retired = im Shop { $word }, deshalb ausgemustert: { $names }
shop-unpublished = im Shop { $word }, übernommen wie alle anderen: { $names }
shop-below-zero = ein Bestand unter null gilt als 0: { $names }
shop-not-stocked = kein Bestand übernommen, wo { $word } steht: { $names }
shop-oversold = mehr reserviert als vorhanden; alles Vorhandene gilt als reserviert: { $names }
shop-dollar = die Preise wurden ohne Währung übernommen, denn { $names } kann jeder Dollar sein
shop-price-variable = ohne festen Preis: { $names }
magento-missing = Varianten eines Produkts fehlen in der Datei: { $names }
location-columns = jede dieser Spalten gilt als Ort: { $columns }
stock-by-location = Bestände ohne Ort wurden übergangen, weil eine andere Datei jeden Ort zählt: { $names }
shop-parent-missing = { $parent }, zu dem { $sku } gehört, fehlt in der Datei
shop-row-ignored = eine Zeile der Art { $kind } wurde übergangen
google-no-counts = der Feed zählt keine Bestände je Ort; Bestände bleiben, wie sie sind, und sind bei Neuem 0
prestashop-sums = die Produktliste von PrestaShop kennt keine Varianten: hat ein Produkt Größen, ist seine Zeile deren Summe; schick dann eine Tabelle mit einer Zeile je Größe
prestashop-combinations = Varianten von PrestaShop haben keine Namen; schick eine Tabelle mit Name, Referenz und Menge jeder Variante
business-central-variants = Varianten von Business Central haben keine SKU; schick eine Tabelle mit einer Zeile und einer SKU je Variante
size-columns = die Größen { $sizes } sind Spalten, so hat keine Größe eine SKU; schick eine Zeile je Größe, mit ihrer SKU
pictures-elsewhere = die Bilder, die der Export nennt, kamen nicht mit ({ $count }); schick sie in einem ZIP
feed-damaged = Der XML-Feed ist beschädigt; exportiere ihn noch einmal, oder schick eine CSV in UTF-8 oder eine XLSX.
refused-advised = Es wurde nichts geändert, denn { $why }. { $advice }
columns-advice = Die Spalten sind { $columns }; benenne sie um, oder importiere mit: { $options }
columns-remembered = die Spalten wurden so gelesen wie am { $date } zugeordnet: { $columns }; um das zu vergessen, schreib „catalogue columns“
picture-key = das Bild { $name } ist nach seinem Schlüssel in einem anderen Katalog benannt; exportiere dort ein ZIP, das bringt die Bilder mit
pictures-unused = Bilder, die mitkamen, aber die keine Zeile nennt ({ $count }): { $names }
pictures-not-allowed = Bilder wurden nicht von { $hosts } geholt ({ $count }); schick sie in einer ZIP-Datei, oder erlaube den Host in HANGTAG_PICTURE_HOSTS
pictures-in-cells = Bilder in Zellen wurden nicht gelesen ({ $count }); schick sie als Dateien in einem ZIP mit der Tabelle
pictures-embedded = Bilder in der Arbeitsmappe wurden nicht gelesen ({ $count }); schick sie als Dateien in einem ZIP mit der Tabelle
pictures-embedded-rest = weitere Bilder in der Arbeitsmappe wurden nicht gelesen ({ $count }), weil sie an keiner Zeile oder an mehreren Artikeln stehen; schick sie als Dateien in einer ZIP-Datei mit der Tabelle
refused-column = was nicht stimmt
refused-why = { $where }: { $why }
refused-with-item = ausgelassen, weil eine andere Zeile desselben Artikels einen Fehler hat
feed-incomplete = Den Produkten des Feeds fehlt die ID oder der Titel; schick einen Feed mit beidem, oder eine CSV in UTF-8 oder eine XLSX.
