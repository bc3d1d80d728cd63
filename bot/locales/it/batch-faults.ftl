# Che cosa non va in una fornitura, in italiano. L’inglese sta nel codice, dove nasce.

## Dove sta

column-item = articolo
column-title = titolo
column-class = classe
column-colour = colore
column-brand = marca
column-price = prezzo
column-currency = valuta
column-sku = SKU
column-size = taglia
column-barcode = codice a barre
column-location = luogo
column-on-hand = giacenza
column-reserved = riservati
column-pictures = immagini
column-status = stato
column-description = descrizione
field-of = { $field } di { $sku }
field-at = { $field } di { $sku } in { $location }
the-item = articolo { $item }
the-sku = SKU { $sku }
in-row = riga { $row }
in-row-of-file = riga { $row } di { $file }
in-file = { $file }
inside = In { $name }: { $told }.
and = { $one } e { $other }
same-location = lo stesso luogo
did-you-mean = { $told }; intendi { $like }?
retired = ritirato
sign = un carattere U+{ $code }
sign-lost = un carattere perso per strada (U+FFFD)
sign-nul = il carattere NUL (U+0000)

## La fornitura intera

refused = la fornitura ha un errore: { $reason }
refused-at = la fornitura ha un errore ({ $where }): { $reason }
refused-more = { $first } (e altri { $more })
refused-all = Non è cambiato niente, perché { $why }.
cut-off = La lettura è stata interrotta; mandala di nuovo.
stale = Il catalogo è cambiato da quando questa fornitura gli è stata confrontata: guarda che cosa cambierebbe ora.
expired = Nessuno l’ha applicata per due settimane; mandala di nuovo.
state-staged = in attesa
state-applying = in corso di applicazione
state-applied = applicata
state-discarded = scartata
state-undone = annullata
state-failed = fallita
not-staged-apply = La fornitura { $batch } è { $state }; se ne può applicare solo una in attesa.
not-staged-discard = La fornitura { $batch } è { $state }; se ne può scartare solo una in attesa.
staged-no-more = La fornitura { $batch } non è più in attesa.
given-no-more = Quello che c’era nella fornitura { $batch } non è più conservato.
no-batch = Non c’è una fornitura { $batch }; guarda catalogue history.
nothing-to-undo = Non c’è nessuna fornitura che si possa annullare.
not-applied = La fornitura { $batch } è { $state }; se ne può annullare solo una applicata.
too-long-ago =
    { $kept ->
        [one] La fornitura { $batch } è troppo vecchia: si può annullare solo l’ultima.
       *[other] La fornitura { $batch } è troppo vecchia: si possono annullare solo le ultime { $kept }.
    }
moved-since = Nel frattempo la giacenza è stata spostata, contata o riservata ({ $items }); annulla prima quello.
built-upon = La fornitura successiva { $later } ha toccato gli stessi articoli ({ $items }); annulla prima la fornitura { $later }.
catalogue-changed = Intanto il catalogo è cambiato; leggi di nuovo la fornitura.
pictures-gone = Un’immagine della fornitura non c’è più; manda di nuovo la fornitura.
unmended = La fornitura è applicata, ma forse una foto non trova ancora tutto: avvia hangtag audit --repair ({ $why }).
not-embedded = Non si possono leggere immagini del catalogo.

## File

