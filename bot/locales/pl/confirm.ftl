# Czy to właściwy artykuł, po polsku; i co mówi metka.

confirm-right = ✓ Dobrze
confirm-wrong = ✗ Źle
confirm-thanks = Zapisane, dziękuję.
confirm-already = To już było zapisane.
confirm-which = Który to?
confirm-this = Ten
confirm-none-of-them = Żaden z nich
confirm-none = Zapisane. Spróbuj innego zdjęcia: cała sztuka, płasko, w dobrym świetle. Albo napisz jej SKU.
confirm-over = To zdjęcie jest za stare; wyślij je jeszcze raz.
confirm-anothers = Może to powiedzieć tylko ten, kto wysłał zdjęcie.
confirm-sites = Zdjęcia uznane za trafne lub błędne, według miejsca
confirm-site-personal = Czaty osobiste
confirm-site-count = trafne: { $right }, błędne: { $wrong }

tag-read = Odczytane z metki
tag-differs = Z wyglądu byłoby to { $title }. Czy to właściwa metka?
tags-several = Na tym zdjęciu są metki kilku artykułów ({ $count }). O który chodzi?
