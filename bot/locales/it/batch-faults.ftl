# Che cosa non va in una fornitura, in italiano. L’inglese sta nel codice, dove nasce.

## Dove sta

told-field-item = articolo
told-field-title = titolo
told-field-class = classe
told-field-colour = colore
told-field-brand = marca
told-field-price = prezzo
told-field-currency = valuta
told-field-sku = SKU
told-field-size = taglia
told-field-barcode = codice a barre
told-field-location = luogo
told-field-on-hand = giacenza
told-field-reserved = riservati
told-field-pictures = immagini
told-field-status = stato
told-field-description = descrizione
told-field-of = { $field } di { $sku }
told-field-at = { $field } di { $sku } in { $location }
told-the-item = articolo { $item }
told-the-sku = SKU { $sku }
told-in-row = riga { $row }
told-in-row-of-file = riga { $row } di { $file }
told-in-file = { $file }
told-inside = In { $name }: { $told }.
told-and = { $one } e { $other }
told-same-location = lo stesso luogo
told-did-you-mean = { $told }; intendi { $like }?
told-retired = ritirato
told-sign = un carattere U+{ $code }
told-sign-lost = un carattere perso per strada (U+FFFD)
told-sign-nul = il carattere NUL (U+0000)

## La fornitura intera

told-refused = la fornitura ha un errore: { $reason }
told-refused-at = la fornitura ha un errore ({ $where }): { $reason }
told-refused-more = { $first } (e altri { $more })
told-refused-all = Non è cambiato niente, perché { $why }.
told-cut-off = La lettura è stata interrotta; mandala di nuovo.
told-stale = Il catalogo è cambiato da quando questa fornitura gli è stata confrontata: guarda che cosa cambierebbe ora.
told-expired = Nessuno l’ha applicata per due settimane; mandala di nuovo.
told-state-staged = in attesa
told-state-applying = in corso di applicazione
told-state-applied = applicata
told-state-discarded = scartata
told-state-undone = annullata
told-state-failed = fallita
told-not-staged-apply = La fornitura { $batch } è { $state }; se ne può applicare solo una in attesa.
told-not-staged-discard = La fornitura { $batch } è { $state }; se ne può scartare solo una in attesa.
told-staged-no-more = La fornitura { $batch } non è più in attesa.
told-given-no-more = Quello che c’era nella fornitura { $batch } non è più conservato.
told-no-batch = Non c’è una fornitura { $batch }; guarda catalogue history.
told-nothing-to-undo = Non c’è nessuna fornitura che si possa annullare.
told-not-applied = La fornitura { $batch } è { $state }; se ne può annullare solo una applicata.
told-too-long-ago =
    { $kept ->
        [one] La fornitura { $batch } è troppo vecchia: si può annullare solo l’ultima.
       *[other] La fornitura { $batch } è troppo vecchia: si possono annullare solo le ultime { $kept }.
    }
told-moved-since = Nel frattempo la giacenza è stata spostata, contata o riservata ({ $items }); annulla prima quello.
told-built-upon = La fornitura successiva { $later } ha toccato gli stessi articoli ({ $items }); annulla prima la fornitura { $later }.
told-catalogue-changed = Intanto il catalogo è cambiato; leggi di nuovo la fornitura.
told-pictures-gone = Un’immagine della fornitura non c’è più; manda di nuovo la fornitura.
told-unmended = La fornitura è applicata, ma forse una foto non trova ancora tutto: avvia hangtag audit --repair ({ $why }).
told-not-embedded = Non si possono leggere immagini del catalogo.

## File

