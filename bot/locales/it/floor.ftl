# Work on the floor, in Italian.

places-title = Ubicazioni e codici
places-hint = Per dare un codice a un’ubicazione, scrivi per esempio: catalogue places A-01 = Corsia A. Per toglierlo: catalogue places Corsia A =. Per stampare i codici QR: catalogue places sheet.
places-no-codes = Nessuna ubicazione ha ancora un codice. Scrivi per esempio: catalogue places A-01 = Corsia A.
places-sheet = Codici QR da stampare per le ubicazioni: { $count }
place-code-set = { $place } ora ha il codice { $code }.
place-code-gone = { $place } non ha più un codice.
place-here = Sei in { $place }. Per { $count } ore «qui» è questa ubicazione.
place-unknown = Non c’è un’ubicazione { $place }. Un admin le vede tutte con «catalogue places».

# Stock-takes

take-title = Inventario: { $place }
take-started = Ora conti { $place }. Invia foto, codici a barre o SKU uno dopo l’altro. Un numero fissa la quantità dell’ultima riga, «annulla» la toglie, «fatto» mostra le differenze.
take-joined = { $name } sta già contando { $place }. Ora contate insieme.
take-which-place = Quale ubicazione? Scrivi per esempio: inventario corsia A. Oppure fotografa prima il codice dello scaffale.
take-one-shelf = Sono più ubicazioni. Contane una alla volta: { $places }.
take-none = Non stai contando. Scrivi «inventario» e un’ubicazione.
take-left = Non conti più { $place }. Il conteggio resta; scrivi «inventario» e l’ubicazione per continuare.
take-cancelled = L’inventario di { $place } è annullato. Non è cambiato niente.
take-line = { $name }: { $count }
take-which-size = { $item }: quale taglia? Non conta ({ $count }) finché non rispondi.
take-maybe = Non ancora contato ({ $count }): può essere { $item }. Se sì, scegli la taglia. Se no, scrivi «annulla» e poi lo SKU.
take-compare = Non ancora contato ({ $count }): sembra { $item }. Se lo è, premi «{ confirm-right }». Se no, scrivi «annulla» e poi lo SKU.
take-type-size = Per un’altra taglia, scrivila.
take-amount-later = { $count } di ciò che è nella foto precedente, appena so che cos’è.
take-amount-kept = Ancora non contato: non so che cosa mostra l’ultima foto. Ne tengo { $count } per la fine.
take-gone = Quella riga è stata tolta.
take-undone = Tolto. { $name }: { $count }
take-undone-kept = Tolto: quello che non era ancora contato.
take-no-line = Non hai ancora nessuna riga. Invia prima una foto, un codice a barre o uno SKU.
take-amount-or-size = Non ho fissato niente: { $number } può essere la quantità o la taglia. Scrivi x{ $number } per la quantità, o { $item } { $number } per la taglia.
take-not-a-line = «{ $text }» non è una riga del conteggio: l’ho lasciato fuori.
take-unknown = Non contato: non sono sicuro di che cosa sia. Tengo la foto per la fine. Se conosci lo SKU, scrivi «annulla» e poi lo SKU.
take-one-of = Non contato: in una foto { $item } non si distingue da { $names }. Scrivi «annulla», poi fotografa l’etichetta o scrivi lo SKU.
take-several = Non contato: nella foto ci sono più capi. La tengo per la fine. Oppure scrivi «annulla» e fotografali uno alla volta.
take-tag-doubt = Non contato: l’etichetta dice { $tag }, ma sembra { $title }. Tengo la foto per la fine. Se l’etichetta è giusta, scrivi «annulla» e poi lo SKU.
take-nothing = Non contato: non vedo nessun capo né codice a barre noto.
take-fault = Non contato. { $fault }
take-same-place = Sì, stai contando { $place }.
take-other-place = Questo è il codice di { $other }, ma stai contando { $place }. Scrivi «inventario» e l’ubicazione per contarne un’altra.
take-done = Fatto
take-apply = Applica
take-apply-rest = Applica, resto 0
take-moved = Ciò che è segnato con ⚠ si è mosso qui durante il conteggio. Controlla prima di applicare.
take-supervisor = Un supervisore può applicarlo: scrivere «inventario» e l’ubicazione, poi «fatto».
take-total =
    { $count ->
        [one] { $count } pezzo, SKU: { $skus }
       *[other] { $count } pezzi, SKU: { $skus }
    }
take-kept =
    { $count ->
        [one] { $count } riga non è ancora contata
       *[other] { $count } righe non sono ancora contate
    }
take-kept-end =
    { $count ->
        [one] { $count } riga non contata: articolo o taglia sconosciuti.
       *[other] { $count } righe non contate: articoli o taglie sconosciuti.
    }
take-differences =
    { $count ->
        [one] { $place }: { $count } differenza
       *[other] { $place }: { $count } differenze
    }
take-more =
    { $count ->
        [one] e un’altra
       *[other] e altre { $count }
    }
take-equal =
    { $count ->
        [one] { $count } SKU corrisponde
       *[other] { $count } SKU corrispondono
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU dovrebbe essere qui e non è stato contato, pezzi: { $pieces }. «Applica» lo lascia com’è.
       *[other] { $count } SKU dovrebbero essere qui e non sono stati contati, pezzi: { $pieces }. «Applica» li lascia come sono.
    }
