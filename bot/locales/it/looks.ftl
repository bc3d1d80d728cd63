# Foto guardate di nuovo: un altro capo, un contorno fatto a mano, qualcosa di nuovo.

garments-seen = Nella foto ci sono { $count } capi; questo è il numero { $number }. Quale intendi?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] sopra
        [outer] giacca
        [full-body] vestito
        [lower] sotto
        [footwear] scarpe
        [headwear] copricapo
       *[unknown] altro
    }

fix = Correggi
fix-title = Correggi il contorno
fix-open-hint = Colora che cosa è il capo e che cosa no; cerco di nuovo con il tuo contorno.
fix-open = Apri la foto
fix-hint = Colora con il dito quello che ho visto male. Il buio resta fuori.
fix-garment = Capo
fix-ground = Non è capo
fix-box = Riquadro
fix-undo = Indietro
fix-done = Cerca di nuovo
fix-working = Un momento …
fix-failed = Non ha funzionato; riprova.
fix-over = Questa pagina non vale più; premi di nuovo il pulsante nella chat.
fix-empty = Non resta nessun capo; colorane un po’.
fix-undelivered = La chat non ha preso la nuova risposta; riprova.
fix-back = La nuova risposta è nella chat.

intake-register = Registra nuovo
intake-registered = Registrato come nuovo, numero { $number }. Un admin ne farà un articolo.
intake-already = È già registrato, numero { $number }.
intake-none = Niente aspetta.
intake-complete = Completa
intake-number = Capo nuovo, numero { $number }
intake-item = Numero d’articolo
intake-item-missing = Scrivi il numero d’articolo, per esempio HT-1042.
intake-name = Titolo
intake-brand = Marca
intake-colour = Colore
intake-sizes = Taglie, separate da virgole
intake-class = Tipo
intake-save = Anteprima
intake-dismiss = Scarta
intake-dismissed = Il numero { $number } è scartato.
intake-forbidden = Solo un admin può completare quello che è registrato.
intake-too-many-sizes = Al massimo { $count } taglie alla volta.
intake-title =
    { $count ->
        [one] { $count } capo aspetta di diventare un articolo
       *[other] { $count } capi aspettano di diventare articoli
    }
intake-in-work = Dal numero { $number } si sta già preparando una fornitura.
intake-shown = Il numero { $number } è qui sotto, da applicare.

view-keep = Tieni come altra vista
view-kept = La foto è ora una vista di { $item } (fornitura { $batch }; un admin può annullarla).
view-known = Questa foto è già una vista di { $item }.
view-enough = { $item } ha già { $count } immagini; bastano.
view-forbidden = Solo un supervisore o un admin può tenere una foto come vista.

photo-in-line =
    { $count ->
        [one] C’è una foto prima della tua; la risposta apparirà qui.
       *[other] Ci sono { $count } foto prima della tua; la risposta apparirà qui.
    }