no-table = Questa non è una tabella leggibile; manda un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
a-pdf = un PDF
a-picture = un’immagine
no-zip = un archivio, ma non ZIP
a-page = una pagina web o XML
file-other = Il file è { $what }; manda un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
file-empty = Il file è vuoto; manda una tabella con intestazione e una riga, o uno ZIP che ne contiene una.
file-closed = Il file { $name } non si può leggere; controlla di poterlo aprire.
no-table-among = Tra i file non c’è nessuna tabella CSV o XLSX; aggiungine una.
too-many-files = Una fornitura può avere { $most } file; mettili in uno ZIP.
table-too-large = La tabella supera { $most } MiB; dividila.
table-too-large-in = La tabella { $name } supera { $most } MiB; dividila.
workbook-xlsb = Il file è una cartella XLSB; salvalo come XLSX e mandalo di nuovo.
workbook-ods = Il file è un foglio OpenDocument; salvalo come XLSX e mandalo di nuovo.
workbook-heavy = La cartella ha una riga o una parte che nessun foglio di calcolo scrive; salvala di nuovo e mandala di nuovo.
workbook-locked = La cartella è protetta da password; salvala senza e mandala di nuovo.
workbook-old = Il file è una vecchia cartella XLS o un altro documento; salvalo come XLSX e mandalo di nuovo.
workbook-unpacked = la cartella decompressa supera { $most } MiB; dividila
workbook-macros = la cartella contiene macro; salvala come XLSX, senza macro
workbook-damaged = Il file XLSX è rovinato; salvalo e mandalo di nuovo.
workbook-sheets = La cartella ha più di { $most } fogli; manda solo quello che serve.
sheet-read = è stato letto il foglio { $sheet }; saltati: { $others }
zip-damaged = Il file ZIP o XLSX è rovinato; rifallo.
zip-members = lo ZIP contiene più di { $most } file; dividilo
zip-unpacked = lo ZIP decompresso supera { $most } GiB; dividilo
zip-tables = Lo ZIP contiene più di { $most } tabelle; dividilo.
zip-in-zip = È un file ZIP; prima decomprimilo.
packed-strangely = Il file { $name } è compresso in un modo sconosciuto; usa ZIP.
member-damaged = Il file { $name } nello ZIP è rovinato; rifai lo ZIP.
member-outside = il file { $name } porta fuori dallo ZIP; rifai lo ZIP
member-link = il file { $name } è un collegamento a un altro; metti il file stesso
member-locked = il file { $name } è protetto da password; mettilo senza
member-bomb = il file { $name } decompresso supera { $most } volte la sua dimensione; rifai lo ZIP
member-archive = il file { $name } è un archivio dentro lo ZIP; prima decomprimilo
member-twice = il file { $name } è due volte nello ZIP; tienine uno

## Tabelle

no-rows = sotto l’intestazione non c’è nessuna riga
too-many-rows = La tabella ha più di { $most } righe; dividila in più forniture.
too-many-columns = La tabella ha più di { $most } colonne; manda solo quelle che servono.
table-broken = La tabella non si può leggere: { $reason }.
above-header = quello che sta sopra l’intestazione è stato saltato (riga { $rows })
row-too-long = la riga ha più celle dell’intestazione; manca una virgoletta?
row-is-header = la riga ripete l’intestazione; toglila
row-endless = la riga ha una cella che non finisce; manca una virgoletta lì o sopra?
row-quotation = la riga ha una virgoletta nel posto sbagliato; ne manca una lì o sopra?
cell-too-long = la cella nella colonna { $column } ha più di { $most } caratteri
cell-strange = la cella nella colonna { $column } contiene { $sign }; toglilo, e salva il CSV come UTF-8
formula-empty = la formula nella colonna { $column } non ha un valore; apri il file in un foglio di calcolo, salvalo lì e mandalo di nuovo
column-missing = manca la colonna { $field }
column-perhaps = { $told }; se è { $column }, chiama { $field } quella colonna
column-unknown = la colonna { $column } non è conosciuta ed è stata saltata
column-like = { $told }; intendi { $field }? Allora chiamala così
column-twice = la colonna { $column } c’è due volte; tienine una
columns-same = le colonne { $columns } vogliono dire tutte { $field }; tienine una
magento-view = una traduzione per una sola vista del negozio è stata saltata
magento-kind = { $sku } riunisce altri prodotti ({ $kind }) ed è stato saltato
magento-unshown = nessuna variante di { $sku } mostra { $pictures }, saltato
shopify-picture = l’immagine { $address } non è stata caricata; mandala in uno ZIP, o permetti il suo server in HANGTAG_PICTURE_HOSTS

## Righe

