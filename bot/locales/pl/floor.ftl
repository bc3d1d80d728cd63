# Work on the floor, in Polish.

places-title = Miejsca i ich kody
places-hint = Żeby nadać miejscu kod, napisz na przykład: catalogue places A-01 = Hala A. Żeby go usunąć: catalogue places Hala A =. Kody QR do druku: catalogue places sheet.
places-no-codes = Żadne miejsce nie ma jeszcze kodu. Napisz na przykład: catalogue places A-01 = Hala A.
places-sheet = Kody QR miejsc do druku: { $count }
place-code-set = { $place } ma teraz kod { $code }.
place-code-gone = { $place } nie ma już kodu.
place-here = Jesteś w miejscu { $place }. „Tutaj” to przez { $count } godz. to miejsce.
place-unknown = Nie ma miejsca { $place }. Admin widzi wszystkie po wpisaniu „catalogue places”.

# Stock-takes

take-title = Inwentura: { $place }
take-started = Liczysz teraz: { $place }. Wysyłaj po kolei zdjęcia, kody kreskowe albo SKU. Liczba ustala ilość w ostatniej linii, „cofnij” ją usuwa, „gotowe” pokazuje różnice.
take-joined = { $name } już liczy: { $place }. Teraz liczycie razem.
take-which-place = Które miejsce? Napisz na przykład: inwentura hala A. Albo najpierw zrób zdjęcie kodu na regale.
take-one-shelf = To kilka miejsc. Licz po jednym: { $places }.
take-none = Nie liczysz teraz. Napisz „inwentura” i miejsce.
take-left = Nie liczysz już: { $place }. To, co policzone, zostaje; napisz „inwentura” i miejsce, żeby kontynuować.
take-cancelled = Inwentura ({ $place }) została anulowana. Nic nie zmieniono.
take-line = { $name }: { $count }
take-which-size = { $item }: jaki rozmiar? Nie liczy się ({ $count }), dopóki nie odpowiesz.
take-maybe = Jeszcze niepoliczone ({ $count }): to może być { $item }. Jeśli tak, wybierz rozmiar. Jeśli nie, napisz „cofnij”, a potem SKU.
take-compare = Jeszcze niepoliczone ({ $count }): to wygląda na { $item }. Jeśli tak, naciśnij „{ confirm-right }”. Jeśli nie, napisz „cofnij”, a potem SKU.
take-type-size = Inny rozmiar możesz wpisać.
take-amount-later = { $count } tego, co jest na poprzednim zdjęciu, gdy tylko będę wiedzieć, co to jest.
take-amount-kept = Nadal niepoliczone: nie wiem, co jest na ostatnim zdjęciu. Zachowuję { $count } na koniec.
take-gone = Ta linia została cofnięta.
take-undone = Cofnięte. { $name }: { $count }
take-undone-kept = Cofnięte: to, co nie było jeszcze policzone.
take-no-line = Nie masz jeszcze żadnej linii. Wyślij najpierw zdjęcie, kod kreskowy albo SKU.
take-amount-or-size = Nic nie ustawiono: { $number } to może być ilość albo rozmiar. Napisz x{ $number } dla ilości albo { $item } { $number } dla rozmiaru.
take-not-a-line = „{ $text }” to nie jest linia liczenia, więc to pomijam.
take-unknown = Niepoliczone: nie mam pewności, co to jest. Zachowuję zdjęcie na koniec. Jeśli znasz SKU, napisz „cofnij”, a potem SKU.
take-one-of = Niepoliczone: na zdjęciu nie da się odróżnić { $item } od: { $names }. Napisz „cofnij”, a potem sfotografuj metkę albo napisz SKU.
take-several = Niepoliczone: na zdjęciu jest kilka ubrań. Zachowuję je na koniec. Albo napisz „cofnij” i zrób zdjęcie każdemu osobno.
take-tag-doubt = Niepoliczone: na metce jest { $tag }, ale wygląda to na { $title }. Zachowuję zdjęcie na koniec. Jeśli metka jest właściwa, napisz „cofnij”, a potem SKU.
take-nothing = Niepoliczone: nie widzę ubrania ani znanego kodu kreskowego.
take-fault = Niepoliczone. { $fault }
take-same-place = Tak, liczysz: { $place }.
take-other-place = To kod miejsca { $other }, a liczysz: { $place }. Napisz „inwentura” i miejsce, żeby liczyć inne.
take-done = Gotowe
take-apply = Zastosuj
take-apply-rest = Zastosuj, reszta 0
take-moved = To, co oznaczono ⚠, było tu ruszane podczas liczenia. Sprawdź przed zastosowaniem.
take-supervisor = Może to zastosować supervisor: napisać „inwentura” i miejsce, potem „gotowe”.
take-total =
    { $count ->
        [one] { $count } sztuka, SKU: { $skus }
        [few] { $count } sztuki, SKU: { $skus }
       *[other] { $count } sztuk, SKU: { $skus }
    }
