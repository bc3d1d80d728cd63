# Flussi di dati, in italiano.

feeds-title = Flussi di dati
feeds-none = Non ci sono flussi di dati. Chi gestisce questo bot li aggiunge con «hangtag feed add».
feed-interval = letto ogni { $interval }
feed-age = Cifre di { $age }
feed-age-late = Più tardi del previsto: { $age }
feed-no-figures = Ancora nessuna cifra
feed-failing = Errori di seguito: { $count }. { $why }
feed-waits = Il lotto { $batch } aspetta un admin.
feed-asks = Il flusso { $feed } non l’ha applicato da solo
feed-gave-up = Il flusso { $feed } non è riuscito { $count } volte di seguito. { $why } La giacenza nel catalogo resta com’era.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age }: più vecchio del previsto ({ $when })

# Why a feed waits, or fails.

feed-busy = Un altro programma sta leggendo questo flusso. Riprova quando ha finito.
feed-emptied = { $count } SKU su { $total } in giacenza scenderebbero a 0. Da solo questo flusso può azzerarne il { $most } %.
feed-retired = { $count } articoli su { $total } verrebbero ritirati o eliminati. Da solo questo flusso può farlo con il { $most } %.
feed-fewer = Il flusso nomina { $count } SKU, l’ultima volta { $before }. Può mancarne al massimo il { $most } %.
feed-faulty = { $count } righe su { $total } sono errate e sono state saltate. Da solo questo flusso può saltarne il { $most } %.
feed-changed = { $count } SKU sarebbero nuovi o modificati, e il catalogo ne ha { $total }. Da solo questo flusso può modificarne il { $most } %.
feed-no-file = Non c’è nessun file { $path }.
feed-being-written = Il file { $name } è ancora in scrittura.
feed-too-large = La fonte invia più di { $allowed } MB.
feed-not-reached = { $where } non è raggiungibile.
feed-slow = { $where } ha impiegato troppo tempo a rispondere.
feed-host-key = La chiave host di { $where } è sconosciuta o è cambiata. Controllala e aggiungila agli host noti.
feed-login = { $where } rifiuta l’accesso. Controlla utente, password o chiave, e che cosa possono leggere.
feed-key = Il file della chiave per SFTP non si legge. Controlla il percorso, e che non abbia una passphrase.
feed-address = L’indirizzo non si legge. Rimuovi il flusso e aggiungilo con quello giusto.
feed-no-https = L’indirizzo deve iniziare con https://.
feed-moved = { $where } reindirizza a un indirizzo che il bot non può aprire.
feed-certificate = Il certificato di { $where } non è attendibile. La sua autorità va nell’impostazione dei flussi.
feed-status = { $where } ha risposto HTTP { $status }.
feed-query-writes = La query tenta di modificare dati. Dev’essere un solo SELECT.
feed-query = Il database rifiuta la query.
feed-empty = La fonte ha inviato un file vuoto.
feed-page = La fonte ha inviato una pagina web al posto di un file. Controlla indirizzo e accesso.
feed-cut-off = Il file finisce a metà riga, quindi ne manca una parte.
feed-older = Il file è più vecchio del precedente.
feed-refused = Il file non si può usare: { $why } ({ $first }).
