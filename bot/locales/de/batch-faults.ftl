# Was an einer Lieferung nicht stimmt, auf Deutsch. Das Englische steht im Code, wo es entsteht.

## Wo es steht

column-item = Artikel
column-title = Titel
column-class = Klasse
column-colour = Farbe
column-brand = Marke
column-price = Preis
column-currency = Währung
column-sku = SKU
column-size = Größe
column-barcode = Strichcode
column-location = Ort
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
did-you-mean = { $told }; meinst du { $like }?
retired = ausgemustert
sign = ein Zeichen U+{ $code }
sign-lost = ein Zeichen, das unterwegs verloren ging (U+FFFD)
sign-nul = das Zeichen NUL (U+0000)

## Die Lieferung als Ganzes

refused = die Lieferung hat einen Fehler: { $reason }
refused-at = die Lieferung hat einen Fehler ({ $where }): { $reason }
refused-more = { $first } (und { $more } weitere)
refused-all = Es wurde nichts geändert, denn { $why }.
cut-off = Das Lesen wurde unterbrochen; schick sie noch einmal.
stale = Der Katalog hat sich geändert, seit diese Lieferung mit ihm verglichen wurde: sieh nach, was sie jetzt ändern würde.
expired = Zwei Wochen lang hat niemand sie gebucht; schick sie noch einmal.
state-staged = noch offen
state-applying = in Arbeit
state-applied = gebucht
state-discarded = verworfen
state-undone = rückgängig gemacht
state-failed = gescheitert
not-staged-apply = Lieferung { $batch } ist { $state }; gebucht werden kann nur eine offene.
not-staged-discard = Lieferung { $batch } ist { $state }; verworfen werden kann nur eine offene.
staged-no-more = Lieferung { $batch } ist nicht mehr offen.
given-no-more = Was Lieferung { $batch } enthielt, ist nicht mehr da.
no-batch = Es gibt keine Lieferung { $batch }; sieh in catalogue history nach.
nothing-to-undo = Es gibt keine Lieferung, die sich rückgängig machen lässt.
not-applied = Lieferung { $batch } ist { $state }; rückgängig machen lässt sich nur eine gebuchte.
too-long-ago =
    { $kept ->
        [one] Lieferung { $batch } ist zu lange her: nur die letzte lässt sich rückgängig machen.
       *[other] Lieferung { $batch } ist zu lange her: nur die letzten { $kept } lassen sich rückgängig machen.
    }
moved-since = Seitdem wurde Bestand bewegt, gezählt oder reserviert ({ $items }); mach das zuerst rückgängig.
built-upon = Die spätere Lieferung { $later } hat dieselben Artikel geändert ({ $items }); mach zuerst Lieferung { $later } rückgängig.
catalogue-changed = Der Katalog wurde inzwischen geändert; lies die Lieferung neu ein.
pictures-gone = Ein Bild der Lieferung ist nicht mehr da; schick die Lieferung noch einmal.
unmended = Die Lieferung ist gebucht, aber ein Foto findet vielleicht noch nicht alles davon: führ hangtag audit --repair aus ({ $why }).
not-embedded = Bilder des Katalogs lassen sich nicht einlesen.

## Dateien

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
        [one] Eine Lieferung darf { $most } Datei haben; pack sie in ein ZIP.
       *[other] Eine Lieferung darf { $most } Dateien haben; pack sie in ein ZIP.
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
sheet-read = das Blatt { $sheet } wurde gelesen; übergangen: { $others }
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

## Tabellen