take-kept =
    { $count ->
        [one] { $count } linia nie jest jeszcze policzona
        [few] { $count } linie nie są jeszcze policzone
       *[other] { $count } linii nie jest jeszcze policzonych
    }
take-kept-end =
    { $count ->
        [one] { $count } linia niepoliczona: nieznany artykuł albo rozmiar.
        [few] { $count } linie niepoliczone: nieznane artykuły albo rozmiary.
       *[other] { $count } linii niepoliczonych: nieznane artykuły albo rozmiary.
    }
take-differences =
    { $count ->
        [one] { $place }: { $count } różnica
        [few] { $place }: { $count } różnice
       *[other] { $place }: { $count } różnic
    }
take-more = i jeszcze { $count }
take-equal =
    { $count ->
        [one] { $count } SKU się zgadza
        [few] { $count } SKU się zgadzają
       *[other] { $count } SKU się zgadza
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU powinno tu być i nie zostało policzone, sztuk: { $pieces }. „Zastosuj” tego nie zmienia.
        [few] { $count } SKU powinny tu być i nie zostały policzone, sztuk: { $pieces }. „Zastosuj” tego nie zmienia.
       *[other] { $count } SKU powinno tu być i nie zostało policzonych, sztuk: { $pieces }. „Zastosuj” tego nie zmienia.
    }
take-applied = { $place }: { $count } SKU ustawiono według liczenia
take-intakes =
    { $count ->
        [one] { $count } zdjęcie czeka, aż admin zrobi z niego artykuł: { $numbers }
        [few] { $count } zdjęcia czekają, aż admin zrobi z nich artykuły: { $numbers }
       *[other] { $count } zdjęć czeka, aż admin zrobi z nich artykuły: { $numbers }
    }
take-lapsed =
    { $count ->
        [one] Inwentura ({ $place }) wygasła: przez dzień nikt nie liczył dalej. Jej linia ({ $count }) przepadła, nic nie zmieniono.
        [few] Inwentura ({ $place }) wygasła: przez dzień nikt nie liczył dalej. Jej { $count } linie przepadły, nic nie zmieniono.
       *[other] Inwentura ({ $place }) wygasła: przez dzień nikt nie liczył dalej. Jej { $count } linii przepadło, nic nie zmieniono.
    }
work-others = i jeszcze { $count } SKU razem z nim

# Pick checks