take-applied =
    { $count ->
        [one] { $place }: { $count } SKU allineato al conteggio
       *[other] { $place }: { $count } SKU allineati al conteggio
    }
take-intakes =
    { $count ->
        [one] { $count } foto aspetta che un admin ne faccia un articolo: { $numbers }
       *[other] { $count } foto aspettano che un admin ne faccia articoli: { $numbers }
    }
take-lapsed =
    { $count ->
        [one] L’inventario di { $place } è scaduto: nessuno ha continuato per un giorno. La sua riga ({ $count }) è persa, non è cambiato niente.
       *[other] L’inventario di { $place } è scaduto: nessuno ha continuato per un giorno. Le sue { $count } righe sono perse, non è cambiato niente.
    }
work-others =
    { $count ->
        [one] e un altro SKU insieme ({ $count })
       *[other] e altri { $count } SKU insieme
    }

# Pick checks

pick-list = Da prelevare: { $count }. Invia una foto di ogni capo, meglio con l’etichetta.
pick-none = Non c’è niente da prelevare. Scrivi per esempio: prelievo MH01-M, BAG1 2.
pick-stopped = Le foto non vengono più confrontate con la lista.
pick-too-long = È troppo per una lista. Al massimo { $count } SKU alla volta.
pick-complete = È tutto prelevato.
pick-right = Giusto: l’etichetta dice { $name }.
pick-right-by-hand = Giusto: hai letto { $name } sull’etichetta.
pick-right-compared = Giusto: hai confrontato { $name }.
pick-looks-right = Giusto dall’aspetto: { $title }. Non ho visto etichette.
pick-compare = Sembra { $title }. Se lo è, premi «{ confirm-right }».
pick-size-unseen = Il capo sembra giusto: { $title }. La taglia non si vede senza etichetta. Ti serve { $sizes }.
pick-which-size = Che taglia dice l’etichetta?
pick-wrong-size = Taglia sbagliata: l’etichetta dice { $tag }, ti serve { $wanted }.
pick-too-many = Uno di troppo: { $name } è già prelevato.
pick-unsure = Non so dire se è giusto. Fotografa l’etichetta.
pick-several = Nella foto c’è più di un capo o di un’etichetta. Fotografane uno alla volta.
pick-tag-doubt = Controlla: l’etichetta dice { $tag }, ma sembra { $title }.
pick-fault = Non controllato. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Colore sbagliato: l’etichetta dice { $tag } ({ $colour }), ti serve { $wanted }.
       *[looks] Colore sbagliato dall’aspetto: { $colour }. Ti serve { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Capo sbagliato: l’etichetta dice { $tag }, { $title }.
       *[looks] Capo sbagliato dall’aspetto: { $title }.
    }

# Watches

watch-kept = Te avviserò qui: { $what }. Liberi adesso: { $count }.
watch-back-already = Adesso c’è, liberi: { $count }. Ti avviserò quando sarà finito e poi tornato: { $what }.
watch-what-below = { $name } sotto { $threshold }
watch-what-back = { $name } è tornato
watch-at = { $name } in { $place }
watch-below = { $name } è sceso sotto { $threshold }. Liberi: { $count }.
watch-back = { $name } è tornato. Liberi: { $count }.
watch-stop = Ferma
watch-stopped = Fermato. Non ti avviserò più.
watch-gone = Non hai più questo avviso. Scrivi «avvisi» per vedere i tuoi.
watch-what = Sotto quale numero? Scrivi per esempio: sorveglia SKU sotto 5 a Berlino.
watch-not-read = Qui non capisco «{ $text }». Scrivi per esempio: sorveglia SKU sotto 5 a Berlino, o: avvisami quando torna SKU.
watch-too-many = Hai { $count } avvisi, non puoi averne altri. Scrivi «avvisi» per fermarne alcuni.
watches-title =
    { $count ->
        [0] Non hai avvisi. Scrivi per esempio: sorveglia SKU sotto 5 a Berlino.
        [one] { $count } avviso
       *[other] { $count } avvisi
    }

# Digests

digest-on =
    { $every ->
        [weekly] Ricevi un riepilogo ogni lunedì mattina.
       *[daily] Ricevi un riepilogo ogni mattina.
    }
digest-forbidden = Solo un supervisore può ricevere il riepilogo.
digest-off = Non ricevi più il riepilogo.
digest-commands = Puoi scrivere: digest, digest giornaliero, digest settimanale, digest no.
digest-title = Da { $first } a { $last }
digest-low-one = { $sku } in { $place }: { $count }
digest-low = Quasi finiti: { $count }
digest-received = Pezzi ricevuti: { $count }
digest-issued = Pezzi prelevati: { $count }
digest-unknown = Fotografati e registrati come nuovi: { $count }
digest-right = Primo risultato giusto: { $percent } % di { $count }
digest-right-none = Primo risultato giusto: ancora nessuna risposta
digest-chart = Grafico a barre delle cifre qui sotto. { $titles }
digest-hint = Per fermarlo, scrivi «digest no».
