# Faults of batches and the columns of their report, in Spanish. The English is in catalogue/messages/en.ftl.

## Where it is

column-item = artículo
column-title = título
column-class = clase
column-colour = color
column-brand = marca
column-price = precio
column-currency = moneda
column-sku = SKU
column-size = talla
column-barcode = código de barras
column-location = ubicación
column-location-code = código de ubicación
column-on-hand = stock
column-reserved = reservado
column-pictures = imágenes
column-status = estado
column-description = descripción
field-of = { $field } de { $sku }
field-at = { $field } de { $sku } en { $location }
the-item = artículo { $item }
the-sku = SKU { $sku }
in-row = fila { $row }
in-row-of-file = fila { $row } de { $file }
in-file = { $file }
inside = En { $name }: { $told }.
and = { $one } y { $other }
same-location = la misma ubicación
did-you-mean = { $told }; ¿te refieres a { $like }?
retired = retirado
sign = un carácter U+{ $code }
sign-lost = un carácter perdido por el camino (U+FFFD)
sign-nul = el carácter NUL (U+0000)

## The batch as a whole

refused = el lote tiene un error: { $reason }
refused-at = el lote tiene un error ({ $where }): { $reason }
refused-more = { $first } (y { $more } más)
refused-all = No ha cambiado nada, porque { $why }.
cut-off = La lectura se interrumpió. Envía el lote otra vez.
stale = El catálogo ha cambiado desde que se comparó este lote con él. Mira lo que cambiaría ahora.
expired = Nadie aplicó este lote en dos semanas. Envíalo otra vez.
state-staged = pendiente
state-applying = aplicándose
state-applied = aplicado
state-discarded = descartado
state-undone = deshecho
state-failed = fallido
not-staged-apply = El lote { $batch } está { $state }; solo se puede aplicar uno pendiente.
not-staged-discard = El lote { $batch } está { $state }; solo se puede descartar uno pendiente.
staged-no-more = El lote { $batch } ya no está pendiente.
given-no-more = Los datos del lote { $batch } ya no están guardados.
no-batch = No existe el lote { $batch }. Escribe catalogue history para verlos todos.
nothing-to-undo = No hay ningún lote que deshacer.
not-applied = El lote { $batch } está { $state }; solo se puede deshacer uno aplicado.
too-long-ago =
    { $kept ->
        [one] El lote { $batch } es demasiado antiguo. Solo se puede deshacer el último.
       *[other] El lote { $batch } es demasiado antiguo. Solo se pueden deshacer los { $kept } últimos.
    }
moved-since = Desde entonces se ha movido, contado o reservado stock ({ $items }). Deshaz eso primero.
built-upon = El lote posterior { $later } cambió los mismos artículos ({ $items }). Deshaz primero el lote { $later }.
catalogue-changed = El catálogo ha cambiado mientras tanto. Lee el lote otra vez.
pictures-gone = Ya no está una imagen del lote. Envía el lote otra vez.
unmended = El lote se aplicó, pero puede que una foto aún no lo encuentre todo. Ejecuta hangtag audit --repair ({ $why }).
not-embedded = No se pueden analizar imágenes del catálogo.

## Files

no-table = Esto no es una tabla que se pueda leer; envía un CSV en UTF-8, un XLSX, o un ZIP que contenga uno.
a-pdf = un PDF
a-picture = una imagen
no-zip = un archivo comprimido, pero no ZIP
a-page = una página web o XML
file-other = El archivo es { $what }; envía un CSV en UTF-8, un XLSX, o un ZIP que contenga uno.
file-empty = El archivo está vacío; envía una tabla con encabezado y una fila, o un ZIP que contenga una.
file-closed = No se puede leer el archivo { $name }; comprueba que puedes abrirlo.
no-table-among = Entre los archivos no hay ninguna tabla CSV ni XLSX; añade una.
too-many-files =
    { $most ->
        [one] Un lote puede tener { $most } archivo; mételos en un ZIP.
       *[other] Un lote puede tener { $most } archivos; mételos en un ZIP.
    }