told-no-table = Questa non è una tabella leggibile; manda un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
told-a-pdf = un PDF
told-a-picture = un’immagine
told-no-zip = un archivio, ma non ZIP
told-a-page = una pagina web o XML
told-file-other = Il file è { $what }; manda un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
told-file-empty = Il file è vuoto; manda una tabella con intestazione e una riga, o uno ZIP che ne contiene una.
told-file-closed = Il file { $name } non si può leggere; controlla di poterlo aprire.
told-no-table-among = Tra i file non c’è nessuna tabella CSV o XLSX; aggiungine una.
told-too-many-files = Una fornitura può avere { $most } file; mettili in uno ZIP.
told-table-too-large = La tabella supera { $most } MiB; dividila.
told-table-too-large-in = La tabella { $name } supera { $most } MiB; dividila.
told-workbook-xlsb = Il file è una cartella XLSB; salvalo come XLSX e mandalo di nuovo.
told-workbook-ods = Il file è un foglio OpenDocument; salvalo come XLSX e mandalo di nuovo.
told-workbook-heavy = La cartella ha una riga o una parte che nessun foglio di calcolo scrive; salvala di nuovo e mandala di nuovo.
told-workbook-locked = La cartella è protetta da password; salvala senza e mandala di nuovo.
told-workbook-old = Il file è una vecchia cartella XLS o un altro documento; salvalo come XLSX e mandalo di nuovo.
told-workbook-unpacked = la cartella decompressa supera { $most } MiB; dividila
told-workbook-macros = la cartella contiene macro; salvala come XLSX, senza macro
told-workbook-damaged = Il file XLSX è rovinato; salvalo e mandalo di nuovo.
told-workbook-sheets = La cartella ha più di { $most } fogli; manda solo quello che serve.
told-sheet-read = è stato letto il foglio { $sheet }; saltati: { $others }
told-zip-damaged = Il file ZIP o XLSX è rovinato; rifallo.
told-zip-members = lo ZIP contiene più di { $most } file; dividilo
told-zip-unpacked = lo ZIP decompresso supera { $most } GiB; dividilo
told-zip-tables = Lo ZIP contiene più di { $most } tabelle; dividilo.
told-zip-in-zip = È un file ZIP; prima decomprimilo.
told-packed-strangely = Il file { $name } è compresso in un modo sconosciuto; usa ZIP.
told-member-damaged = Il file { $name } nello ZIP è rovinato; rifai lo ZIP.
told-member-outside = il file { $name } porta fuori dallo ZIP; rifai lo ZIP
told-member-link = il file { $name } è un collegamento a un altro; metti il file stesso
told-member-locked = il file { $name } è protetto da password; mettilo senza
told-member-bomb = il file { $name } decompresso supera { $most } volte la sua dimensione; rifai lo ZIP
told-member-archive = il file { $name } è un archivio dentro lo ZIP; prima decomprimilo
told-member-twice = il file { $name } è due volte nello ZIP; tienine uno

## Tabelle

told-no-rows = sotto l’intestazione non c’è nessuna riga
told-too-many-rows = La tabella ha più di { $most } righe; dividila in più forniture.
told-too-many-columns = La tabella ha più di { $most } colonne; manda solo quelle che servono.
told-table-broken = La tabella non si può leggere: { $reason }.
told-above-header = quello che sta sopra l’intestazione è stato saltato (riga { $rows })
told-row-too-long = la riga ha più celle dell’intestazione; manca una virgoletta?
told-row-is-header = la riga ripete l’intestazione; toglila
told-row-endless = la riga ha una cella che non finisce; manca una virgoletta lì o sopra?
told-row-quotation = la riga ha una virgoletta nel posto sbagliato; ne manca una lì o sopra?
told-cell-too-long = la cella nella colonna { $column } ha più di { $most } caratteri
told-cell-strange = la cella nella colonna { $column } contiene { $sign }; toglilo, e salva il CSV come UTF-8
told-formula-empty = la formula nella colonna { $column } non ha un valore; apri il file in un foglio di calcolo, salvalo lì e mandalo di nuovo
told-column-missing = manca la colonna { $field }
told-column-perhaps = { $told }; se è { $column }, chiama { $field } quella colonna
told-column-unknown = la colonna { $column } non è conosciuta ed è stata saltata
told-column-like = { $told }; intendi { $field }? Allora chiamala così
told-column-twice = la colonna { $column } c’è due volte; tienine una
told-columns-same = le colonne { $columns } vogliono dire tutte { $field }; tienine una
told-magento-view = una traduzione per una sola vista del negozio è stata saltata
told-magento-kind = { $sku } riunisce altri prodotti ({ $kind }) ed è stato saltato
told-magento-unshown = nessuna variante di { $sku } mostra { $pictures }, saltato
told-shopify-picture = l’immagine { $address } non è stata caricata; mandala in uno ZIP, o permetti il suo server in HANGTAG_PICTURE_HOSTS

## Righe