pick-list = Do pobrania: { $count }. Wyślij zdjęcie każdej sztuki, najlepiej z metką.
pick-none = Nie ma nic do pobrania. Napisz na przykład: pobierz MH01-M, BAG1 2.
pick-stopped = Zdjęcia nie są już porównywane z listą.
pick-too-long = To za dużo na jedną listę. Najwyżej { $count } SKU naraz.
pick-complete = Wszystko pobrane.
pick-right = Dobrze: na metce jest { $name }.
pick-right-by-hand = Dobrze: na metce widzisz { $name }.
pick-right-compared = Dobrze: porównano { $name }.
pick-looks-right = Z wyglądu dobrze: { $title }. Nie widzę metki.
pick-compare = To wygląda na { $title }. Jeśli to ono, naciśnij „{ confirm-right }”.
pick-size-unseen = Ubranie wygląda dobrze: { $title }. Bez metki nie widać rozmiaru. Potrzebujesz { $sizes }.
pick-which-size = Jaki rozmiar jest na metce?
pick-wrong-size = Zły rozmiar: na metce jest { $tag }, potrzebujesz { $wanted }.
pick-too-many = O jedną za dużo: { $name } już pobrano.
pick-unsure = Nie wiem, czy to dobre. Zrób zdjęcie metki.
pick-several = Na zdjęciu jest więcej niż jedno ubranie albo metka. Fotografuj po jednym.
pick-tag-doubt = Sprawdź: na metce jest { $tag }, ale wygląda to na { $title }.
pick-fault = Niesprawdzone. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Zły kolor: na metce jest { $tag } ({ $colour }), potrzebujesz { $wanted }.
       *[looks] Z wyglądu zły kolor: { $colour }. Potrzebujesz { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Złe ubranie: na metce jest { $tag }, { $title }.
       *[looks] Z wyglądu złe ubranie: { $title }.
    }

# Watches

watch-kept = Powiem ci tutaj: { $what }. Teraz wolnych: { $count }.
watch-back-already = Teraz jest, wolnych: { $count }. Powiem, gdy zniknie i wróci: { $what }.
watch-what-below = { $name } poniżej { $threshold }
watch-what-back = { $name } wraca
watch-at = { $name }, { $place }
watch-below = { $name } spadło poniżej { $threshold }. Wolnych: { $count }.
watch-back = { $name } już jest. Wolnych: { $count }.
watch-stop = Zakończ
watch-stopped = Zakończone. Już nie powiem.
watch-gone = Nie masz już tej obserwacji. Napisz „obserwacje”, żeby zobaczyć swoje.
watch-what = Poniżej jakiej liczby? Napisz na przykład: obserwuj SKU poniżej 5 w Berlin.
watch-not-read = Nie rozumiem tu „{ $text }”. Napisz na przykład: obserwuj SKU poniżej 5 w Berlin, albo: daj znać, gdy wróci SKU.
watch-too-many = Masz { $count } obserwacji i więcej się nie da. Napisz „obserwacje”, żeby zakończyć niektóre.
watches-title =
    { $count ->
        [0] Nie masz obserwacji. Napisz na przykład: obserwuj SKU poniżej 5 w Berlin.
        [one] { $count } obserwacja
        [few] { $count } obserwacje
       *[other] { $count } obserwacji
    }

# Digests

digest-on =
    { $every ->
        [weekly] Dostajesz podsumowanie w każdy poniedziałek rano.
       *[daily] Dostajesz podsumowanie codziennie rano.
    }
digest-forbidden = Podsumowanie może dostawać tylko supervisor.
digest-off = Nie dostajesz już podsumowania.
digest-commands = Możesz napisać: digest, digest codziennie, digest co tydzień, digest wyłącz.
digest-title = Od { $first } do { $last }
digest-low-one = { $sku }, { $place }: { $count }
digest-low = Zaczęło brakować: { $count }
digest-received = Przyjętych sztuk: { $count }
digest-issued = Wydanych sztuk: { $count }
digest-unknown = Sfotografowane i zarejestrowane jako nowe: { $count }
digest-right = Pierwszy wynik dobry: { $percent } % z { $count }
digest-right-none = Pierwszy wynik dobry: jeszcze brak odpowiedzi
digest-chart = Wykres słupkowy liczb podanych niżej. { $titles }
digest-hint = Żeby zakończyć, napisz „digest wyłącz”.