field-empty = { $field }: vuoto
field-too-long = { $field } ha più di { $longest } caratteri
field-unseen = { $field } { $name } contiene { $sign }, invisibile; scrivilo di nuovo
formula-failed = { $field } è { $shown }, una formula non riuscita; correggila
names-nothing = non è indicato né un articolo né uno SKU
two-spellings = { $field } { $name } è scritto { $other } nella { $where }
two-owners = { $field } { $name } è di { $owner } { $there } nella { $where }, qui di { $here }
no-title = { $whose }: senza titolo
class-unknown = la classe { $named } non è nessuna di { $classes }
location-twice = { $whose } è già nella { $where } ({ $place }); tienine una
status-unknown = lo stato { $status } non è né vuoto né retired
time-unknown = l’ora { $time } non è come { $example }
disagree = { $whose }: { $field } è { $here } qui e { $there } nella { $where }
more-reserved = riservati: { $reserved }, più della giacenza: { $on_hand }
more-reserved-at = riservati in { $location }: { $reserved }, più della giacenza: { $on_hand }
quantity-wrong = la quantità ({ $field }) { $why }
whole-no-number = è { $text }, che non è un numero intero
whole-either = è { $text }, che può voler dire { $readings }; scrivila senza punto né virgola
whole-thousand = è { $text }, che può voler dire mille volte tanto; scrivila senza punto né virgola
whole-negative = è { $text }, ma non può essere sotto 0
whole-too-large = è { $text }, che è troppo
price-no-number = il prezzo { $text } non è un numero
price-either = il prezzo è { $text }, che può voler dire { $readings }; scrivilo con due decimali o senza punto né virgola
price-negative = il prezzo { $text } è sotto 0
price-too-large = il prezzo { $text } è troppo grande
price-decimals = il prezzo { $text } ha più di { $most } decimali
currency-unknown = la valuta { $code } non è un codice conosciuto di tre lettere, come EUR
two-currencies = il prezzo { $text } è in { $named }, ma la valuta è { $code }
sku-owned = lo SKU { $sku } è dell’articolo { $owner } nel catalogo, qui di { $item }
sku-confusable = lo SKU { $sku } si distingue solo per gli spazi da uno dell’articolo { $item } nel catalogo: scrivili uguali
sku-unknown = lo SKU { $sku } non è nel catalogo
sku-unknown-stock = lo SKU { $sku } non è nel catalogo; si cambia solo la giacenza
item-unknown = l’articolo { $item } non è nel catalogo
barcode-owned = il codice a barre { $barcode } è dello SKU { $holder } nel catalogo, qui di { $sku }

## Immagini

picture-absent = l’immagine { $name } è indicata ma non è arrivata con la fornitura
picture-closed = l’immagine { $name } non si può leggere
picture-not-bare = ciò che una fotocamera ha scritto accanto ai pixel non si può togliere; salvala come JPEG o PNG
picture-refused = { $name } non si può leggere come immagine: { $why }
picture-unreadable = { $name } non si può leggere come immagine
pixels = { $width } × { $height } pixel sono più di { $most } milioni
picture-changed = L’immagine { $name } è cambiata dopo il controllo; importa di nuovo la fornitura.
picture-too-large = L’immagine { $name } supera { $most } MiB; mandane una più piccola.
pictures-too-large = Le immagini per indirizzo superano insieme { $most } GiB; dividi la fornitura.
picture-not-fetched = L’immagine { $name } non è stata caricata; permetti il suo server in HANGTAG_PICTURE_HOSTS, o mandala in uno ZIP.
name-ambiguous = Il nome { $name } è in più punti dello ZIP, come { $one } e { $other }; indica anche la cartella.
link-none = L’indirizzo di un’immagine non si può aprire.
link-circles = L’immagine { $address } non si è potuta caricare, il suo link gira in tondo.
link-status = L’immagine { $address } non si è potuta caricare, il suo server risponde { $status }.
link-empty = L’immagine { $address } è vuota (0 byte).
link-http = L’immagine { $address } non è stata caricata: il suo indirizzo deve cominciare con https://.
link-slow = L’immagine { $address } ha richiesto troppo tempo.
link-failed = L’immagine { $address } non si è potuta caricare.
link-too-large = L’immagine { $address } supera { $allowed } MB.
host-unknown = Il server { $host } non è in HANGTAG_PICTURE_HOSTS.
host-failed = Il server { $host } ha fallito { $times } volte e non è più stato interrogato.