table-too-large = La tabla tiene más de { $most } MiB; divídela.
table-too-large-in = La tabla { $name } tiene más de { $most } MiB; divídela.
workbook-xlsb = El archivo es un libro XLSB; guárdalo como XLSX y envíalo otra vez.
workbook-ods = El archivo es una hoja OpenDocument; guárdalo como XLSX y envíalo otra vez.
workbook-heavy = El libro tiene una fila o una parte que ningún programa de hojas de cálculo escribe; guárdalo de nuevo y envíalo otra vez.
workbook-locked = El libro está bloqueado con contraseña; guárdalo sin ella y envíalo otra vez.
workbook-old = El archivo es un libro XLS antiguo u otro documento; guárdalo como XLSX y envíalo otra vez.
workbook-unpacked = el libro descomprimido pasa de { $most } MiB; divídelo
workbook-macros = el libro contiene macros; guárdalo como XLSX, sin ellas
workbook-damaged = El archivo XLSX está dañado; guárdalo de nuevo y envíalo otra vez.
workbook-sheets = El libro tiene más de { $most } hojas; envía solo la que hace falta.
sheet-read = se leyó la hoja { $sheet }; omitidas: { $others }
zip-damaged = El archivo ZIP o XLSX está dañado; hazlo de nuevo.
zip-members = el ZIP contiene más de { $most } archivos; divídelo
zip-unpacked = el ZIP descomprimido pasa de { $most } GiB; divídelo
zip-tables = El ZIP contiene más de { $most } tablas; divídelo.
zip-in-zip = Es un archivo ZIP; descomprímelo primero.
packed-strangely = El archivo { $name } está comprimido de un modo desconocido; usa ZIP.
member-damaged = El archivo { $name } del ZIP está dañado; comprímelo de nuevo.
member-outside = el archivo { $name } lleva fuera del ZIP; comprímelo de nuevo
member-link = el archivo { $name } es un enlace a otro; mete el archivo mismo
member-locked = el archivo { $name } está bloqueado con contraseña; mételo sin ella
member-bomb = el archivo { $name } ocupa descomprimido más de { $most } veces su tamaño; comprímelo de nuevo
member-archive = el archivo { $name } es un comprimido dentro del ZIP; descomprímelo primero
member-twice = el archivo { $name } está dos veces en el ZIP; deja uno

## Tables

no-rows = no hay ninguna fila bajo el encabezado
too-many-rows = La tabla tiene más de { $most } filas; divídela en varios lotes.
too-many-columns = La tabla tiene más de { $most } columnas; envía solo las que hacen falta.
table-broken = No se puede leer la tabla: { $reason }.
above-header = se omitió todo lo que está encima del encabezado (fila { $rows })
header-two-rows = los encabezados están en las filas { $first } y { $second }, leídos así: { $columns }
column-unnamed = las columnas { $columns } tienen contenido pero no nombre, y se ignoraron
names-again = esta fila nombra otra vez las columnas, y se dejó fuera
total-row = esta fila es el total de las cantidades de arriba, y se dejó fuera
footer-row = esta fila es el final de una página o de un informe, y se dejó fuera
total-differs = la fila parece un total, pero no es la suma de las cantidades de arriba; ¿falta una fila? Quítala si están todas
column-under-group = la columna { $column } está bajo { $group }; ¿es lo que entiende el catálogo? Pon una sola fila de nombres encima de la tabla, y cambia el nombre de la columna, o quítala
row-too-long = la fila tiene más celdas que el encabezado; ¿falta una comilla?
row-is-header = la fila repite el encabezado; quítala
row-endless = la fila tiene una celda que no acaba; ¿falta una comilla ahí o más arriba?
row-quotation = la fila tiene una comilla donde no debe; ¿falta una ahí o más arriba?
cell-too-long = la celda de la columna { $column } tiene más de { $most } caracteres
cell-strange = la celda de la columna { $column } contiene { $sign }; quítalo, y guarda el CSV como UTF-8
formula-empty = la fórmula de la columna { $column } no tiene valor; abre el archivo en una hoja de cálculo, guárdalo allí y envíalo otra vez
column-missing = falta la columna { $field }
column-perhaps = { $told }; si es { $column }, llama { $field } a esa columna
column-unknown = la columna { $column } es desconocida y se omitió
column-like = { $told }; ¿te refieres a { $field }? Entonces llámala así
column-twice = la columna { $column } aparece dos veces; deja una
columns-same = las columnas { $columns } significan todas { $field }; deja una
magento-view = se omitió una traducción para una sola vista de tienda
magento-kind = { $sku } reúne otros productos ({ $kind }) y se omitió
magento-unshown = ninguna variante de { $sku } muestra { $pictures }, se omitió
shopify-picture = no se cargó la imagen { $address }; envíala en un ZIP, o permite su servidor en HANGTAG_PICTURE_HOSTS

