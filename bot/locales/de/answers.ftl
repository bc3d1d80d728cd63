# Was auf Fragen geantwortet wird, auf Deutsch.

answer-you-are-welcome = Gern. Schick das nächste Foto, oder frag.
answer-which-item = Welcher Artikel? Schick ein Foto davon, oder frag mit SKU oder Namen, zum Beispiel: { $example }.
answer-not-understood = Das habe ich nicht verstanden. Meintest du eines davon?
answer-no-colour = In { $colour } gibt es das nicht. Das gibt es:
answer-no-size = Größe { $size } gibt es davon nicht. Das sind die Größen:
answer-nowhere = nirgends
answer-nowhere-so = an keinem Ort so viele
answer-size = Größe { $size }
answer-together = Zusammen: { $amount }
answer-list =
    { $count ->
        [0] Nichts passt dazu
        [one] { $count } passt
       *[other] { $count } passen
    }
answer-list-low =
    { $count ->
        [0] Nichts ist knapp
        [one] { $count } Größe ist knapp
       *[other] { $count } Größen sind knapp
    }
answer-list-out =
    { $count ->
        [0] Nichts ist ausverkauft
        [one] { $count } Größe ist ausverkauft
       *[other] { $count } Größen sind ausverkauft
    }
answer-arrivals =
    { $count ->
        [0] Nichts ist reingekommen
        [one] { $count } Artikel ist reingekommen
       *[other] { $count } Artikel sind reingekommen
    }
answer-arrived = +{ $count }
answer-arrived-with = mit { $source }
answer-found =
    { $count ->
        [0] So etwas ist nicht im Katalog
       *[other] { $count } Artikel
    }
answer-colours =
    { $count ->
        [0] Keine Farbe ist bekannt
        [one] { $count } Farbe
       *[other] { $count } Farben
    }
answer-no-price = kein Preis im Katalog
answer-gone = Dieser Artikel ist nicht mehr im Katalog.
answer-reserved = { $count } reserviert
answer-free = { $count } frei

reading-stock = Wie viele: { $item }?
reading-where = Wo ist { $item }?
reading-sizes = Größen: { $item }
reading-colours = Farben: { $item }
reading-price = Preis: { $item }
reading-details = Zeig { $item }
reading-list = Liste: { $what }
reading-list-low = Was ist knapp: { $what }
reading-list-out = Was ist ausverkauft: { $what }
reading-arrivals = Was ist reingekommen
reading-find = Suche nach { $what }

language-set = Ich antworte ab jetzt auf Deutsch. Schreib „Sprache“ und eine Sprache, um das zu ändern.
language-which = Welche Sprache? Ich spreche { $languages }.

work-which-size = Welche Größe von { $item }? Es gibt { $sizes }.
work-which-item = Von welchem Artikel? Schick erst sein Foto, oder schreib seine SKU.
work-which-reservation = Welche Reservierung? Schreib „Reservierungen“ und gib dann die Nummer frei, die dabei steht.
work-which-person = Für wen? Schreib zum Beispiel: reserviere 2 von { $example } für Anna.
work-one-at-a-time = Ein Artikel nach dem anderen: sag welcher, oder nenne seine SKU.
