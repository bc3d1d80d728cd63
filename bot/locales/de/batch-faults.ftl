# Was an einer Lieferung nicht stimmt, auf Deutsch. Das Englische steht im Code, wo es entsteht.

## Wo es steht

told-field-item = Artikel
told-field-title = Titel
told-field-class = Klasse
told-field-colour = Farbe
told-field-brand = Marke
told-field-price = Preis
told-field-currency = Währung
told-field-sku = SKU
told-field-size = Größe
told-field-barcode = Strichcode
told-field-location = Ort
told-field-on-hand = Bestand
told-field-reserved = Reserviert
told-field-pictures = Bilder
told-field-status = Status
told-field-description = Beschreibung
told-field-of = { $field } von { $sku }
told-field-at = { $field } von { $sku } an { $location }
told-the-item = Artikel { $item }
told-the-sku = SKU { $sku }
told-in-row = Zeile { $row }
told-in-row-of-file = Zeile { $row } von { $file }
told-in-file = { $file }
told-inside = In { $name }: { $told }.
told-and = { $one } und { $other }
told-same-location = demselben Ort
told-did-you-mean = { $told }; meinst du { $like }?
told-retired = ausgemustert
told-sign = ein Zeichen U+{ $code }
told-sign-lost = ein Zeichen, das unterwegs verloren ging (U+FFFD)
told-sign-nul = das Zeichen NUL (U+0000)

## Die Lieferung als Ganzes

told-refused = die Lieferung hat einen Fehler: { $reason }
told-refused-at = die Lieferung hat einen Fehler ({ $where }): { $reason }
told-refused-more = { $first } (und { $more } weitere)
told-refused-all = Es wurde nichts geändert, denn { $why }.
told-cut-off = Das Lesen wurde unterbrochen; schick sie noch einmal.
told-stale = Der Katalog hat sich geändert, seit diese Lieferung mit ihm verglichen wurde: sieh nach, was sie jetzt ändern würde.
told-expired = Zwei Wochen lang hat niemand sie gebucht; schick sie noch einmal.
told-state-staged = noch offen
told-state-applying = in Arbeit
told-state-applied = gebucht
told-state-discarded = verworfen
told-state-undone = rückgängig gemacht
told-state-failed = gescheitert
told-not-staged-apply = Lieferung { $batch } ist { $state }; gebucht werden kann nur eine offene.
told-not-staged-discard = Lieferung { $batch } ist { $state }; verworfen werden kann nur eine offene.
told-staged-no-more = Lieferung { $batch } ist nicht mehr offen.
told-given-no-more = Was Lieferung { $batch } enthielt, ist nicht mehr da.
told-no-batch = Es gibt keine Lieferung { $batch }; sieh in catalogue history nach.
told-nothing-to-undo = Es gibt keine Lieferung, die sich rückgängig machen lässt.
told-not-applied = Lieferung { $batch } ist { $state }; rückgängig machen lässt sich nur eine gebuchte.
told-too-long-ago =
    { $kept ->
        [one] Lieferung { $batch } ist zu lange her: nur die letzte lässt sich rückgängig machen.
       *[other] Lieferung { $batch } ist zu lange her: nur die letzten { $kept } lassen sich rückgängig machen.
    }
told-moved-since = Seitdem wurde Bestand bewegt, gezählt oder reserviert ({ $items }); mach das zuerst rückgängig.
told-built-upon = Die spätere Lieferung { $later } hat dieselben Artikel geändert ({ $items }); mach zuerst Lieferung { $later } rückgängig.
told-catalogue-changed = Der Katalog wurde inzwischen geändert; lies die Lieferung neu ein.
told-pictures-gone = Ein Bild der Lieferung ist nicht mehr da; schick die Lieferung noch einmal.
told-unmended = Die Lieferung ist gebucht, aber ein Foto findet vielleicht noch nicht alles davon: führ hangtag audit --repair aus ({ $why }).
told-not-embedded = Bilder des Katalogs lassen sich nicht einlesen.