## Rows

field-empty = { $field }: vacío
field-too-long = { $field } tiene más de { $longest } caracteres
field-unseen = { $field } { $name } contiene { $sign }, invisible; escríbelo de nuevo
formula-failed = { $field } es { $shown }, una fórmula con error; corrígela
names-nothing = no se indica ni artículo ni SKU
two-spellings = { $field } { $name } se escribe { $other } en la { $where }
two-owners = { $field } { $name } es de { $owner } { $there } en la { $where }, aquí de { $here }
no-title = { $whose }: sin título
class-of-category = la clase { $named } se leyó como { $like }
class-unknown = la clase { $named } no es ninguna de { $classes }
location-twice = { $whose } ya está en la { $where } ({ $place }); deja una
place-code-shared = el código { $code } es aquí de { $place }, pero en la { $where } de { $other }; un código es de una sola ubicación
place-code-second = { $place } tiene aquí el código { $code }, pero en la { $where } { $other }; una ubicación tiene un solo código
place-code-unknown = ninguna ubicación tiene el código { $code }; indica también la ubicación
place-codes = estas ubicaciones reciben un código: { $codes }
status-unknown = el estado { $status } no es ni vacío ni retired
time-unknown = la hora { $time } no es como { $example }
disagree = { $whose }: { $field } es { $here } aquí y { $there } en la { $where }
more-reserved = reservado: { $reserved }, más que el stock: { $on_hand }
more-reserved-at = reservado en { $location }: { $reserved }, más que el stock: { $on_hand }
quantity-wrong = la cantidad ({ $field }) { $why }
whole-no-number = es { $text }, que no es un número entero
whole-either = es { $text }, que puede querer decir { $readings }; escríbela sin punto ni coma
whole-thousand = es { $text }, que puede querer decir mil veces más; escríbela sin punto ni coma
three-decimals = los números de { $field } tienen tres decimales, como { $text }, y se leyeron así
whole-negative = es { $text }, pero no puede ser menos de 0
whole-too-large = es { $text }, que es demasiado
price-no-number = el precio { $text } no es un número
price-dollar = el precio { $text } puede estar en cualquier dólar; indica el código, como USD, en la columna moneda
price-either = el precio es { $text }, que puede querer decir { $readings }; escríbelo con dos decimales o sin punto ni coma
price-negative = el precio { $text } es menos de 0
price-too-large = el precio { $text } es demasiado grande
price-decimals = el precio { $text } tiene más de { $most } decimales
currency-unknown = la moneda { $code } no es un código conocido de tres letras, como EUR
two-currencies = el precio { $text } está en { $named }, pero la moneda es { $code }
sku-owned = el SKU { $sku } es del artículo { $owner } en el catálogo, aquí de { $item }
sku-unknown = el SKU { $sku } no está en el catálogo
sku-unknown-stock = el SKU { $sku } no está en el catálogo; solo se cambia stock
all-places = el lote nombra todas las ubicaciones de sus SKU; lo que tienen en otras pasa a 0 ({ $count })
skus-alike = el SKU { $sku } y el SKU { $other } en { $where } solo difieren en ceros iniciales, mayúsculas, espacios o guiones; si son el mismo, escríbelos igual
item-unknown = el artículo { $item } no está en el catálogo
barcode-owned = el código de barras { $barcode } es del SKU { $holder } en el catálogo, aquí de { $sku }

