# Faults of batches and the columns of their report, in Italian. The English is in catalogue/messages/en.ftl.

## Where it is

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
column-location = ubicazione
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
same-location = la stessa ubicazione
did-you-mean = { $told }; intendi { $like }?
retired = ritirato
sign = un carattere U+{ $code }
sign-lost = un carattere perso per strada (U+FFFD)
sign-nul = il carattere NUL (U+0000)

## The batch as a whole

refused = il lotto ha un errore: { $reason }
refused-at = il lotto ha un errore ({ $where }): { $reason }
refused-more = { $first } (e altri { $more })
refused-all = Non è cambiato niente, perché { $why }.
cut-off = La lettura è stata interrotta. Invia di nuovo il lotto.
stale = Il catalogo è cambiato da quando questo lotto è stato confrontato. Guarda che cosa cambierebbe ora.
expired = Nessuno ha applicato questo lotto per due settimane. Invialo di nuovo.
state-staged = in attesa
state-applying = in corso di applicazione
state-applied = applicato
state-discarded = scartato
state-undone = annullato
state-failed = fallito
not-staged-apply = Il lotto { $batch } è { $state }; se ne può applicare solo uno in attesa.
not-staged-discard = Il lotto { $batch } è { $state }; se ne può scartare solo uno in attesa.
staged-no-more = Il lotto { $batch } non è più in attesa.
given-no-more = I dati del lotto { $batch } non sono più conservati.
no-batch = Non c’è un lotto { $batch }. Scrivi catalogue history per vederli tutti.
nothing-to-undo = Non c’è nessun lotto da annullare.
not-applied = Il lotto { $batch } è { $state }; se ne può annullare solo uno applicato.
too-long-ago =
    { $kept ->
        [one] Il lotto { $batch } è troppo vecchio. Si può annullare solo l’ultimo.
       *[other] Il lotto { $batch } è troppo vecchio. Si possono annullare solo gli ultimi { $kept }.
    }
moved-since = Nel frattempo la giacenza è stata spostata, contata o riservata ({ $items }). Annulla prima quello.
built-upon = Il lotto successivo { $later } ha modificato gli stessi articoli ({ $items }). Annulla prima il lotto { $later }.
catalogue-changed = Nel frattempo il catalogo è cambiato. Leggi di nuovo il lotto.
pictures-gone = Un’immagine del lotto non c’è più. Invia di nuovo il lotto.
unmended = Il lotto è stato applicato, ma forse una foto non trova ancora tutto. Avvia hangtag audit --repair ({ $why }).
not-embedded = Non si possono analizzare immagini del catalogo.

## Files

no-table = Questa non è una tabella leggibile; invia un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
a-pdf = un PDF
a-picture = un’immagine
no-zip = un archivio, ma non ZIP
a-page = una pagina web o XML
file-other = Il file è { $what }; invia un CSV in UTF-8, un XLSX, o uno ZIP che ne contiene uno.
file-empty = Il file è vuoto; invia una tabella con intestazione e una riga, o uno ZIP che ne contiene una.
file-closed = Il file { $name } non si può leggere; controlla di poterlo aprire.
no-table-among = Tra i file non c’è nessuna tabella CSV o XLSX; aggiungine una.
too-many-files = Un lotto può avere { $most } file; mettili in uno ZIP.
table-too-large = La tabella supera { $most } MiB; dividila.
table-too-large-in = La tabella { $name } supera { $most } MiB; dividila.
workbook-xlsb = Il file è una cartella XLSB; salvalo come XLSX e invialo di nuovo.
workbook-ods = Il file è un foglio OpenDocument; salvalo come XLSX e invialo di nuovo.
workbook-heavy = La cartella ha una riga o una parte che nessun foglio di calcolo scrive; salvala di nuovo e inviala di nuovo.
workbook-locked = La cartella è protetta da password; salvala senza e inviala di nuovo.
workbook-old = Il file è una vecchia cartella XLS o un altro documento; salvalo come XLSX e invialo di nuovo.
workbook-unpacked = la cartella decompressa supera { $most } MiB; dividila
workbook-macros = la cartella contiene macro; salvala come XLSX, senza macro
workbook-damaged = Il file XLSX è danneggiato; salvalo di nuovo e invialo ancora.
workbook-sheets = La cartella ha più di { $most } fogli; invia solo quello che serve.
sheet-read = è stato letto il foglio { $sheet }; ignorati: { $others }
zip-damaged = Il file ZIP o XLSX è danneggiato; crealo di nuovo.
zip-members = lo ZIP contiene più di { $most } file; dividilo
zip-unpacked = lo ZIP decompresso supera { $most } GiB; dividilo
zip-tables = Lo ZIP contiene più di { $most } tabelle; dividilo.
zip-in-zip = È un file ZIP; prima decomprimilo.
packed-strangely = Il file { $name } è compresso in un modo sconosciuto; usa ZIP.
member-damaged = Il file { $name } nello ZIP è danneggiato; rifai lo ZIP.
member-outside = il file { $name } porta fuori dallo ZIP; rifai lo ZIP
member-link = il file { $name } è un collegamento a un altro; metti il file stesso
member-locked = il file { $name } è protetto da password; mettilo senza
member-bomb = il file { $name } decompresso supera { $most } volte la sua dimensione; rifai lo ZIP
member-archive = il file { $name } è un archivio dentro lo ZIP; prima decomprimilo
member-twice = il file { $name } è due volte nello ZIP; tienine uno