## Dateien

told-no-table = Das ist keine lesbare Tabelle; schick eine CSV in UTF-8, eine XLSX oder ein ZIP mit einer davon.
told-a-pdf = ein PDF
told-a-picture = ein Bild
told-no-zip = kein ZIP
told-a-page = eine Webseite oder XML
told-file-other = Die Datei ist { $what }; schick eine CSV in UTF-8, eine XLSX oder ein ZIP mit einer davon.
told-file-empty = Die Datei ist leer; schick eine Tabelle mit Kopfzeile und einer Zeile darunter, oder ein ZIP mit einer.
told-file-closed = Die Datei { $name } lässt sich nicht lesen; prüf, ob du sie öffnen darfst.
told-no-table-among = Unter den Dateien ist keine Tabelle, CSV oder XLSX; leg eine dazu.
told-too-many-files =
    { $most ->
        [one] Eine Lieferung darf { $most } Datei haben; pack sie in ein ZIP.
       *[other] Eine Lieferung darf { $most } Dateien haben; pack sie in ein ZIP.
    }
told-table-too-large = Die Tabelle hat mehr als { $most } MiB; teil sie auf.
told-table-too-large-in = Die Tabelle { $name } hat mehr als { $most } MiB; teil sie auf.
told-workbook-xlsb = Die Datei ist eine XLSB-Mappe; speichere sie als XLSX und schick sie noch einmal.
told-workbook-ods = Die Datei ist eine OpenDocument-Tabelle; speichere sie als XLSX und schick sie noch einmal.
told-workbook-heavy = Die Mappe hat eine Zeile oder einen Teil, wie sie kein Tabellenprogramm schreibt; speichere sie neu und schick sie noch einmal.
told-workbook-locked = Die Mappe ist mit einem Passwort gesperrt; speichere sie ohne und schick sie noch einmal.
told-workbook-old = Die Datei ist eine alte XLS-Mappe oder ein anderes Dokument; speichere sie als XLSX und schick sie noch einmal.
told-workbook-unpacked = die Mappe ist entpackt größer als { $most } MiB; teil sie auf
told-workbook-macros = die Mappe enthält Makros; speichere sie als XLSX, ohne Makros
told-workbook-damaged = Die XLSX-Datei ist beschädigt; speichere sie neu und schick sie noch einmal.
told-workbook-sheets = Die Mappe hat mehr als { $most } Blätter; schick nur das nötige.
told-sheet-read = das Blatt { $sheet } wurde gelesen; übergangen: { $others }
told-zip-damaged = Die ZIP- oder XLSX-Datei ist beschädigt; pack oder speichere sie neu.
told-zip-members = das ZIP enthält mehr als { $most } Dateien; teil es auf
told-zip-unpacked = das ZIP ist entpackt größer als { $most } GiB; teil es auf
told-zip-tables = Das ZIP enthält mehr als { $most } Tabellen; teil es auf.
told-zip-in-zip = Es ist ein ZIP; entpack es zuerst.
told-packed-strangely = Die Datei { $name } ist auf unbekannte Art gepackt; pack sie als ZIP.
told-member-damaged = Die Datei { $name } im ZIP ist beschädigt; pack sie neu.
told-member-outside = die Datei { $name } führt aus dem ZIP hinaus; pack sie neu
told-member-link = die Datei { $name } ist ein Verweis auf eine andere; pack die Datei selbst
told-member-locked = die Datei { $name } ist mit einem Passwort gesperrt; pack sie ohne
told-member-bomb = die Datei { $name } wird entpackt mehr als { $most }-mal so groß; pack sie neu
told-member-archive = die Datei { $name } ist ein Archiv im ZIP; entpack es zuerst
told-member-twice = die Datei { $name } steht zweimal im ZIP; behalte eine

## Tabellen

