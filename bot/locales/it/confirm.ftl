# Confirming a match, and reading a tag, in Italian.

confirm-right = ✓ Giusto
confirm-wrong = ✗ Sbagliato
confirm-thanks = Grazie, annotato.
confirm-already = Era già annotato.
confirm-which = Qual è?
confirm-this = Questo
confirm-none-of-them = Nessuno di questi
confirm-none = Grazie, annotato. Prova un’altra foto: il capo intero, steso, con buona luce. O scrivi il suo SKU.
confirm-over = Questa foto è troppo vecchia. Inviala di nuovo.
confirm-anothers = Può confermarlo solo chi ha inviato la foto.
confirm-sites = Foto segnate come giuste o sbagliate, per sede
confirm-site-personal = Chat personali
confirm-site-count = giuste: { $right }, sbagliate: { $wrong }

tag-read = Letto dall’etichetta
tag-differs = Sembra { $title }. L’etichetta è giusta?
label-read = Letto dal testo dell’etichetta
label-differs = L’etichetta dice { $read }, ma la foto sembra { $title }. È l’etichetta giusta?
label-several = L’etichetta dice { $read }. Ci sono { $count } articoli di questo modello. Quale intendi?
label-size = Taglia { $size } (letta dall’etichetta)
tags-several = In questa foto ci sono i cartellini di { $count } articoli. Quale intendi?
