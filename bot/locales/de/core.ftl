# The bot's main messages, in German.

## Results of a photo

verdict-in-catalogue = Sehr wahrscheinlich das hier · { $percent } %
compare-colour = Ähnliche Farbtöne sehen auf einem Foto gleich aus: Vergleiche die Farbe.
verdict-one-of = { $count ->
    [2] Eins von diesen beiden
   *[other] Eins von diesen { $count }
  }
verdict-one-of-hint = Auf einem Foto ist das nicht von { $names } zu unterscheiden. Scanne das Etikett, oder wähl eins aus.
verdict-one-of-more = { $names } und { $more } weiteren
verdict-unsure = Nicht sicher, vielleicht das hier · { $percent } %
verdict-unsure-hint = Vergleiche es mit dem Bild, auch die Farbe, oder schick ein anderes Foto: das ganze Teil, flach hingelegt, bei gutem Licht.
verdict-not-in-catalogue = Nicht in unserem Katalog
verdict-not-in-catalogue-hint = Der ähnlichste Artikel ist wohl ein anderes Kleidungsstück.
verdict-empty-catalogue = Der Katalog ist leer. Es gibt nichts zum Vergleichen.

cut-out =
    { $how ->
        [tiramisu] Vom neuronalen Netz freigestellt
        [tiramisu-grabcut] Vom neuronalen Netz freigestellt, Umriss mit GrabCut verfeinert
        [grabcut] Mit GrabCut freigestellt, weil das neuronale Netz unsicher war
        [hand] Von Hand freigestellt
       *[whole-photo] Das ganze Foto wurde verglichen, weil sich kein Kleidungsstück freistellen ließ
    }
cut-out-sure = { $how } · zu { $percent } % sicher

look-alikes = Ähnliche Artikel
look-alikes-show = Ähnliche ({ $count })
alike = { $percent } % ähnlich
photo-number = Foto { $number } von { $count }
photos-title =
    { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }

## Stock

size-one = Einheitsgröße
stock-in = { $count } auf Lager
stock-low = nur noch { $count }
stock-reserved-all = { $count }, alle reserviert
stock-none = nichts mehr da
stock-unknown = nicht gezählt
stock-location = { $location }: { $count }
stock-location-reserved = { $location }: { $count } ({ $reserved } reserviert)
stock-as-of = Stand { $when }
stock-more-locations =
    { $count ->
        [one] und { $count } weiterer Ort
       *[other] und { $count } weitere Orte
    }
stock-more-sizes =
    { $count ->
        [one] und { $count } weitere Größe
       *[other] und { $count } weitere Größen
    }
stock-no-variants = Zu diesem Artikel sind weder Größen noch Bestand hinterlegt.
stock-barcode = Barcode { $barcode }
stock-refresh = ↻ Aktualisieren
stock-refreshed = Aktualisiert: { $when }
stock-gone = { $number } ist nicht mehr im Katalog.
stock-slow = Die Abfrage hat zu lange gedauert. Versuch es noch einmal.
show-stock = Bestand anzeigen

picture-of = Katalogbild von { $title }

## Help

help-title = Was ich kann
help-photo-title = Schick ein Foto eines Kleidungsstücks
help-photo = Ich finde die SKU, die Größen und wie viele an welchem Ort liegen. Du kannst auch mehrere Fotos auf einmal schicken.
help-stock-title = Schreib „stock“ und eine SKU
help-stock = Zum Beispiel: stock { $example }. Ein Barcode oder eine Artikelnummer geht auch.
help-ask-title = Frag in deinen eigenen Worten
help-ask = Zum Beispiel: „wie viele in M oder L?“, „gibt es das in Berlin?“, „reichen 5?“
help-floor-title = Für die Arbeit im Lager
help-floor = Schreib „Inventur HALLE A“, um einen Ort zu zählen, „kommissionieren SKU“, um zu prüfen, was du entnimmst, oder „beobachte SKU unter 5“, um zu hören, wenn es knapp wird.
help-help-title = Schreib „Hilfe“
help-help = Um das hier noch einmal zu sehen.
help-tips-show = Fototipps
help-tip-flat = Leg das Teil flach hin oder häng es auf, mit der Vorderseite zu dir.
help-tip-whole = Fotografiere das ganze Teil, und immer nur eins.
help-tip-light = Mach das Licht an. Vermeide harte Schatten und Blitz.
help-mention = Erwähne mich in einer Gruppe: @Hangtag.
welcome-title = Hallo, ich bin Hangtag
welcome = Schick mir ein Foto eines Kleidungsstücks, und ich finde SKU und Bestand.
help-show = Hilfe