## Tables

no-rows = sotto l’intestazione non c’è nessuna riga
too-many-rows = La tabella ha più di { $most } righe; dividila in più lotti.
too-many-columns = La tabella ha più di { $most } colonne; invia solo quelle che servono.
table-broken = La tabella non si può leggere: { $reason }.
above-header = tutto quello che sta sopra l’intestazione è stato ignorato (riga { $rows })
header-two-rows = le intestazioni sono nelle righe { $first } e { $second }, lette così: { $columns }
column-unnamed = le colonne { $columns } hanno un contenuto ma nessun nome, e sono state ignorate
column-under-group = la colonna { $column } è sotto { $group }; è quello che intende il catalogo? Metti una sola riga di nomi sopra la tabella, e rinomina la colonna, oppure toglila
row-too-long = la riga ha più celle dell’intestazione; manca una virgoletta?
row-is-header = la riga ripete l’intestazione; toglila
row-endless = la riga ha una cella che non finisce; manca una virgoletta lì o sopra?
row-quotation = la riga ha una virgoletta nel posto sbagliato; ne manca una lì o sopra?
cell-too-long = la cella nella colonna { $column } ha più di { $most } caratteri
cell-strange = la cella nella colonna { $column } contiene { $sign }; toglilo, e salva il CSV come UTF-8
formula-empty = la formula nella colonna { $column } non ha un valore; apri il file in un foglio di calcolo, salvalo lì e invialo di nuovo
column-missing = manca la colonna { $field }
column-perhaps = { $told }; se è { $column }, chiama { $field } quella colonna
column-unknown = la colonna { $column } è sconosciuta ed è stata ignorata
column-like = { $told }; intendi { $field }? Allora chiamala così
column-twice = la colonna { $column } c’è due volte; tienine una
columns-same = le colonne { $columns } vogliono dire tutte { $field }; tienine una
magento-view = una traduzione per una sola vista del negozio è stata ignorata
magento-kind = { $sku } riunisce altri prodotti ({ $kind }) ed è stato ignorato
magento-unshown = nessuna variante di { $sku } mostra { $pictures }, ignorato
shopify-picture = l’immagine { $address } non è stata caricata; inviala in uno ZIP, o consenti il suo server in HANGTAG_PICTURE_HOSTS

## Rows

field-empty = { $field }: vuoto
field-too-long = { $field } ha più di { $longest } caratteri
field-unseen = { $field } { $name } contiene { $sign }, invisibile; scrivilo di nuovo
formula-failed = { $field } è { $shown }, una formula con errore; correggila
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
price-dollar = il prezzo { $text } può essere in qualsiasi dollaro; indica il codice, come USD, nella colonna valuta
price-either = il prezzo è { $text }, che può voler dire { $readings }; scrivilo con due decimali o senza punto né virgola
price-negative = il prezzo { $text } è sotto 0
price-too-large = il prezzo { $text } è troppo grande
price-decimals = il prezzo { $text } ha più di { $most } decimali
currency-unknown = la valuta { $code } non è un codice conosciuto di tre lettere, come EUR
two-currencies = il prezzo { $text } è in { $named }, ma la valuta è { $code }
sku-owned = lo SKU { $sku } è dell’articolo { $owner } nel catalogo, qui di { $item }
sku-unknown = lo SKU { $sku } non è nel catalogo
sku-unknown-stock = lo SKU { $sku } non è nel catalogo; si cambia solo la giacenza
all-places = il lotto nomina tutte le posizioni dei suoi SKU; quello che hanno altrove diventa 0 ({ $count })
skus-alike = lo SKU { $sku } e lo SKU { $other } in { $where } differiscono solo per zeri iniziali, maiuscole, spazi o trattini; se è lo stesso, scrivili allo stesso modo
item-unknown = l’articolo { $item } non è nel catalogo
barcode-owned = il codice a barre { $barcode } è dello SKU { $holder } nel catalogo, qui di { $sku }

## Pictures