## Pictures

picture-absent = se indica la imagen { $name }, pero no está en el lote
picture-closed = no se puede leer la imagen { $name }
picture-not-bare = no se pueden quitar los metadatos de la cámara; guarda la imagen como JPEG o PNG
picture-refused = { $name } no se puede leer como imagen: { $why }
picture-unreadable = { $name } no se puede leer como imagen
pixels = { $width } × { $height } píxeles son más de { $most } millones
picture-changed = La imagen { $name } ha cambiado desde la comprobación; importa otra vez el lote.
picture-too-large = La imagen { $name } tiene más de { $most } MiB; envía una más pequeña.
pictures-too-large = Las imágenes por dirección pasan juntas de { $most } GiB; divide el lote.
picture-not-fetched = No se cargó la imagen { $name }; permite su servidor en HANGTAG_PICTURE_HOSTS, o envíala en un ZIP.
name-ambiguous = El nombre { $name } está en varias partes del ZIP, como { $one } y { $other }; indica también la carpeta.
link-none = No se puede abrir la dirección de una imagen.
link-circles = No se pudo cargar la imagen { $address } porque su enlace da vueltas en círculo.
link-status = No se pudo cargar la imagen { $address } (su servidor respondió { $status }).
link-empty = La imagen { $address } está vacía (0 bytes).
link-http = No se cargó la imagen { $address }: su dirección debe empezar por https://.
link-slow = La imagen { $address } tardó demasiado en cargar.
link-failed = No se pudo cargar la imagen { $address }.
link-too-large = La imagen { $address } tiene más de { $allowed } MB.
host-unknown = El servidor { $host } no está en HANGTAG_PICTURE_HOSTS.
host-failed = El servidor { $host } falló { $times } veces y no se volvió a consultar.

## The report to download

report-kind = tipo
report-item = artículo
report-file = archivo
report-row = fila
report-what = qué
report-before = antes
report-after = después
report-refused = rechazado
report-note = nota
report-new = nuevo
report-changed = cambiado
report-retired = retirado
report-deleted = borrado
report-unchanged = sin cambios
report-missing = no está en el lote
report-lookalike = duplicado probable
report-unnamed = no está en el lote; queda como está
report-like = se parece a { $other }
report-like-new = se parece a { $other }, también nuevo en este lote
sheets-alike = Las hojas { $sheets } tienen las mismas columnas; pon todas las filas en una hoja o manda solo la que necesitas.
sheet-hidden = la hoja { $sheet } está oculta
rows-hidden = también se leyeron filas ocultas: { $rows }
header-merged = el encabezado tiene celdas combinadas o dos filas; escribe el nombre de cada columna en su propia celda
cell-merged = las celdas de { $column } están combinadas en las filas { $first } a { $last }; da a cada fila su propio valor
cells-filled = se rellenaron hacia abajo las celdas combinadas: { $columns }
workbook-numbers = El archivo es una hoja de Numbers; expórtalo como Excel (XLSX) y manda ese archivo.
workbook-page = El archivo es una página web, aunque se llame XLS; ábrelo en un programa de hojas de cálculo, guárdalo como XLSX y manda ese archivo.
identifier-date = { $field } es { $text }, una fecha que quizá creó un programa de hojas de cálculo; da formato de texto a la columna y escríbelo otra vez
identifier-number = { $field } es { $text }, un número que acortó un programa de hojas de cálculo; da formato de texto a la columna y escríbelo otra vez
identifier-null = { $field } es { $text }, que no significa nada; rellena la celda o déjala vacía
words-blank = { $words } cuenta como vacío ({ $field })
sku-like-known = el SKU { $sku } solo se distingue por ceros, espacios o guiones de { $known } del artículo { $item } del catálogo; escribe los dos igual
location-blank = la fila tiene una cantidad pero no ubicación, y otras filas la tienen; indícala
location-needed = el SKU { $sku } está en { $places }; indica la ubicación de esta cantidad
text-repaired = se repararon letras codificadas dos veces (filas { $rows })
encoding-unclear = Las letras de este CSV no se pueden leer con certeza; guárdalo como «CSV UTF-8» o XLSX y mándalo otra vez.
html-removed = el HTML de las descripciones se convirtió en texto