told-field-empty = { $field }: vuoto
told-field-too-long = { $field } ha più di { $longest } caratteri
told-field-unseen = { $field } { $name } contiene { $sign }, invisibile; scrivilo di nuovo
told-formula-failed = { $field } è { $shown }, una formula non riuscita; correggila
told-names-nothing = non è indicato né un articolo né uno SKU
told-two-spellings = { $field } { $name } è scritto { $other } nella { $where }
told-two-owners = { $field } { $name } è di { $owner } { $there } nella { $where }, qui di { $here }
told-no-title = { $whose }: senza titolo
told-class-unknown = la classe { $named } non è nessuna di { $classes }
told-location-twice = { $whose } è già nella { $where } ({ $place }); tienine una
told-status-unknown = lo stato { $status } non è né vuoto né retired
told-time-unknown = l’ora { $time } non è come { $example }
told-disagree = { $whose }: { $field } è { $here } qui e { $there } nella { $where }
told-more-reserved = riservati: { $reserved }, più della giacenza: { $on_hand }
told-more-reserved-at = riservati in { $location }: { $reserved }, più della giacenza: { $on_hand }
told-quantity-wrong = la quantità ({ $field }) { $why }
told-whole-no-number = è { $text }, che non è un numero intero
told-whole-either = è { $text }, che può voler dire { $readings }; scrivila senza punto né virgola
told-whole-thousand = è { $text }, che può voler dire mille volte tanto; scrivila senza punto né virgola
told-whole-negative = è { $text }, ma non può essere sotto 0
told-whole-too-large = è { $text }, che è troppo
told-price-no-number = il prezzo { $text } non è un numero
told-price-either = il prezzo è { $text }, che può voler dire { $readings }; scrivilo con due decimali o senza punto né virgola
told-price-negative = il prezzo { $text } è sotto 0
told-price-too-large = il prezzo { $text } è troppo grande
told-price-decimals = il prezzo { $text } ha più di { $most } decimali
told-currency-unknown = la valuta { $code } non è un codice conosciuto di tre lettere, come EUR
told-two-currencies = il prezzo { $text } è in { $named }, ma la valuta è { $code }
told-sku-owned = lo SKU { $sku } è dell’articolo { $owner } nel catalogo, qui di { $item }
told-sku-confusable = lo SKU { $sku } si distingue solo per gli spazi da uno dell’articolo { $item } nel catalogo: scrivili uguali
told-sku-unknown = lo SKU { $sku } non è nel catalogo
told-sku-unknown-stock = lo SKU { $sku } non è nel catalogo; si cambia solo la giacenza
told-item-unknown = l’articolo { $item } non è nel catalogo
told-barcode-owned = il codice a barre { $barcode } è dello SKU { $holder } nel catalogo, qui di { $sku }

## Immagini

told-picture-absent = l’immagine { $name } è indicata ma non è arrivata con la fornitura
told-picture-closed = l’immagine { $name } non si può leggere
told-picture-not-bare = ciò che una fotocamera ha scritto accanto ai pixel non si può togliere; salvala come JPEG o PNG
told-picture-refused = { $name } non si può leggere come immagine: { $why }
told-picture-unreadable = { $name } non si può leggere come immagine
told-pixels = { $width } × { $height } pixel sono più di { $most } milioni
told-picture-changed = L’immagine { $name } è cambiata dopo il controllo; importa di nuovo la fornitura.
told-picture-too-large = L’immagine { $name } supera { $most } MiB; mandane una più piccola.
told-pictures-too-large = Le immagini per indirizzo superano insieme { $most } GiB; dividi la fornitura.
told-picture-not-fetched = L’immagine { $name } non è stata caricata; permetti il suo server in HANGTAG_PICTURE_HOSTS, o mandala in uno ZIP.
told-name-ambiguous = Il nome { $name } è in più punti dello ZIP, come { $one } e { $other }; indica anche la cartella.
told-link-none = L’indirizzo di un’immagine non si può aprire.
told-link-circles = L’immagine { $address } non si è potuta caricare, il suo link gira in tondo.
told-link-status = L’immagine { $address } non si è potuta caricare, il suo server risponde { $status }.
told-link-empty = L’immagine { $address } è vuota (0 byte).
told-link-http = L’immagine { $address } non è stata caricata: il suo indirizzo deve cominciare con https://.
told-link-slow = L’immagine { $address } ha richiesto troppo tempo.
told-link-failed = L’immagine { $address } non si è potuta caricare.
told-link-too-large = L’immagine { $address } supera { $allowed } MB.
told-host-unknown = Il server { $host } non è in HANGTAG_PICTURE_HOSTS.
told-host-failed = Il server { $host } ha fallito { $times } volte e non è più stato interrogato.

## La lista da scaricare

told-report-kind = tipo
told-report-item = articolo
told-report-file = file
told-report-row = riga
told-report-what = che cosa
told-report-before = prima
told-report-after = dopo
told-report-refused = rifiutato
told-report-note = nota
told-report-new = nuovo
told-report-changed = cambiato
told-report-retired = ritirato
told-report-deleted = eliminato
told-report-unchanged = invariato
told-report-missing = non indicato
told-report-lookalike = probabile doppione
told-report-unnamed = la fornitura non lo indica; resta com’è
told-report-like = somiglia a { $other }
told-report-like-new = somiglia a { $other }, nuovo anche lui in questa fornitura