no-rows = unter der Kopfzeile steht keine Zeile
too-many-rows = Die Tabelle hat mehr als { $most } Zeilen; teil sie in mehrere Lieferungen auf.
too-many-columns = Die Tabelle hat mehr als { $most } Spalten; schick nur die nötigen.
table-broken = Die Tabelle lässt sich nicht lesen: { $reason }.
above-header = was über der Kopfzeile steht, wurde übergangen (Zeile { $rows })
row-too-long = die Zeile hat mehr Zellen als die Kopfzeile; fehlt ein Anführungszeichen?
row-is-header = die Zeile wiederholt die Kopfzeile; nimm sie heraus
row-endless = die Zeile hat eine Zelle, die nicht endet; fehlt dort oder darüber ein Anführungszeichen?
row-quotation = in der Zeile steht ein Anführungszeichen an der falschen Stelle; fehlt dort oder darüber eines?
cell-too-long = die Zelle in Spalte { $column } hat mehr als { $most } Zeichen
cell-strange = die Zelle in Spalte { $column } enthält { $sign }; nimm es heraus und speichere eine CSV als UTF-8
formula-empty = die Formel in Spalte { $column } hat keinen Wert; öffne die Datei in einer Tabellenkalkulation, speichere sie dort und schick sie noch einmal
column-missing = die Spalte { $field } fehlt
column-perhaps = { $told }; wenn es { $column } ist, nenne diese Spalte { $field }
column-unknown = die Spalte { $column } ist unbekannt und wurde übergangen
column-like = { $told }; meinst du { $field }? Dann nenne sie so
column-twice = die Spalte { $column } steht zweimal da; behalte eine
columns-same = die Spalten { $columns } bedeuten alle { $field }; behalte eine davon
magento-view = eine Übersetzung für eine einzelne Ladenansicht wurde übergangen
magento-kind = { $sku } besteht aus anderen Produkten ({ $kind }) und wurde übergangen
magento-unshown = keine Variante von { $sku } zeigt { $pictures }, übergangen
shopify-picture = das Bild { $address } wurde nicht geholt; schick es in einem ZIP, oder lass seinen Server in HANGTAG_PICTURE_HOSTS zu

## Zeilen

field-empty = { $field } ist leer
field-too-long = { $field } hat mehr als { $longest } Zeichen
field-unseen = { $field } { $name } enthält unsichtbar { $sign }; tipp es neu
formula-failed = { $field } ist { $shown }, eine misslungene Formel; bring sie in Ordnung
names-nothing = weder Artikel noch SKU ist genannt
two-spellings = { $field } { $name } ist in { $where } { $other } geschrieben
two-owners = { $field } { $name } gehört in { $where } zu { $owner } { $there }, hier zu { $here }
no-title = { $whose } hat keinen Titel
class-unknown = die Klasse { $named } ist keine von { $classes }
location-twice = { $whose } steht schon in { $where } an { $place }; behalte eine davon
status-unknown = der Status { $status } ist weder leer noch retired
time-unknown = die Zeit { $time } ist keine wie { $example }
disagree = { $whose }: { $field } ist hier { $here } und in { $where } { $there }
more-reserved = { $reserved } reserviert ist mehr als { $on_hand } auf Lager
more-reserved-at = { $reserved } reserviert ist mehr als { $on_hand } auf Lager an { $location }
quantity-wrong = die Menge in { $field } { $why }
whole-no-number = ist { $text }, das ist keine ganze Zahl
whole-either = ist { $text }, das kann { $readings } heißen; schreib sie ohne Punkt und Komma
whole-thousand = ist { $text }, das kann tausendmal so viel heißen; schreib sie ohne Punkt und Komma
whole-negative = ist { $text }, kann aber nicht unter 0 sein
whole-too-large = ist { $text }, das ist zu groß
price-no-number = der Preis { $text } ist keine Zahl
price-either = der Preis ist { $text }, das kann { $readings } heißen; schreib ihn mit zwei Nachkommastellen oder ohne Punkt und Komma
price-negative = der Preis { $text } ist unter 0
price-too-large = der Preis { $text } ist zu groß
price-decimals = der Preis { $text } hat mehr als { $most } Nachkommastellen
currency-unknown = die Währung { $code } ist kein bekannter Code aus drei Buchstaben wie EUR
two-currencies = der Preis { $text } ist in { $named }, die Währung aber { $code }
sku-owned = die SKU { $sku } gehört im Katalog zum Artikel { $owner }, hier zu { $item }
sku-confusable = die SKU { $sku } unterscheidet sich nur in Leerzeichen von einer des Artikels { $item } im Katalog: schreib beide gleich
sku-unknown = die SKU { $sku } ist nicht im Katalog
sku-unknown-stock = die SKU { $sku } ist nicht im Katalog; es wird nur Bestand geändert
item-unknown = der Artikel { $item } ist nicht im Katalog
barcode-owned = der Strichcode { $barcode } gehört im Katalog zur SKU { $holder }, hier zu { $sku }