told-no-rows = unter der Kopfzeile steht keine Zeile
told-too-many-rows = Die Tabelle hat mehr als { $most } Zeilen; teil sie in mehrere Lieferungen auf.
told-too-many-columns = Die Tabelle hat mehr als { $most } Spalten; schick nur die nötigen.
told-table-broken = Die Tabelle lässt sich nicht lesen: { $reason }.
told-above-header = was über der Kopfzeile steht, wurde übergangen (Zeile { $rows })
told-row-too-long = die Zeile hat mehr Zellen als die Kopfzeile; fehlt ein Anführungszeichen?
told-row-is-header = die Zeile wiederholt die Kopfzeile; nimm sie heraus
told-row-endless = die Zeile hat eine Zelle, die nicht endet; fehlt dort oder darüber ein Anführungszeichen?
told-row-quotation = in der Zeile steht ein Anführungszeichen an der falschen Stelle; fehlt dort oder darüber eines?
told-cell-too-long = die Zelle in Spalte { $column } hat mehr als { $most } Zeichen
told-cell-strange = die Zelle in Spalte { $column } enthält { $sign }; nimm es heraus und speichere eine CSV als UTF-8
told-formula-empty = die Formel in Spalte { $column } hat keinen Wert; öffne die Datei in einer Tabellenkalkulation, speichere sie dort und schick sie noch einmal
told-column-missing = die Spalte { $field } fehlt
told-column-perhaps = { $told }; wenn es { $column } ist, nenne diese Spalte { $field }
told-column-unknown = die Spalte { $column } ist unbekannt und wurde übergangen
told-column-like = { $told }; meinst du { $field }? Dann nenne sie so
told-column-twice = die Spalte { $column } steht zweimal da; behalte eine
told-columns-same = die Spalten { $columns } bedeuten alle { $field }; behalte eine davon
told-magento-view = eine Übersetzung für eine einzelne Ladenansicht wurde übergangen
told-magento-kind = { $sku } besteht aus anderen Produkten ({ $kind }) und wurde übergangen
told-magento-unshown = keine Variante von { $sku } zeigt { $pictures }, übergangen
told-shopify-picture = das Bild { $address } wurde nicht geholt; schick es in einem ZIP, oder lass seinen Server in HANGTAG_PICTURE_HOSTS zu

## Zeilen

told-field-empty = { $field } ist leer
told-field-too-long = { $field } hat mehr als { $longest } Zeichen
told-field-unseen = { $field } { $name } enthält unsichtbar { $sign }; tipp es neu
told-formula-failed = { $field } ist { $shown }, eine misslungene Formel; bring sie in Ordnung
told-names-nothing = weder Artikel noch SKU ist genannt
told-two-spellings = { $field } { $name } ist in { $where } { $other } geschrieben
told-two-owners = { $field } { $name } gehört in { $where } zu { $owner } { $there }, hier zu { $here }
told-no-title = { $whose } hat keinen Titel
told-class-unknown = die Klasse { $named } ist keine von { $classes }
told-location-twice = { $whose } steht schon in { $where } an { $place }; behalte eine davon
told-status-unknown = der Status { $status } ist weder leer noch retired
told-time-unknown = die Zeit { $time } ist keine wie { $example }
told-disagree = { $whose }: { $field } ist hier { $here } und in { $where } { $there }
told-more-reserved = { $reserved } reserviert ist mehr als { $on_hand } auf Lager
told-more-reserved-at = { $reserved } reserviert ist mehr als { $on_hand } auf Lager an { $location }
told-quantity-wrong = die Menge in { $field } { $why }
told-whole-no-number = ist { $text }, das ist keine ganze Zahl
told-whole-either = ist { $text }, das kann { $readings } heißen; schreib sie ohne Punkt und Komma
told-whole-thousand = ist { $text }, das kann tausendmal so viel heißen; schreib sie ohne Punkt und Komma
told-whole-negative = ist { $text }, kann aber nicht unter 0 sein
told-whole-too-large = ist { $text }, das ist zu groß
told-price-no-number = der Preis { $text } ist keine Zahl
told-price-either = der Preis ist { $text }, das kann { $readings } heißen; schreib ihn mit zwei Nachkommastellen oder ohne Punkt und Komma
told-price-negative = der Preis { $text } ist unter 0
told-price-too-large = der Preis { $text } ist zu groß
told-price-decimals = der Preis { $text } hat mehr als { $most } Nachkommastellen
told-currency-unknown = die Währung { $code } ist kein bekannter Code aus drei Buchstaben wie EUR
told-two-currencies = der Preis { $text } ist in { $named }, die Währung aber { $code }
told-sku-owned = die SKU { $sku } gehört im Katalog zum Artikel { $owner }, hier zu { $item }
told-sku-confusable = die SKU { $sku } unterscheidet sich nur in Leerzeichen von einer des Artikels { $item } im Katalog: schreib beide gleich
told-sku-unknown = die SKU { $sku } ist nicht im Katalog
told-sku-unknown-stock = die SKU { $sku } ist nicht im Katalog; es wird nur Bestand geändert
told-item-unknown = der Artikel { $item } ist nicht im Katalog
told-barcode-owned = der Strichcode { $barcode } gehört im Katalog zur SKU { $holder }, hier zu { $sku }

