# Sätze aus Katalog und Bilderkennung, auf Deutsch. Das Englische steht im Code, wo sie entstehen.

## Fotos

photo-empty = Die Datei ist leer (0 Bytes): mach das Foto neu und schick es noch einmal.
photo-too-large = Das Foto hat { $megabytes } MB, erlaubt sind { $allowed } MB: schick es kleiner.
photo-size = Das Foto hat { $width } × { $height } Pixel, erlaubt sind { $allowed } Megapixel: schick es kleiner.
photo-pixels = Das Foto hat zu viele Pixel, erlaubt sind { $allowed } Megapixel: schick es kleiner.
photo-none = Diese Datei ist kein Bild: schick ein Foto als JPEG, PNG, WebP oder HEIC.
photo-damaged = Das Foto ist beschädigt oder abgeschnitten: mach es neu und schick es noch einmal.
photo-too-slow = Dieses Foto zu öffnen dauert zu lange: mach es neu oder schick es kleiner.
photo-harmful = Dieses Foto lässt sich nicht öffnen, es ist so beschädigt, dass das Programm daran scheitert: mach es neu.
photo-not-now = Gerade können keine Fotos geöffnet werden: schick dieses in einer Minute noch einmal.
photo-memory = Dieses Foto zu öffnen braucht mehr Speicher als erlaubt: schick es kleiner oder als JPEG.
photo-frames = Diese Datei hat { $count } Bilder, erlaubt sind { $allowed }: schick ein einzelnes Foto.
photo-not-kept = Das Foto konnte nicht behalten werden: seine Pixel lassen sich nicht schreiben.
outline-damaged = Der Umriss dieses Fotos ist beschädigt: schick das Foto noch einmal.
kept-photo-damaged = Das aufgehobene Foto ist beschädigt: schick es noch einmal.
picture-gone = Dieses Bild ist nicht mehr im Katalog.

## Artikel

which-item = Welche SKU, welcher Artikel oder Strichcode? Nenne, was auf dem Etikett steht.
no-item = Die SKU, den Artikel oder Strichcode { $asked } gibt es im Katalog nicht.
no-item-like = Die SKU, den Artikel oder Strichcode { $asked } gibt es im Katalog nicht; meinst du { $near }?
no-intake = Nummer { $number } wartet nicht mehr; schreib „intakes“, um zu sehen, welche warten.

## Arbeit am Bestand

no-sku = Die SKU { $sku } gibt es im Katalog nicht: sieh auf dem Etikett nach.
no-reservation = Es gibt keine Reservierung { $reservation }: schreib „Reservierungen“, um sie zu sehen.
no-work = Es gibt keine Arbeit am Bestand mit der Nummer { $work }.
no-pieces = Nenne eine Stückzahl, mindestens eins.
count-negative = Gezählt werden kann null oder mehr.
stock-changed = Der Bestand hat sich inzwischen geändert: schau noch einmal.
no-location = Den Ort { $name } gibt es nicht; es gibt { $names }.
no-location-yet = Den Ort { $name } gibt es nicht; es gibt noch gar keinen.
kept-elsewhere = { $sku } liegt nicht an { $place }; Orte: { $where }.
kept-nowhere = { $sku } liegt nicht an { $place } und auch sonst nirgends.
too-few-free = Von { $sku } an { $place } frei: nur { $free }.
less-than-nothing = Von { $sku } bliebe an { $place } weniger als nichts: es wurde nichts geändert.
reserved-more-than-left = Von { $sku } ist an { $place } mehr reserviert, als übrig bliebe: es wurde nichts geändert.
reservation-released = Die Reservierung { $reservation } ist schon freigegeben.
reservation-holds = Die Reservierung { $reservation } hält { $held } Stück, nicht { $wanted }.
reservation-begun = Von der Reservierung { $reservation } ist schon etwas freigegeben: gib den Rest frei.
same-place = { $location } ist Anfang und Ziel zugleich: nenne einen anderen Ort.
work-taken-back = Die Arbeit { $work } ist schon rückgängig gemacht; es wurde nichts noch einmal getan.

## Wo alles liegt

batch-busy = Gerade wird eine andere Lieferung gebucht; versuch es noch einmal, wenn sie fertig ist.
no-room = Auf dem Datenträger ist kein Platz mehr; schaff dort Platz, und versuch es noch einmal.
database-silent = Die Datenbank antwortet nicht; versuch es noch einmal, oder sieh in ihr Log.
database-refused = Die Datenbank hat die Lieferung als widersprüchlich abgelehnt; es wurde nichts geändert.
home-closed = In den Ordner der Datenbank lässt sich nicht schreiben.
index-silent = Der Index antwortet nicht; versuch es noch einmal, oder sieh in sein Log.
index-held = Ein anderes Programm öffnet gerade den Index und hört nicht auf; beende es, oder versuch es noch einmal.
index-incomplete = Der Index für das Modell { $model } ist noch nicht vollständig; warte auf hangtag audit --repair, oder führ es aus.
index-other-model = Der Index stammt vom Modell { $made_by }, nicht von { $model }; führ hangtag audit --repair aus, um ihn neu zu bauen.
pictures-silent = Der Bilderspeicher antwortet nicht; prüf seinen Ordner oder seine URL.
unfindable = Bilder, die auch im neu gebauten Index nicht gefunden werden: { $count }; sieh ins Log.
files-gone = Bilddateien fehlen ({ $items }); spiel diese Artikel mit ihren Bildern neu ein.
items = { $items }
items-more = { $items } und { $more } weitere
photo-kind = Das ist eine { $kind }-Datei, die ich nicht öffnen kann: schick ein Foto als JPEG, PNG, WebP, HEIC oder AVIF.
photo-video = Das ist ein Video ({ $kind }): schick stattdessen ein Foto.
