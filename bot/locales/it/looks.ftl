# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue, in Italian.

garments-seen = Nella foto ci sono { $count } capi. Questo è il numero { $number }. Quale intendi?
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
fix-open-hint = Colora che cosa è capo e che cosa no, e cerco di nuovo con il tuo contorno.
fix-open = Apri la foto
fix-hint = Colora con il dito quello che ho riconosciuto male. La parte scura resta fuori.
fix-garment = Capo
fix-ground = Sfondo
fix-box = Riquadro
fix-undo = Indietro
fix-done = Cerca di nuovo
fix-working = Un momento…
fix-failed = Non ha funzionato. Riprova.
fix-over = Questa pagina è scaduta. Premi di nuovo il pulsante nella chat.
fix-empty = Non resta nessun capo. Colorane una parte.
fix-undelivered = Impossibile inviare la nuova risposta alla chat. Riprova.
fix-back = La nuova risposta è nella chat.

intake-register = Registra nuovo
intake-registered = Registrato come nuovo, numero { $number }. Un admin può farne un articolo.
intake-already = Già registrato, numero { $number }.
intake-none = Nessun capo in attesa.
intake-complete = Completa
intake-number = Capo nuovo, numero { $number }
intake-item = Numero d’articolo
intake-item-missing = Inserisci il numero d’articolo, per esempio HT-1042.
intake-name = Titolo
intake-brand = Marca
intake-colour = Colore
intake-sizes = Taglie, separate da virgole
intake-class = Classe
intake-save = Anteprima
intake-dismiss = Scarta
intake-dismissed = Il numero { $number } è stato scartato.
intake-forbidden = Solo un admin può completare un capo registrato.
intake-too-many-sizes = Inserisci al massimo { $count } taglie alla volta.
intake-title =
    { $count ->
        [one] { $count } capo in attesa di diventare un articolo
       *[other] { $count } capi in attesa di diventare articoli
    }
intake-in-work = Il numero { $number } sta già diventando un lotto.
intake-shown = Il numero { $number } è qui sotto, pronto da applicare.

view-keep = Aggiungi come vista
view-kept = La foto è ora una vista di { $item } (lotto { $batch }). Un admin può annullarlo.
view-known = Questa foto è già una vista di { $item }.
view-enough = { $item } ha già { $count } immagini. Bastano.
view-forbidden = Solo un supervisore o un admin può aggiungere una foto come vista.

photo-in-line =
    { $count ->
        [one] C’è { $count } foto prima della tua. La risposta apparirà qui.
       *[other] Ci sono { $count } foto prima della tua. La risposta apparirà qui.
    }