## Bilder

picture-absent = das Bild { $name } ist genannt, kam aber nicht mit
picture-closed = das Bild { $name } lässt sich nicht lesen
picture-not-bare = was eine Kamera neben die Bildpunkte geschrieben hat, lässt sich nicht entfernen; speichere es als JPEG oder PNG
picture-refused = das Bild { $name } ist als Bild nicht lesbar: { $why }
picture-unreadable = das Bild { $name } ist als Bild nicht lesbar
pixels = { $width } × { $height } Pixel sind mehr als { $most } Millionen
picture-changed = Das Bild { $name } hat sich seit der Prüfung geändert; spiel die Lieferung neu ein.
picture-too-large = Das Bild { $name } hat mehr als { $most } MiB; schick ein kleineres.
pictures-too-large = Die Bilder mit Adresse haben zusammen mehr als { $most } GiB; teil die Lieferung auf.
picture-not-fetched = Das Bild { $name } wurde nicht geholt; lass seinen Server in HANGTAG_PICTURE_HOSTS zu, oder schick es in einem ZIP.
name-ambiguous = Der Name { $name } steht mehrmals im ZIP, etwa { $one } und { $other }; nenne auch den Ordner.
link-none = Die Adresse eines Bildes lässt sich nicht öffnen.
link-circles = Das Bild { $address } ließ sich nicht laden, der Link führt im Kreis.
link-status = Das Bild { $address } ließ sich nicht laden, der Server antwortet { $status }.
link-empty = Das Bild { $address } ist leer (0 Bytes).
link-http = Das Bild { $address } wurde nicht geholt: die Adresse muss mit https:// beginnen.
link-slow = Das Bild { $address } hat zum Laden zu lange gebraucht.
link-failed = Das Bild { $address } ließ sich nicht laden.
link-too-large = Das Bild { $address } ist größer als { $allowed } MB.
host-unknown = Der Server { $host } steht nicht in HANGTAG_PICTURE_HOSTS.
host-failed = Der Server { $host } hat { $times }-mal versagt und wurde nicht mehr gefragt.

## Die Liste zum Herunterladen

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
report-missing = nicht genannt
report-lookalike = wohl doppelt
report-unnamed = in der Lieferung nicht genannt; bleibt, wie es ist
report-like = sieht aus wie { $other }
report-like-new = sieht aus wie { $other }, das auch neu in dieser Lieferung ist

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
picture-key = das Bild { $name } ist nach seinem Schlüssel in einem anderen Katalog benannt; exportiere dort ein ZIP, das bringt die Bilder mit
pictures-unused = Bilder, die mitkamen, aber die keine Zeile nennt ({ $count }): { $names }
pictures-in-cells = Bilder in Zellen wurden nicht gelesen ({ $count }); schick sie als Dateien in einem ZIP mit der Tabelle
pictures-embedded = Bilder in der Arbeitsmappe wurden nicht gelesen ({ $count }); schick sie als Dateien in einem ZIP mit der Tabelle
row-skipped = diese Zeile wurde ausgelassen: { $why }
feed-incomplete = Den Produkten des Feeds fehlt die ID oder der Titel; schick einen Feed mit beidem, oder eine CSV in UTF-8 oder eine XLSX.
