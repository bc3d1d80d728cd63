# Lavoro sulla giacenza, in italiano.

work-asked =
    { $kind ->
        [reserve] Riservare { $count } × { $sku } in { $place }{ $for }
        [release] Liberare { $count } × { $sku } in { $place }{ $for }
        [move] Spostare { $count } × { $sku } da { $place } a { $to }
        [count] { $count } × { $sku } in { $place }
       *[undo] Come prima: { $sku }
    }
work-for = {" "}per { $person }
work-too-few-there = Solo { $count } di { $sku } sono liberi in { $place }.
work-until = fino a { $day }
work-kept-until = riservato fino a { $day }
work-level =
    { $reserved ->
        [0] { $count }
        [one] { $count } (di cui { $reserved } riservato)
       *[other] { $count } (di cui { $reserved } riservati)
    }
work-below-reserved = Meno dei { $count } che sono riservati lì.
work-confirm = Conferma
work-cancel = Annulla
work-done = Fatto
work-undone = Annullato
work-cancelled = Lasciato perdere; non è cambiato niente.
work-changed = Intanto la giacenza è cambiata; guarda di nuovo.
work-over = A questa domanda si è già risposto, o è troppo vecchia; chiedi di nuovo.
work-anothers = Può confermare solo chi l’ha chiesto; chiedilo tu.
work-forbidden = Solo un supervisore può cambiare la giacenza; rivolgiti a uno di loro, o a un admin per diventarlo.
work-commands = Conosco: riserva 2 di SKU per Anna fino a venerdì, libera NUMERO, sposta 3 di SKU da A a B, contati SKU in B: 14, prenotazioni, annulla.
work-nothing-to-undo = Nessuno dei tuoi cambiamenti può essere annullato.
work-no-reservation = Non c’è una prenotazione { $number }; scrivi «prenotazioni» per vederle.
work-too-few = In nessun luogo ci sono tanti { $sku } liberi; al massimo { $count }.
work-which-location = In quale luogo? { $sku } è libero in { $places }; di’ quale.
work-which-day = Fino a che giorno? Di’ oggi, domani, un giorno della settimana o una data futura, come 2027-03-31.
reservations-title =
    { $count ->
        [0] Niente è riservato a un nome
        [one] { $count } prenotazione
       *[other] { $count } prenotazioni
    }
reservations-hint = Per liberarne una, scrivi per esempio: libera 7.
