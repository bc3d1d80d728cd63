# Was der Bot sagt, auf Deutsch.

## Was ein Foto zeigt

verdict-in-catalogue = Sehr wahrscheinlich das hier · { $percent } %
verdict-unsure = Nicht sicher, vielleicht das hier · { $percent } %
verdict-unsure-hint = Vergleiche es mit dem Bild oder schick ein anderes Foto: das ganze Teil, flach hingelegt, bei gutem Licht.
verdict-not-in-catalogue = Nicht in unserem Katalog
verdict-not-in-catalogue-hint = Was ihm am ähnlichsten sieht, ist ein anderes Teil, soweit ich das sehe.
verdict-empty-catalogue = Der Katalog ist leer, es gibt also nichts zum Vergleichen.

cut-out =
    { $how ->
        [tiramisu] Vom neuronalen Netz freigestellt
        [tiramisu-grabcut] Vom neuronalen Netz freigestellt, Umriss mit GrabCut nachgezogen
        [grabcut] Mit GrabCut freigestellt, da das neuronale Netz unsicher war
        [hand] Von Hand freigestellt
       *[whole-photo] Mit dem ganzen Foto verglichen, da sich kein Kleidungsstück freistellen ließ
    }
cut-out-sure = { $how } · zu { $percent } % sicher

look-alikes = Ähnliche
look-alikes-show = Ähnliche ({ $count })
alike = zu { $percent } % gleich
photo-number = Foto { $number } von { $count }
photos-title =
    { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }

## Bestand

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
stock-no-variants = Zu diesem Artikel sind weder Größen noch Bestand bekannt.
stock-barcode = Strichcode { $barcode }
stock-refresh = ↻ Aktualisieren
stock-refreshed = Aktualisiert: { $when }
stock-gone = { $number } ist nicht mehr im Katalog.
stock-slow = Das Nachsehen hat zu lange gedauert; versuch es noch einmal.
show-stock = Bestand zeigen

picture-of = Katalogbild von { $title }

## Hilfe

help-title = Was ich kann
help-photo-title = Schick ein Foto von einem Kleidungsstück
help-photo = Ich antworte mit SKU, Größen und wie viele wo liegen. Mehrere Fotos auf einmal gehen auch.
help-stock-title = Schreib „stock“ und eine SKU
help-stock = Zum Beispiel: stock { $example }. Ein Strichcode oder eine Artikelnummer geht auch.
help-help-title = Schreib „Hilfe“
help-help = Um das hier noch einmal zu sehen.
help-tips-show = Fototipps
help-tip-flat = Leg das Teil flach hin oder häng es auf, Vorderseite zu dir.
help-tip-whole = Nimm es ganz ins Bild, und nur ein Teil.
help-tip-light = Mach Licht an; vermeide harte Schatten und Blitz.
help-mention = In einer Gruppe erwähne mich: @Hangtag.
welcome-title = Hallo, ich bin Hangtag
welcome = Schick mir ein Foto von einem Kleidungsstück, und ich sage dir SKU und Bestand.
help-show = Hilfe

nothing-came = Es kam kein Foto an. Wenn du es aus der Galerie gewählt hast, nimm es hier mit der Kamera auf oder häng es als Datei an.
stock-which = Welche SKU? Schreib zum Beispiel: stock { $example }.
not-understood = Das habe ich nicht verstanden. Schick ein Foto von einem Kleidungsstück, oder schreib „stock“ und eine SKU, oder „Hilfe“.
button-outdated = Dieser Knopf geht nicht mehr; schick das Foto noch einmal, oder schreib „Hilfe“.
button-refused = Dieser Knopf geht hier nicht: Er wurde für jemand anderen oder einen anderen Chat gemacht oder ist älter als eine Woche. Frag noch einmal, oder schreib „Hilfe“.
too-many-photos = Ich habe die ersten { $count } Fotos angesehen; schick die anderen in einer weiteren Nachricht.
photo-fault = Foto { $number } von { $count }: { $fault }
busy = Es warten zu viele Fotos; schick es in einer Minute noch einmal.
apology = Entschuldigung, bei mir ist etwas schiefgegangen. Versuch es noch einmal; wenn es wieder passiert, nenne deinem Administrator diese Nummer: { $reference }.

number = { $count }
none = nichts
row = Zeile { $row }
and-more = und { $count } weitere

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
