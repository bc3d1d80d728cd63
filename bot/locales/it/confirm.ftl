# Se è l’articolo giusto, in italiano; e che cosa dice un cartellino.

confirm-right = ✓ Giusto
confirm-wrong = ✗ Sbagliato
confirm-thanks = Annotato, grazie.
confirm-already = Era già annotato.
confirm-which = Qual è?
confirm-this = Questo
confirm-none-of-them = Nessuno di questi
confirm-none = Annotato. Prova un’altra foto: il capo intero, steso, con buona luce. O scrivi il suo SKU.
confirm-over = Questa foto è troppo vecchia; mandala di nuovo.
confirm-anothers = Può dirlo solo chi ha mandato la foto.
confirm-sites = Foto dette giuste o sbagliate, per sede
confirm-site-personal = Chat personali
confirm-site-count = giuste: { $right }, sbagliate: { $wrong }

tag-read = Letto dal cartellino
tag-differs = Dall’aspetto sarebbe { $title }. È il cartellino giusto?
tags-several = In questa foto ci sono i cartellini di { $count } articoli. Quale intendi?