## La lista da scaricare

report-kind = tipo
report-item = articolo
report-file = file
report-row = riga
report-what = che cosa
report-before = prima
report-after = dopo
report-refused = rifiutato
report-note = nota
report-new = nuovo
report-changed = cambiato
report-retired = ritirato
report-deleted = eliminato
report-unchanged = invariato
report-missing = non indicato
report-lookalike = probabile doppione
report-unnamed = la fornitura non lo indica; resta com’è
report-like = somiglia a { $other }
report-like-new = somiglia a { $other }, nuovo anche lui in questa fornitura

shop-no-sku = { $name } non ha uno SKU ed è stato saltato
shop-no-garment = non sta su uno scaffale ({ $word }) ed è stato saltato: { $names }
shop-prices = i prezzi di { $item } sono diversi; vale { $price }, non { $others }
shop-other-prices = altri prezzi sono stati saltati: { $names }
shop-attributes = attributi senza posto nel catalogo sono stati saltati: { $names }
shop-retired = nel negozio { $word }, quindi ritirati: { $names }
shop-unpublished = nel negozio { $word }, presi come gli altri: { $names }
shop-below-zero = una giacenza sotto zero vale 0: { $names }
shop-not-stocked = nessuna giacenza presa dove c’è scritto { $word }: { $names }
shop-oversold = più pezzi riservati che presenti; tutti i presenti valgono come riservati: { $names }
shop-dollar = i prezzi sono stati presi senza valuta, perché { $names } può essere qualsiasi dollaro
shop-price-variable = senza prezzo fisso: { $names }
magento-missing = mancano nel file varianti di un prodotto: { $names }
location-columns = ognuna di queste colonne vale come luogo: { $columns }
stock-by-location = le giacenze senza luogo sono state saltate, perché un altro file conta ogni luogo: { $names }
shop-parent-missing = { $parent }, a cui appartiene { $sku }, manca nel file
shop-row-ignored = una riga del tipo { $kind } è stata saltata
google-no-counts = il feed non conta le giacenze per luogo; restano come sono, e valgono 0 per il nuovo
prestashop-sums = la lista dei prodotti di PrestaShop non ha combinazioni: se un prodotto ha taglie, la sua riga è la somma; manda allora una tabella con una riga per taglia
prestashop-combinations = le combinazioni di PrestaShop non hanno nome; manda una tabella con nome, riferimento e quantità di ognuna
business-central-variants = le varianti di Business Central non hanno SKU; manda una tabella con una riga e uno SKU per variante
size-columns = le taglie { $sizes } sono colonne, quindi nessuna ha uno SKU; manda una riga per taglia, con il suo SKU
pictures-elsewhere = le immagini nominate non sono arrivate con l’esportazione ({ $count }); mandale in uno ZIP
feed-damaged = Il feed XML è danneggiato; esportalo di nuovo, o manda un CSV in UTF-8 o un XLSX.
refused-advised = Non è stato cambiato nulla, perché { $why }. { $advice }
columns-advice = Le colonne sono { $columns }; rinominale, o importa con: { $options }
picture-key = l’immagine { $name } ha la chiave di un altro catalogo; esporta lì uno ZIP, che porta le immagini
pictures-unused = immagini arrivate che nessuna riga nomina ({ $count }): { $names }
pictures-in-cells = le immagini nelle celle non sono state lette ({ $count }); mandale come file in uno ZIP con la tabella
pictures-embedded = le immagini nella cartella non sono state lette ({ $count }); mandale come file in uno ZIP con la tabella
row-skipped = questa riga è stata lasciata fuori: { $why }
feed-incomplete = Ai prodotti del feed manca l’id o il titolo; manda un feed con entrambi, o un CSV in UTF-8 o un XLSX.
