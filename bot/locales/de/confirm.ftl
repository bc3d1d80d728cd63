# Confirming a match, and reading a tag, in German.

confirm-right = ✓ Richtig
confirm-wrong = ✗ Falsch
confirm-thanks = Danke, notiert.
confirm-already = Das wurde schon notiert.
confirm-which = Welches ist es?
confirm-this = Das hier
confirm-none-of-them = Keines davon
confirm-none = Danke, notiert. Versuch ein anderes Foto: das ganze Teil, flach hingelegt, bei gutem Licht. Oder schreib die SKU.
confirm-over = Das Foto ist zu alt. Schick es noch einmal.
confirm-anothers = Das kann nur bestätigen, wer das Foto geschickt hat.
confirm-sites = Als richtig oder falsch markierte Fotos, nach Standort
confirm-site-personal = Persönliche Chats
confirm-site-count = { $right } richtig, { $wrong } falsch

tag-read = Vom Etikett gelesen
tag-differs = Das sieht aus wie { $title }. Stimmt das Etikett?
label-read = Vom Aufdruck gelesen
label-differs = Auf dem Etikett steht { $read }, aber das Foto sieht aus wie { $title }. Ist es das richtige Etikett?
label-several = Auf dem Etikett steht { $read }. Von diesem Modell gibt es { $count } Artikel. Welchen meinst du?
label-size = Größe { $size } (vom Etikett gelesen)
tags-several = In diesem Foto sind Etiketten von { $count } Artikeln. Welchen meinst du?
