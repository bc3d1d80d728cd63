# Answers to questions, in German.

answer-you-are-welcome = Gern. Schick das nächste Foto, oder frag etwas.
answer-which-item = Welcher Artikel? Schick ein Foto davon, oder frag mit SKU oder Namen, zum Beispiel: { $example }.
answer-not-understood = Das habe ich nicht verstanden. Meintest du eins davon?
asked-one-at-a-time = Beides auf einmal geht nicht. Schick es nacheinander.
unknown-place = Den Ort „{ $word }“ kenne ich nicht. Orte: { $names }.
unknown-size = Die Größe „{ $word }“ kenne ich nicht. Größen: { $names }.
unknown-colour = Die Farbe „{ $word }“ kenne ich nicht. Farben: { $names }.
unknown-person = „{ $word }“ kenne ich nicht.
unknown-word = Ich weiß nicht, was „{ $word }“ ist. Nenne den Artikel, oder schreib seine SKU.
answer-no-colour = In { $colour } gibt es das nicht. Das gibt es:
answer-no-size = In Größe { $size } gibt es das nicht. Das gibt es:
answer-nowhere = an keinem Ort
answer-nowhere-so = an keinem Ort so viele
answer-size = Größe { $size }
answer-together = Gesamt: { $amount }
answer-list =
    { $count ->
        [0] Keine Treffer
       *[other] { $count } Treffer
    }
answer-list-low =
    { $count ->
        [0] Nichts wird knapp
        [one] { $count } Größe wird knapp
       *[other] { $count } Größen werden knapp
    }
answer-list-out =
    { $count ->
        [0] Nichts ist ausverkauft
        [one] { $count } Größe ist ausverkauft
       *[other] { $count } Größen sind ausverkauft
    }
answer-arrivals =
    { $count ->
        [0] Nichts ist eingetroffen
        [one] { $count } Artikel ist eingetroffen
       *[other] { $count } Artikel sind eingetroffen
    }
answer-arrived = +{ $count }
answer-arrived-with = über { $source }
answer-found =
    { $count ->
        [0] Keine passenden Artikel
       *[other] { $count } Artikel
    }
answer-colours =
    { $count ->
        [0] Keine Farben hinterlegt
        [one] { $count } Farbe
       *[other] { $count } Farben
    }
answer-no-price = kein Preis im Katalog
answer-gone = Dieser Artikel ist nicht mehr im Katalog.
answer-reserved = { $count } reserviert
answer-free = { $count } frei

language-set = Ich antworte ab jetzt auf Deutsch. Um das zu ändern, schreib „Sprache“ und eine Sprache.
language-which = Welche Sprache? Ich spreche { $languages }.

work-which-size = Welche Größe von { $item }? Es gibt { $sizes }.
work-which-item = Welcher Artikel? Schick erst ein Foto davon, oder schreib die SKU.
work-one-at-a-time = Ich kann immer nur einen Artikel ändern. Nenne ihn, oder schreib seine SKU.