## Bilder

told-picture-absent = das Bild { $name } ist genannt, kam aber nicht mit
told-picture-closed = das Bild { $name } lässt sich nicht lesen
told-picture-not-bare = was eine Kamera neben die Bildpunkte geschrieben hat, lässt sich nicht entfernen; speichere es als JPEG oder PNG
told-picture-refused = das Bild { $name } ist als Bild nicht lesbar: { $why }
told-picture-unreadable = das Bild { $name } ist als Bild nicht lesbar
told-pixels = { $width } × { $height } Pixel sind mehr als { $most } Millionen
told-picture-changed = Das Bild { $name } hat sich seit der Prüfung geändert; spiel die Lieferung neu ein.
told-picture-too-large = Das Bild { $name } hat mehr als { $most } MiB; schick ein kleineres.
told-pictures-too-large = Die Bilder mit Adresse haben zusammen mehr als { $most } GiB; teil die Lieferung auf.
told-picture-not-fetched = Das Bild { $name } wurde nicht geholt; lass seinen Server in HANGTAG_PICTURE_HOSTS zu, oder schick es in einem ZIP.
told-name-ambiguous = Der Name { $name } steht mehrmals im ZIP, etwa { $one } und { $other }; nenne auch den Ordner.
told-link-none = Die Adresse eines Bildes lässt sich nicht öffnen.
told-link-circles = Das Bild { $address } ließ sich nicht laden, der Link führt im Kreis.
told-link-status = Das Bild { $address } ließ sich nicht laden, der Server antwortet { $status }.
told-link-empty = Das Bild { $address } ist leer (0 Bytes).
told-link-http = Das Bild { $address } wurde nicht geholt: die Adresse muss mit https:// beginnen.
told-link-slow = Das Bild { $address } hat zum Laden zu lange gebraucht.
told-link-failed = Das Bild { $address } ließ sich nicht laden.
told-link-too-large = Das Bild { $address } ist größer als { $allowed } MB.
told-host-unknown = Der Server { $host } steht nicht in HANGTAG_PICTURE_HOSTS.
told-host-failed = Der Server { $host } hat { $times }-mal versagt und wurde nicht mehr gefragt.

## Die Liste zum Herunterladen

told-report-kind = Art
told-report-item = Artikel
told-report-file = Datei
told-report-row = Zeile
told-report-what = Was
told-report-before = vorher
told-report-after = nachher
told-report-refused = abgelehnt
told-report-note = Hinweis
told-report-new = neu
told-report-changed = geändert
told-report-retired = ausgemustert
told-report-deleted = gelöscht
told-report-unchanged = unverändert
told-report-missing = nicht genannt
told-report-lookalike = wohl doppelt
told-report-unnamed = in der Lieferung nicht genannt; bleibt, wie es ist
told-report-like = sieht aus wie { $other }
told-report-like-new = sieht aus wie { $other }, das auch neu in dieser Lieferung ist
