# Ob ein Treffer stimmt, auf Deutsch; und was ein Etikett sagt.

confirm-right = ✓ Richtig
confirm-wrong = ✗ Falsch
confirm-thanks = Notiert, danke.
confirm-already = Das ist schon notiert.
confirm-which = Welches ist es?
confirm-this = Das hier
confirm-none-of-them = Keines davon
confirm-none = Notiert. Versuch ein anderes Foto: das ganze Teil, flach hingelegt, bei gutem Licht. Oder schreib die SKU.
confirm-over = Das Foto ist zu lange her; schick es noch einmal.
confirm-anothers = Das kann nur sagen, wer das Foto geschickt hat.
confirm-sites = Als richtig oder falsch bestätigte Fotos, nach Standort
confirm-site-personal = Einzelchats
confirm-site-count = { $right } richtig, { $wrong } falsch

tag-read = Vom Etikett gelesen
tag-differs = Dem Aussehen nach wäre es { $title }. Ist es das richtige Etikett?
tags-several = In diesem Foto sind Etiketten von { $count } Artikeln. Welchen meinst du?