shop-no-sku = { $name } no tiene SKU y se omitió
shop-no-garment = esto no está en ningún estante ({ $word }) y se omitió: { $names }
shop-prices = los precios de { $item } son distintos; vale { $price }, no { $others }
shop-other-prices = se omitieron otros precios: { $names }
shop-attributes = se omitieron atributos sin lugar en el catálogo: { $names }
shop-retired = { $word } en la tienda, por eso retirados: { $names }
shop-unpublished = { $word } en la tienda, tomados como los demás: { $names }
shop-below-zero = las existencias bajo cero cuentan como 0: { $names }
shop-not-stocked = no se tomaron existencias donde dice { $word }: { $names }
shop-oversold = hay más piezas reservadas que existencias; todas cuentan como reservadas: { $names }
shop-dollar = los precios se tomaron sin moneda, porque { $names } puede ser cualquier dólar
shop-price-variable = sin precio fijo: { $names }
magento-missing = faltan variantes de un producto en el archivo: { $names }
location-columns = cada una de estas columnas cuenta como un lugar: { $columns }
stock-by-location = se omitieron las existencias sin lugar, porque otro archivo cuenta cada lugar: { $names }
shop-parent-missing = { $parent }, del que { $sku } es parte, falta en el archivo
shop-row-ignored = se omitió una fila del tipo { $kind }
google-no-counts = el feed no cuenta existencias por lugar; quedan como están, y son 0 en lo nuevo
prestashop-sums = la lista de productos de PrestaShop no tiene combinaciones: si un producto tiene tallas, su fila es la suma; manda entonces una tabla con una fila por talla
prestashop-combinations = las combinaciones de PrestaShop no tienen nombre; manda una tabla con el nombre, la referencia y la cantidad de cada una
business-central-variants = las variantes de Business Central no tienen SKU; manda una tabla con una fila y un SKU por variante
size-columns = las tallas { $sizes } son columnas, así que ninguna tiene SKU; manda una fila por talla, con su SKU
pictures-elsewhere = las imágenes que nombra la exportación no vinieron con ella ({ $count }); mándalas en un ZIP
feed-damaged = El feed XML está dañado; expórtalo otra vez, o manda un CSV en UTF-8 o un XLSX.
refused-advised = No se cambió nada, porque { $why }. { $advice }
columns-advice = Las columnas son { $columns }; cámbiales el nombre, o importa con: { $options }
columns-remembered = las columnas se leyeron como se indicó el { $date }: { $columns }; para olvidarlo, escribe «catalogue columns»
picture-key = la imagen { $name } lleva su clave de otro catálogo; exporta allí un ZIP, que trae las imágenes
pictures-unused = imágenes que llegaron y que ninguna fila nombra ({ $count }): { $names }
pictures-not-allowed = no se descargaron imágenes de { $hosts } ({ $count }); envíalas en un ZIP, o permite el host en HANGTAG_PICTURE_HOSTS
pictures-in-cells = no se leyeron las imágenes en celdas ({ $count }); mándalas como archivos en un ZIP con la tabla
pictures-embedded = no se leyeron las imágenes dentro del libro ({ $count }); mándalas como archivos en un ZIP con la tabla
pictures-embedded-rest = otras imágenes del libro no se leyeron ({ $count }), porque no están en ninguna fila o están en varios artículos; envíalas como archivos en un ZIP con la tabla
refused-column = qué está mal
refused-why = { $where }: { $why }
refused-with-item = se dejó fuera, porque otra fila del mismo artículo tiene un error
feed-incomplete = A los productos del feed les falta el id o el título; manda un feed con ambos, o un CSV en UTF-8 o un XLSX.
