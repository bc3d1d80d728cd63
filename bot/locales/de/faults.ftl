# Faults of photos, items, stock orders and storage, in German. The English is in catalogue/messages/en.ftl and in vision's errors.

## Photos

photo-empty = Die Datei ist leer (0 Bytes). Mach das Foto neu, und schick es noch einmal.
photo-too-large = Das Foto hat { $megabytes } MB, erlaubt sind { $allowed } MB. Schick es kleiner.
photo-size = Das Foto hat { $width } × { $height } Pixel, erlaubt sind { $allowed } Megapixel. Schick es kleiner.
photo-pixels = Das Foto hat zu viele Pixel, erlaubt sind { $allowed } Megapixel. Schick es kleiner.
photo-none = Diese Datei ist kein Bild. Schick ein Foto als JPEG, PNG, WebP oder HEIC.
photo-damaged = Das Foto ist beschädigt oder unvollständig. Mach es neu, und schick es noch einmal.
photo-too-slow = Dieses Foto braucht zu lange zum Öffnen. Mach es neu, oder schick es kleiner.
photo-harmful = Dieses Foto ist beschädigt und lässt sich nicht öffnen. Mach es neu.
photo-not-now = Gerade lassen sich keine Fotos öffnen. Schick dieses in einer Minute noch einmal.
photo-memory = Dieses Foto braucht mehr Speicher als erlaubt. Schick es kleiner oder als JPEG.
photo-frames = Diese Datei hat { $count } Bilder, erlaubt sind { $allowed }. Schick ein einzelnes Foto.
photo-not-kept = Das Foto konnte nicht gespeichert werden.
outline-damaged = Der Umriss dieses Fotos ist beschädigt. Schick das Foto noch einmal.
kept-photo-damaged = Das gespeicherte Foto ist beschädigt. Schick es noch einmal.
picture-gone = Dieses Bild ist nicht mehr im Katalog.

## Items

which-item = Welche SKU, welcher Artikel oder Barcode? Schreib, was auf dem Etikett steht.
no-item = Im Katalog gibt es keine SKU, keinen Artikel und keinen Barcode { $asked }.
no-item-like = Im Katalog gibt es keine SKU, keinen Artikel und keinen Barcode { $asked }. Meintest du { $near }?
no-intake = Nummer { $number } wartet nicht mehr. Schreib „intakes“, um zu sehen, welche warten.

## Stock orders

no-sku = Die SKU { $sku } gibt es im Katalog nicht. Sieh auf dem Etikett nach.
no-reservation = Es gibt keine Reservierung { $reservation }. Schreib „Reservierungen“, um alle zu sehen.
no-work = Es gibt keine Bestandsänderung { $work }.
no-pieces = Nenn eine Stückzahl ab eins.
count-negative = Eine Zählung ist null oder mehr.
stock-changed = Der Bestand hat sich inzwischen geändert. Sieh noch einmal nach.
no-location = Den Ort { $name } gibt es nicht. Es gibt { $names }.
no-location-yet = Den Ort { $name } gibt es nicht. Es gibt noch keine Orte.
kept-elsewhere = { $sku } liegt nicht an { $place }, sondern hier: { $where }.
kept-nowhere = { $sku } liegt nicht an { $place } und auch sonst nirgends.
too-few-free = Von { $sku } sind an { $place } nur { $free } frei.
reserved-for-others = Von { $sku } liegen { $on_hand } an { $place }, davon sind { $reserved } reserviert: { $free } können ausgebucht werden. Gib zuerst eine Reservierung frei.
too-many-pieces = An { $place } können nicht mehr als { $most } { $sku } liegen. Prüf die Zahl.
stock-take-over = Diese Inventur ist vorbei. Starte eine neue.
place-code-wrong = { $code } kann kein Code sein: nimm bis zu 32 Buchstaben und Ziffern, dazwischen - . / oder +.
place-code-taken = { $code } ist schon der Ort { $location }. Nimm einen anderen Code.
less-than-nothing = So viele { $sku } liegen nicht an { $place }. Es wurde nichts geändert.
reserved-more-than-left = Von { $sku } sind an { $place } mehr reserviert, als übrig bleiben würden. Es wurde nichts geändert.
reservation-released = Die Reservierung { $reservation } wurde schon freigegeben.
reservation-holds = Die Reservierung { $reservation } umfasst { $held } Stück, nicht { $wanted }.
reservation-begun = Ein Teil der Reservierung { $reservation } wurde schon freigegeben. Gib den Rest frei.
same-place = { $location } ist Start und Ziel zugleich. Nenn einen anderen Ort.
work-taken-back = Die Bestandsänderung { $work } wurde schon rückgängig gemacht. Es wurde nichts weiter geändert.
order-repeated = Dieser Auftrag wurde schon ausgeführt, als Bestandsänderung { $work }. Es wurde nichts weiter geändert.

## Storage

batch-busy = Gerade wird ein anderer Import übernommen. Versuch es danach noch einmal.
no-room = Der Datenträger ist voll. Schaff Platz, und versuch es noch einmal.
database-silent = Die Datenbank antwortet nicht. Versuch es noch einmal, oder sieh in ihr Log.
database-refused = Die Datenbank hat den Import als widersprüchlich abgelehnt. Es wurde nichts geändert.
home-closed = In den Ordner der Datenbank lässt sich nicht schreiben.
index-silent = Der Index antwortet nicht. Versuch es noch einmal, oder sieh in sein Log.
index-held = Ein anderer Prozess blockiert den Index. Beende ihn, oder versuch es noch einmal.
index-incomplete = Der Index für das Modell { $model } ist noch nicht vollständig. Warte auf hangtag audit --repair, oder führ es aus.
index-other-model = Der Index stammt vom Modell { $made_by }, nicht von { $model }. Führ hangtag audit --repair aus, um ihn neu aufzubauen.
pictures-silent = Der Bilderspeicher antwortet nicht. Prüf seinen Ordner oder seine URL.
unfindable = Bilder, die auch im neu aufgebauten Index fehlen: { $count }. Sieh ins Log.
files-gone = Bilddateien fehlen ({ $items }). Importier diese Artikel mit ihren Bildern neu.
items = { $items }
items-more = { $items } und { $more } weitere
photo-kind = Das ist eine { $kind }-Datei, die ich nicht öffnen kann: schick ein Foto als JPEG, PNG, WebP, HEIC oder AVIF.
photo-video = Das ist ein Video ({ $kind }): schick stattdessen ein Foto.
