# Stock orders, for supervisors, in Italian.

work-asked =
    { $kind ->
        [receive] Ricevere { $count } × { $sku } in { $place }{ $note }
        [issue] Prelevare { $count } × { $sku } da { $place }{ $note }
        [reserve] Riservare { $count } × { $sku } in { $place }{ $for }
        [release] Liberare { $count } × { $sku } in { $place }{ $for }
        [move] Spostare { $count } × { $sku } da { $place } a { $to }
        [count] Contati { $count } × { $sku } in { $place }
       *[undo] Riportare { $sku } come prima
    }
work-for = {" "}per { $person }
work-note = {" "}({ $note })
work-too-few-there =
    { $count ->
        [one] Solo { $count } { $sku } è libero in { $place }.
       *[other] Solo { $count } { $sku } sono liberi in { $place }.
    }
work-until = fino a { $day }
work-kept-until = riservato fino a { $day }
work-level =
    { $reserved ->
        [0] { $count }
        [one] { $count } (di cui { $reserved } riservato)
       *[other] { $count } (di cui { $reserved } riservati)
    }
work-below-reserved = Sono meno dei { $count } riservati lì.
work-confirm = Conferma
work-cancel = Annulla
work-done = Fatto
work-undone = Annullato
work-cancelled = Operazione annullata. Non è cambiato niente.
work-changed = Nel frattempo la giacenza è cambiata. Controllala di nuovo.
work-over = A questa domanda si è già risposto, o è troppo vecchia. Chiedi di nuovo.
work-anothers = Può confermare solo chi l’ha chiesto. Puoi chiedermelo tu.
work-forbidden = Solo un supervisore può modificare la giacenza. Chiedilo a uno di loro, o chiedi a un admin di renderti supervisore.
work-commands = Puoi scrivere: carico 12 SKU A da LEE, scarico 1 SKU difettoso, riserva 2 di SKU per Anna fino a venerdì, libera NUMERO, sposta 3 di SKU da A a B, contati SKU in B: 14, prenotazioni, annulla.
work-not-read = Qui non capisco «{ $text }». Scrivi una nota dopo «da» o una virgola, per esempio: carico 12 SKU corsia A, da Lee.
work-nothing-to-undo = Non hai modifiche di giacenza da annullare.
work-no-reservation = Non c’è una prenotazione { $number }. Scrivi «prenotazioni» per vederle tutte.
work-too-few = Nessuna ubicazione ha tanti { $sku } liberi. Il massimo è { $count }.
work-which-location = In quale ubicazione? { $sku } è libero in { $places }. Indica quale.
work-which-day = Fino a che giorno? Scrivi oggi, domani, un giorno della settimana o una data come 2027-03-31.
order-which-quantity = Quanti?
order-which-person = Per chi?
order-which-goal = Dove? Le ubicazioni sono { $places }.
order-which-place = In quale ubicazione? { $sku } è in { $places }.
order-which-reservation = Quale delle { $count } prenotazioni?
order-no-reservation = Non conosco questa prenotazione. Scrivi «prenotazioni» per vederle tutte. Ciò che ha riservato un altro sistema si può liberare solo lì.
order-no-size = { $item } non esiste nella taglia { $size }. Quale taglia? Esiste in { $sizes }.
order-one-at-a-time = Posso gestire una richiesta alla volta. Inviale una dopo l’altra.
order-dropped = Va bene, lascio perdere. Non è cambiato niente.
order-nothing-waits = Va bene. Non c’era niente in sospeso e non è cambiato niente.
order-not-done =
    { $verb ->
        [reserve] Va bene, non riservo niente.
        [release] Va bene, non libero niente.
        [move] Va bene, non sposto niente.
        [count] Va bene, non cambio il conteggio.
        [receive] Va bene, non carico niente.
        [issue] Va bene, non scarico niente.
       *[other] Va bene, non cambio niente.
    }
