# Figures, the sentences that say them, and queries said back, in German.

## One figure

figure-on-hand = { $count } auf Lager
figure-free = { $count } frei
figure-reserved = { $count } reserviert
figure-items =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
figure-sizes =
    { $count ->
        [one] { $count } Größe
       *[other] { $count } Größen
    }
figure-places =
    { $count ->
        [one] { $count } Ort
       *[other] { $count } Orte
    }
figure-colours =
    { $count ->
        [one] { $count } Farbe
       *[other] { $count } Farben
    }
figure-arrived = +{ $count }
figure-moved = { $count } umgelagert
figure-needed = { $count } gebraucht
figure-difference = Unterschied: { $count }
figure-share = { $percent } %
figure-price = { $price }
figure-counted = zuletzt gezählt: { $when }
figure-oldest = die älteste Zählung ist von { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = reicht
figure-not-enough = reicht nicht
figure-never-counted = nie gezählt
figure-no-such-size = diese Größe gibt es nicht
figure-no-such-colour = diese Farbe gibt es nicht
figure-no-such-place = diesen Ort gibt es nicht
figure-no-such-item = solche Artikel gibt es nicht
figure-not-held = liegt dort nicht
figure-no-price = kein Preis im Katalog
figure-not-recorded = kam mit { $source }, Stückzahl nicht erfasst
figure-no-colour = keine Farbe erfasst

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Nichts passt
answer-sku = SKU: { $sku }
answer-none-of-it = Das gibt es im Katalog nicht
answer-of-kind = { $count } im Katalog: { $kind }.
answer-uncounted =
    { $count ->
        [one] { $count } weiterer Eintrag wurde nie gezählt.
       *[other] { $count } weitere Einträge wurden nie gezählt.
    }
answer-line = { $name }: { $text }
answer-not-held = { $place }: liegt dort nicht
answer-held-at = Lagerorte: { $places }.
answer-no-such-size = Größe { $size } gibt es davon nicht
answer-no-such-colour = In der Farbe { $colour } gibt es das nicht
answer-comes-in = Vorhandene Farben: { $colours }.
answer-does-not-fit = { $name } passt nicht zum Rest der Frage.
answer-sizes = Vorhandene Größen: { $sizes }.
answer-close-colours = Nicht dabei, aber ähnlich: { $colours }.
answer-unknown-size = Kein Artikel hat die Größe { $size }.
answer-unknown-place = Den Ort { $place } gibt es nicht.
answer-found-none = Nichts im Katalog passt zu „{ $words }“
answer-found-some = Kein Artikel hat alles von „{ $words }“. Diese haben das meiste davon.

answer-enough = Ja: { $count } frei, gebraucht werden { $needed }
answer-too-few = Nein: { $count } frei, gebraucht werden { $needed }
answer-enough-not = Nein: { $why }
answer-enough-unknown = Ob { $needed } frei sind, weiß ich nicht: nie gezählt
answer-enough-each = Ja: jeweils sind { $needed } frei
answer-enough-none = Nein: nirgends sind { $needed } frei
answer-enough-some = Nein: nur bei { $yes } von { $count } sind { $needed } frei
answer-items-enough = Ja: { $figure }, gebraucht werden { $needed }
answer-items-too-few = Nein: { $figure }, gebraucht werden { $needed }

answer-has-more = Mehr: { $name }, um { $difference } ({ $most } gegen { $least })
answer-has-less = Weniger: { $name }, um { $difference } ({ $least } gegen { $most })
answer-has-most = Am meisten: { $name }, { $figure }
answer-has-least = Am wenigsten: { $name }, { $figure }
answer-spread = Am meisten: { $name }. Am wenigsten: { $other }. Unterschied: { $difference } ({ $most } gegen { $least })
answer-same = Alle { $count } sind gleich: { $figure }
answer-is-dearer = { $name } kostet { $difference } mehr: { $most } gegen { $least }
answer-is-cheaper = { $name } kostet { $difference } weniger: { $least } gegen { $most }
answer-share = { $share }: { $part } von { $whole }
answer-shares = Anteile an { $whole }
answer-share-of-nothing = Es gibt nichts, wovon ein Anteil zu nennen wäre: insgesamt 0

answer-first =
    { $ranking ->
        [most] Am meisten: { $name }, { $figure }
        [least] Am wenigsten: { $name }, { $figure }
        [cheapest] Am billigsten: { $name }, { $figure }
        [dearest] Am teuersten: { $name }, { $figure }
        [newest] Zuletzt: { $name }, { $figure }
       *[oldest] Am längsten her: { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] Die { $count } mit den meisten, zuerst { $name }, { $figure }
        [least] Die { $count } mit den wenigsten, zuerst { $name }, { $figure }
        [cheapest] Die { $count } billigsten, zuerst { $name }, { $figure }
        [dearest] Die { $count } teuersten, zuerst { $name }, { $figure }
        [newest] Die { $count } jüngsten, zuerst { $name }, { $figure }
       *[oldest] Die { $count } ältesten, zuerst { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] { $count } sind gleich und haben am meisten: je { $figure }
        [least] { $count } sind gleich und haben am wenigsten: je { $figure }
        [cheapest] { $count } sind gleich billig: je { $figure }
        [dearest] { $count } sind gleich teuer: je { $figure }
        [newest] { $count } sind zugleich die jüngsten: { $figure }
       *[oldest] { $count } sind zugleich die ältesten: { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Ja: { $said }
       *[no] Nein: { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = Mindestens { $figure }
answer-for-pieces = Preise für je { $quantity } Stück.
rank-of =
    { $ranking ->
        [most] Nr. { $rank } mit den meisten
        [least] Nr. { $rank } mit den wenigsten
        [cheapest] Nr. { $rank } der billigsten
        [dearest] Nr. { $rank } der teuersten
        [newest] Nr. { $rank } der jüngsten
       *[oldest] Nr. { $rank } der ältesten
    }
answer-at-rank = { $place }: { $name }, { $figure }
answer-tied-at-rank = { $place }: { $count } sind gleich, je { $figure }
answer-rank-beyond = Es gibt nur { $count } in dieser Reihe
answer-first-in-each =
    { $ranking ->
        [cheapest] Das Billigste in jeder Währung
       *[dearest] Das Teuerste in jeder Währung
    }

answer-price-none = Im Katalog steht kein Preis
answer-no-prices = Im Katalog stehen keine Preise
answer-unpriced =
    { $count ->
        [one] { $count } weiterer Artikel hat keinen Preis.
       *[other] { $count } weitere Artikel haben keinen Preis.
    }
answer-currencies = Die Preise sind in { $currencies }. Währungen vergleiche ich nicht.
answer-price-of-item = Ein Preis gilt für den ganzen Artikel: in jeder Größe und an jedem Ort derselbe.
answer-nothing-arrived = Kein Eingang ist verzeichnet
answer-nothing-moved = Nichts wurde umgelagert
answer-unrecorded =
    { $count ->
        [one] Bei { $count } Artikel sagt der Import nicht, wie viele Stück kamen.
       *[other] Bei { $count } Artikeln sagt der Import nicht, wie viele Stück kamen.
    }
answer-no-reservations = Keine Reservierungen
answer-reserved-elsewhere = { $count } reserviert, von einem anderen System. Für wen, weiß nur dieses

## What cannot be answered

answer-cannot-compare = Das kann ich nicht vergleichen. Nenne zwei Größen, zwei Orte, zwei Farben oder zwei Artikel.
answer-not-comparable = Das kann ich nicht vergleichen: Eine Zahl fehlt
answer-cannot-rank = Danach kann ich nicht ordnen.
answer-one-thing = Davon beantworte ich nur eins auf einmal: ob es reicht, wo mehr ist oder was zuerst kommt.
answer-too-much = Alles auf einmal kann ich nicht beantworten. Lass einen Teil davon weg.
answer-no-past = Ich kenne nur den jetzigen Bestand, nicht den eines anderen Tages.
answer-only-reserved-for = Nur Reservierungen sind für eine Person. Frag, was für sie reserviert ist.

## Queries said back

asked =
    { $measure ->
        [free] Freie Stücke: { $what }
        [reserved] Reservierte Stücke: { $what }
        [price] Preis: { $what }
        [worth] Wert des Bestands: { $what }
        [items] Zahl der Artikel: { $what }
        [details] Einzelheiten: { $what }
        [counted] Letzte Zählung: { $what }
        [arrived] Wareneingang: { $what }
        [moved] Umlagerungen: { $what }
        [reservations] Reservierungen: { $what }
       *[on_hand] Bestand: { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = alle Artikel
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
asked-kind =
    { $kind ->
        [t-shirt] T-Shirts
        [shirt] Hemden und Blusen
        [longsleeve] Langarmshirts
        [jumper] Pullover
        [hoodie] Hoodies
        [cardigan] Strickjacken
        [dress] Kleider
        [jumpsuit] Overalls
        [trousers] Hosen
        [jeans] Jeans
        [shorts] Shorts
        [skirt] Röcke
        [jacket] Jacken
        [coat] Mäntel
        [hat] Hüte und Mützen
        [cap] Caps
        [beanie] Strickmützen
        [shoe] Schuhe
        [sneaker] Sneaker
        [boot] Stiefel
        [sandal] Sandalen
        [bag] Taschen
        [upper] Oberteile
        [outer] Jacken und Mäntel
        [full-body] Kleider und Overalls
        [lower] Hosen und Röcke
        [footwear] Schuhe
        [headwear] Kopfbedeckungen
        [scarf] Schals
        [glove] Handschuhe
        [sock] Socken
        [belt] Gürtel
        [tie] Krawatten
        [swimwear] Bademode
        [underwear] Unterwäsche
        [tights] Strumpfhosen
        [nightwear] Nachtwäsche
        [sunglasses] Sonnenbrillen
        [wallet] Geldbörsen
        [umbrella] Regenschirme
       *[other] { $kind }
    }
asked-title = „{ $words }“ im Titel
asked-search = gefunden mit „{ $words }“
asked-without = ohne { $names }
asked-choice =
    { $kind ->
        [colour] in { $names }
        [brand] von { $names }
        [size] in { $names }
        [place] Ort { $names }
       *[person] für { $names }
    }
asked-except =
    { $kind ->
        [colour] nicht in { $names }
        [brand] nicht von { $names }
        [size] nicht in { $names }
        [place] außer { $names }
       *[person] nicht für { $names }
    }
asked-state =
    { $state ->
        [low] knapp
        [out] ausverkauft
       *[in] vorrätig
    }
asked-between =
    { $kind ->
        [pieces] { $least } bis { $most } Stück
       *[prices] Preis { $least } bis { $most }
    }
asked-least =
    { $kind ->
        [pieces] mindestens { $least } Stück
       *[prices] Preis ab { $least }
    }
asked-most =
    { $kind ->
        [pieces] höchstens { $most } Stück
       *[prices] Preis bis { $most }
    }
asked-on = am { $day }
asked-span = von { $since } bis { $until }
asked-since = seit { $since }
asked-before = bis { $until }
asked-needed = { $asked }, genug für { $needed }?
asked-compared =
    { $comparison ->
        [more] { $asked }: wo ist mehr?
        [less] { $asked }: wo ist weniger?
        [difference] { $asked }: der Unterschied
       *[share] { $asked }: der Anteil
    }
asked-ranked =
    { $ranking ->
        [most] { $asked }: die meisten, { $limit }
        [least] { $asked }: die wenigsten, { $limit }
        [cheapest] { $asked }: die billigsten, { $limit }
        [dearest] { $asked }: die teuersten, { $limit }
        [newest] { $asked }: die jüngsten, { $limit }
       *[oldest] { $asked }: die ältesten, { $limit }
    }
asked-claim = { $asked } (ja oder nein)
asked-pieces = { $asked }, für { $quantity } Stück
asked-at-rank = { $asked }: { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, nach Größe
        [place] { $asked }, nach Ort
        [item] { $asked }, nach Artikel
       *[colour] { $asked }, nach Farbe
    }
asked-total = { $asked }, zusammen
asked-order =
    { $verb ->
        [reserve] Reservieren: { $what }
        [release] Freigeben: { $what }
        [move] Umlagern: { $what }
        [count] Zählen: { $what }
        [receive] Einlagern: { $what }
        [issue] Ausgeben: { $what }
       *[undo] Rückgängig machen: { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } Stück
       *[other] { $count } Stück
    }
asked-reservation = Reservierung { $reservation }
asked-at = Ort { $place }
asked-from = von { $place }
asked-to = nach { $place }
asked-for = für { $person }
asked-until = bis { $day }
asked-reason = Grund: { $reason }