picture-absent = l’immagine { $name } è indicata ma non è nel lotto
picture-closed = l’immagine { $name } non si può leggere
picture-not-bare = i metadati della fotocamera non si possono togliere; salva l’immagine come JPEG o PNG
picture-refused = { $name } non si può leggere come immagine: { $why }
picture-unreadable = { $name } non si può leggere come immagine
pixels = { $width } × { $height } pixel sono più di { $most } milioni
picture-changed = L’immagine { $name } è cambiata dopo il controllo; importa di nuovo il lotto.
picture-too-large = L’immagine { $name } supera { $most } MiB; inviane una più piccola.
pictures-too-large = Le immagini per indirizzo superano insieme { $most } GiB; dividi il lotto.
picture-not-fetched = L’immagine { $name } non è stata caricata; consenti il suo server in HANGTAG_PICTURE_HOSTS, o inviala in uno ZIP.
name-ambiguous = Il nome { $name } è in più punti dello ZIP, come { $one } e { $other }; indica anche la cartella.
link-none = L’indirizzo di un’immagine non si può aprire.
link-circles = Impossibile caricare l’immagine { $address } perché il suo link gira in tondo.
link-status = Impossibile caricare l’immagine { $address } (il suo server ha risposto { $status }).
link-empty = L’immagine { $address } è vuota (0 byte).
link-http = L’immagine { $address } non è stata caricata: il suo indirizzo deve cominciare con https://.
link-slow = L’immagine { $address } ha richiesto troppo tempo.
link-failed = Impossibile caricare l’immagine { $address }.
link-too-large = L’immagine { $address } supera { $allowed } MB.
host-unknown = Il server { $host } non è in HANGTAG_PICTURE_HOSTS.
host-failed = Il server { $host } non ha risposto { $times } volte e non è più stato interrogato.

## The report to download

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
report-changed = modificato
report-retired = ritirato
report-deleted = eliminato
report-unchanged = invariato
report-missing = non nel lotto
report-lookalike = probabile doppione
report-unnamed = non nel lotto; resta com’è
report-like = somiglia a { $other }
report-like-new = somiglia a { $other }, nuovo anche in questo lotto
sheets-alike = I fogli { $sheets } hanno le stesse colonne; metti tutte le righe in un foglio o manda solo quello che serve.
sheet-hidden = il foglio { $sheet } è nascosto
rows-hidden = sono state lette anche le righe nascoste: { $rows }
header-merged = l’intestazione ha celle unite o due righe; scrivi il nome di ogni colonna in una cella propria
cell-merged = le celle di { $column } sono unite nelle righe da { $first } a { $last }; dai a ogni riga il suo valore
cells-filled = le celle unite sono state riempite verso il basso: { $columns }
workbook-numbers = Il file è un foglio di Numbers; esportalo come Excel (XLSX) e manda quel file.
workbook-page = Il file è una pagina web, anche se si chiama XLS; aprilo in un foglio di calcolo, salvalo come XLSX e manda quel file.
identifier-date = { $field } è { $text }, una data creata forse da un foglio di calcolo; imposta la colonna come testo e scrivilo di nuovo
identifier-number = { $field } è { $text }, un numero accorciato da un foglio di calcolo; imposta la colonna come testo e scrivilo di nuovo
identifier-null = { $field } è { $text }, che non indica nulla; compila la cella o lasciala vuota
words-blank = { $words } vale come vuoto ({ $field })
sku-like-known = lo SKU { $sku } si distingue solo per zeri, spazi o trattini da { $known } dell’articolo { $item } nel catalogo; scrivili uguali
location-blank = la riga ha una quantità ma nessuna ubicazione, mentre altre righe ne hanno una; indicala
location-needed = lo SKU { $sku } si trova in { $places }; indica l’ubicazione di questa quantità
text-repaired = sono state riparate lettere codificate due volte (righe { $rows })
encoding-unclear = Le lettere di questo CSV non si leggono con certezza; salvalo come «CSV UTF-8» o XLSX e mandalo di nuovo.
html-removed = l’HTML nelle descrizioni è diventato testo

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
columns-remembered = le colonne sono state lette come indicato il { $date }: { $columns }; per dimenticarlo, scrivi «catalogue columns»
picture-key = l’immagine { $name } ha la chiave di un altro catalogo; esporta lì uno ZIP, che porta le immagini
pictures-unused = immagini arrivate che nessuna riga nomina ({ $count }): { $names }
pictures-in-cells = le immagini nelle celle non sono state lette ({ $count }); mandale come file in uno ZIP con la tabella
pictures-embedded = le immagini nella cartella non sono state lette ({ $count }); mandale come file in uno ZIP con la tabella
refused-column = che cosa non va
refused-why = { $where }: { $why }
refused-with-item = lasciata fuori, perché un’altra riga dello stesso articolo ha un errore
feed-incomplete = Ai prodotti del feed manca l’id o il titolo; manda un feed con entrambi, o un CSV in UTF-8 o un XLSX.
