# Confirming a match, and reading a tag, in Polish.

confirm-right = ✓ Dobrze
confirm-wrong = ✗ Źle
confirm-thanks = Dziękuję, zapisane.
confirm-already = To już zapisano.
confirm-which = Który to?
confirm-this = Ten
confirm-none-of-them = Żaden z nich
confirm-none = Dziękuję, zapisane. Spróbuj innego zdjęcia: całe ubranie, rozłożone płasko, w dobrym świetle. Albo napisz SKU.
confirm-over = To zdjęcie jest za stare. Wyślij je jeszcze raz.
confirm-anothers = Może to potwierdzić tylko osoba, która wysłała zdjęcie.
confirm-sites = Zdjęcia oznaczone jako dobre lub złe, według lokalizacji
confirm-site-personal = Czaty osobiste
confirm-site-count = dobre: { $right }, złe: { $wrong }

tag-read = Odczytano z metki
tag-differs = To wygląda jak { $title }. Czy metka jest właściwa?
label-read = Odczytano z nadruku na metce
label-differs = Na metce jest { $read }, ale zdjęcie przypomina { $title }. Czy to właściwa metka?
label-several = Na metce jest { $read }. Artykułów tego modelu: { $count }. O który chodzi?
label-size = Rozmiar { $size } (odczytany z metki)
tags-several = Na tym zdjęciu są metki kilku artykułów ({ $count }). O który chodzi?