nothing-came = Es ist kein Foto angekommen. Wenn du es aus der Galerie gewählt hast, nimm es hier mit der Kamera auf, oder häng es als Datei an.
stock-which = Welche SKU? Schreib zum Beispiel: stock { $example }.
not-understood = Das habe ich nicht verstanden. Schick ein Foto eines Kleidungsstücks, oder schreib „stock“ und eine SKU, oder „Hilfe“.
button-outdated = Diese Schaltfläche funktioniert nicht mehr. Schick das Foto noch einmal, oder schreib „Hilfe“.
button-refused = Diese Schaltfläche funktioniert hier nicht. Sie ist für eine andere Person oder einen anderen Chat, oder sie ist über eine Woche alt. Frag noch einmal, oder schreib „Hilfe“.
too-many-photos = Ich habe die ersten { $count } Fotos geprüft. Schick die anderen in einer weiteren Nachricht.
photo-fault = Foto { $number } von { $count }: { $fault }
busy = Es warten zu viele Fotos. Schick deins in einer Minute noch einmal.
apology = Entschuldigung, da ist etwas schiefgegangen. Versuch es noch einmal. Wenn es wieder passiert, nenn deinem Administrator diese Nummer: { $reference }.

number = { $count }
none = leer
row = Zeile { $row }
and-more = und { $count } weitere

verdict-no-garment = Ich sehe auf diesem Foto kein Kleidungsstück
verdict-no-garment-hint = Schick ein anderes Foto: das ganze Teil, flach hingelegt oder aufgehängt, bei gutem Licht. Ist doch eins darauf, zeig es mir mit „Umriss ändern“.

## Wenn etwas nicht mitgekommen ist

nothing-came-group = Es kam kein Foto an. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
lost-file = In einem Kanal oder Gruppenchat kann ich keine Dateien öffnen. Füg das Foto als Bild in deine Nachricht ein, oder schick mir die Datei in unserem persönlichen Chat.
lost-file-personal = Diese Datei kann ich nicht öffnen. Lade sie von deinem Gerät hoch, oder füg das Foto in deine Nachricht ein.
lost-forward = Das weitergeleitete Bild ist nicht mitgekommen. Speichere es, und schick es mir als Foto.
lost-gif = Mit einem GIF oder Sticker kann ich nichts anfangen. Schick mir ein Foto eines Kleidungsstücks, oder tippe „Hilfe“.
lost-loop = Loop-Komponenten kann ich nicht lesen. Schreib deine Frage als normale Nachricht.
lost-card = Eine geteilte Karte kann ich nicht lesen. Schick mir ein Foto des Kleidungsstücks, oder tippe seine SKU.
lost-voice = Aufnahmen und Videos kann ich nicht auswerten. Schreib deine Frage, oder schick ein Foto.
lost-emoji = Danke! Schick mir ein Foto eines Kleidungsstücks, oder tippe „Hilfe“.

## Worte neben einem Foto

caption-unsure = Ich bin nicht sicher, welches Kleidungsstück das ist. Falls es { $title } ist:
caption-no-item = Die Worte „{ $text }“ habe ich nicht verwendet, weil ich nicht weiß, um welches Kleidungsstück es geht. Frag noch einmal mit der SKU.
caption-not-understood = Ich habe nur das Foto angesehen. „{ $text }“ habe ich nicht verstanden.
caption-file = Die Worte „{ $text }“ neben der Datei habe ich nicht verwendet.
