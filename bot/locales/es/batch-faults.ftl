# Lo que no está bien en un lote, en español. El inglés está en el código, donde nace.

## Dónde está

told-field-item = artículo
told-field-title = título
told-field-class = clase
told-field-colour = color
told-field-brand = marca
told-field-price = precio
told-field-currency = moneda
told-field-sku = SKU
told-field-size = talla
told-field-barcode = código de barras
told-field-location = sitio
told-field-on-hand = existencias
told-field-reserved = reservado
told-field-pictures = imágenes
told-field-status = estado
told-field-description = descripción
told-field-of = { $field } de { $sku }
told-field-at = { $field } de { $sku } en { $location }
told-the-item = artículo { $item }
told-the-sku = SKU { $sku }
told-in-row = fila { $row }
told-in-row-of-file = fila { $row } de { $file }
told-in-file = { $file }
told-inside = En { $name }: { $told }.
told-and = { $one } y { $other }
told-same-location = el mismo sitio
told-did-you-mean = { $told }; ¿quieres decir { $like }?
told-retired = retirado
told-sign = un carácter U+{ $code }
told-sign-lost = un carácter perdido por el camino (U+FFFD)
told-sign-nul = el carácter NUL (U+0000)

## El lote entero

told-refused = el lote tiene un error: { $reason }
told-refused-at = el lote tiene un error ({ $where }): { $reason }
told-refused-more = { $first } (y { $more } más)
told-refused-all = No se ha cambiado nada, porque { $why }.
told-cut-off = La lectura se interrumpió; mándalo otra vez.
told-stale = El catálogo ha cambiado desde que se comparó este lote con él: mira lo que cambiaría ahora.
told-expired = Nadie lo aplicó en dos semanas; mándalo otra vez.
told-state-staged = pendiente
told-state-applying = aplicándose
told-state-applied = aplicado
told-state-discarded = descartado
told-state-undone = deshecho
told-state-failed = fallido
told-not-staged-apply = El lote { $batch } está { $state }; solo se puede aplicar uno pendiente.
told-not-staged-discard = El lote { $batch } está { $state }; solo se puede descartar uno pendiente.
told-staged-no-more = El lote { $batch } ya no está pendiente.
told-given-no-more = Lo que traía el lote { $batch } ya no se guarda.
told-no-batch = No existe el lote { $batch }; mira catalogue history.
told-nothing-to-undo = No hay ningún lote que se pueda deshacer.
told-not-applied = El lote { $batch } está { $state }; solo se puede deshacer uno aplicado.
told-too-long-ago =
    { $kept ->
        [one] El lote { $batch } es demasiado antiguo: solo se puede deshacer el último.
       *[other] El lote { $batch } es demasiado antiguo: solo se pueden deshacer los { $kept } últimos.
    }
told-moved-since = Desde entonces se ha movido, contado o reservado stock ({ $items }); deshaz eso primero.
told-built-upon = El lote posterior { $later } cambió los mismos artículos ({ $items }); deshaz primero el lote { $later }.
told-catalogue-changed = El catálogo ha cambiado entretanto; lee el lote otra vez.
told-pictures-gone = Ya no está una imagen del lote; manda el lote otra vez.
told-unmended = El lote está aplicado, pero puede que una foto aún no lo encuentre todo: ejecuta hangtag audit --repair ({ $why }).
told-not-embedded = No se pueden leer imágenes del catálogo.

## Archivos

told-no-table = Esto no es una tabla que se pueda leer; manda un CSV en UTF-8, un XLSX, o un ZIP que contenga uno.
told-a-pdf = un PDF
told-a-picture = una imagen
told-no-zip = un archivo comprimido, pero no ZIP
told-a-page = una página web o XML
told-file-other = El archivo es { $what }; manda un CSV en UTF-8, un XLSX, o un ZIP que contenga uno.
told-file-empty = El archivo está vacío; manda una tabla con encabezado y una fila, o un ZIP que contenga una.
told-file-closed = No se puede leer el archivo { $name }; comprueba que puedes abrirlo.
told-no-table-among = Entre los archivos no hay ninguna tabla CSV ni XLSX; añade una.
told-too-many-files =
    { $most ->
        [one] Un lote puede tener { $most } archivo; mételos en un ZIP.
       *[other] Un lote puede tener { $most } archivos; mételos en un ZIP.
    }
told-table-too-large = La tabla tiene más de { $most } MiB; divídela.
told-table-too-large-in = La tabla { $name } tiene más de { $most } MiB; divídela.
told-workbook-xlsb = El archivo es un libro XLSB; guárdalo como XLSX y mándalo otra vez.
told-workbook-ods = El archivo es una hoja OpenDocument; guárdalo como XLSX y mándalo otra vez.
told-workbook-heavy = El libro tiene una fila o una parte que ningún programa de hojas de cálculo escribe; guárdalo de nuevo y mándalo otra vez.
told-workbook-locked = El libro está bloqueado con contraseña; guárdalo sin ella y mándalo otra vez.
told-workbook-old = El archivo es un libro XLS antiguo u otro documento; guárdalo como XLSX y mándalo otra vez.
told-workbook-unpacked = el libro descomprimido pasa de { $most } MiB; divídelo
told-workbook-macros = el libro contiene macros; guárdalo como XLSX, sin ellas
told-workbook-damaged = El archivo XLSX está dañado; guárdalo de nuevo y mándalo otra vez.
told-workbook-sheets = El libro tiene más de { $most } hojas; manda solo la que hace falta.
told-sheet-read = se leyó la hoja { $sheet }; omitidas: { $others }
told-zip-damaged = El archivo ZIP o XLSX está dañado; hazlo de nuevo.
told-zip-members = el ZIP contiene más de { $most } archivos; divídelo
told-zip-unpacked = el ZIP descomprimido pasa de { $most } GiB; divídelo
told-zip-tables = El ZIP contiene más de { $most } tablas; divídelo.
told-zip-in-zip = Es un archivo ZIP; descomprímelo primero.
told-packed-strangely = El archivo { $name } está comprimido de un modo desconocido; usa ZIP.
told-member-damaged = El archivo { $name } del ZIP está dañado; comprímelo de nuevo.
told-member-outside = el archivo { $name } lleva fuera del ZIP; comprímelo de nuevo
told-member-link = el archivo { $name } es un enlace a otro; mete el archivo mismo
told-member-locked = el archivo { $name } está bloqueado con contraseña; mételo sin ella
told-member-bomb = el archivo { $name } ocupa descomprimido más de { $most } veces su tamaño; comprímelo de nuevo
told-member-archive = el archivo { $name } es un comprimido dentro del ZIP; descomprímelo primero
told-member-twice = el archivo { $name } está dos veces en el ZIP; deja uno

## Tablas

told-no-rows = no hay ninguna fila bajo el encabezado
told-too-many-rows = La tabla tiene más de { $most } filas; divídela en varios lotes.
told-too-many-columns = La tabla tiene más de { $most } columnas; manda solo las que hacen falta.
told-table-broken = No se puede leer la tabla: { $reason }.
told-above-header = se omitió lo que está encima del encabezado (fila { $rows })
told-row-too-long = la fila tiene más celdas que el encabezado; ¿falta una comilla?
told-row-is-header = la fila repite el encabezado; quítala
told-row-endless = la fila tiene una celda que no acaba; ¿falta una comilla ahí o más arriba?
told-row-quotation = la fila tiene una comilla donde no debe; ¿falta una ahí o más arriba?
told-cell-too-long = la celda de la columna { $column } tiene más de { $most } caracteres
told-cell-strange = la celda de la columna { $column } contiene { $sign }; quítalo, y guarda el CSV como UTF-8
told-formula-empty = la fórmula de la columna { $column } no tiene valor; abre el archivo en una hoja de cálculo, guárdalo allí y mándalo otra vez
told-column-missing = falta la columna { $field }
told-column-perhaps = { $told }; si es { $column }, llama { $field } a esa columna
told-column-unknown = la columna { $column } no se conoce y se omitió
told-column-like = { $told }; ¿quieres decir { $field }? Entonces llámala así
told-column-twice = la columna { $column } está dos veces; deja una
told-columns-same = las columnas { $columns } significan todas { $field }; deja una
told-magento-view = se omitió una traducción para una sola vista de tienda
told-magento-kind = { $sku } reúne otros productos ({ $kind }) y se omitió
told-magento-unshown = ninguna variante de { $sku } muestra { $pictures }, se omitió
told-shopify-picture = no se cargó la imagen { $address }; mándala en un ZIP, o permite su servidor en HANGTAG_PICTURE_HOSTS

## Filas

told-field-empty = { $field }: vacío
told-field-too-long = { $field } tiene más de { $longest } caracteres
told-field-unseen = { $field } { $name } contiene { $sign }, invisible; escríbelo de nuevo
told-formula-failed = { $field } es { $shown }, una fórmula que falló; corrígela
told-names-nothing = no se nombra ni artículo ni SKU
told-two-spellings = { $field } { $name } se escribe { $other } en la { $where }
told-two-owners = { $field } { $name } es de { $owner } { $there } en la { $where }, aquí de { $here }
told-no-title = { $whose }: sin título
told-class-unknown = la clase { $named } no es ninguna de { $classes }
told-location-twice = { $whose } ya está en la { $where } ({ $place }); deja una
told-status-unknown = el estado { $status } no es ni vacío ni retired
told-time-unknown = la hora { $time } no es como { $example }
told-disagree = { $whose }: { $field } es { $here } aquí y { $there } en la { $where }
told-more-reserved = reservado: { $reserved }, más que las existencias: { $on_hand }
told-more-reserved-at = reservado en { $location }: { $reserved }, más que las existencias: { $on_hand }
told-quantity-wrong = la cantidad ({ $field }) { $why }
told-whole-no-number = es { $text }, que no es un número entero
told-whole-either = es { $text }, que puede querer decir { $readings }; escríbela sin punto ni coma
told-whole-thousand = es { $text }, que puede querer decir mil veces más; escríbela sin punto ni coma
told-whole-negative = es { $text }, pero no puede ser menos de 0
told-whole-too-large = es { $text }, que es demasiado
told-price-no-number = el precio { $text } no es un número
told-price-either = el precio es { $text }, que puede querer decir { $readings }; escríbelo con dos decimales o sin punto ni coma
told-price-negative = el precio { $text } es menos de 0
told-price-too-large = el precio { $text } es demasiado grande
told-price-decimals = el precio { $text } tiene más de { $most } decimales
told-currency-unknown = la moneda { $code } no es un código conocido de tres letras, como EUR
told-two-currencies = el precio { $text } está en { $named }, pero la moneda es { $code }
told-sku-owned = el SKU { $sku } es del artículo { $owner } en el catálogo, aquí de { $item }
told-sku-confusable = el SKU { $sku } solo se distingue por espacios de uno del artículo { $item } del catálogo: escribe los dos igual
told-sku-unknown = el SKU { $sku } no está en el catálogo
told-sku-unknown-stock = el SKU { $sku } no está en el catálogo; solo se cambia stock
told-item-unknown = el artículo { $item } no está en el catálogo
told-barcode-owned = el código de barras { $barcode } es del SKU { $holder } en el catálogo, aquí de { $sku }

## Imágenes

told-picture-absent = se nombra la imagen { $name }, pero no vino con el lote
told-picture-closed = no se puede leer la imagen { $name }
told-picture-not-bare = lo que una cámara escribió junto a los píxeles no se puede quitar; guárdala como JPEG o PNG
told-picture-refused = { $name } no se puede leer como imagen: { $why }
told-picture-unreadable = { $name } no se puede leer como imagen
told-pixels = { $width } × { $height } píxeles son más de { $most } millones
told-picture-changed = La imagen { $name } ha cambiado desde la comprobación; importa otra vez el lote.
told-picture-too-large = La imagen { $name } tiene más de { $most } MiB; manda una más pequeña.
told-pictures-too-large = Las imágenes por dirección pasan juntas de { $most } GiB; divide el lote.
told-picture-not-fetched = No se cargó la imagen { $name }; permite su servidor en HANGTAG_PICTURE_HOSTS, o mándala en un ZIP.
told-name-ambiguous = El nombre { $name } está en varios sitios del ZIP, como { $one } y { $other }; di también la carpeta.
told-link-none = No se puede abrir la dirección de una imagen.
told-link-circles = No se pudo cargar la imagen { $address }, su enlace da vueltas en círculo.
told-link-status = No se pudo cargar la imagen { $address }, su servidor responde { $status }.
told-link-empty = La imagen { $address } está vacía (0 bytes).
told-link-http = No se cargó la imagen { $address }: su dirección debe empezar por https://.
told-link-slow = La imagen { $address } tardó demasiado en cargar.
told-link-failed = No se pudo cargar la imagen { $address }.
told-link-too-large = La imagen { $address } tiene más de { $allowed } MB.
told-host-unknown = El servidor { $host } no está en HANGTAG_PICTURE_HOSTS.
told-host-failed = El servidor { $host } falló { $times } veces y no se le preguntó más.

## La lista para descargar

told-report-kind = tipo
told-report-item = artículo
told-report-file = archivo
told-report-row = fila
told-report-what = qué
told-report-before = antes
told-report-after = después
told-report-refused = rechazado
told-report-note = aviso
told-report-new = nuevo
told-report-changed = cambiado
told-report-retired = retirado
told-report-deleted = borrado
told-report-unchanged = sin cambios
told-report-missing = no nombrado
told-report-lookalike = duplicado probable
told-report-unnamed = el lote no lo nombra; queda como está
told-report-like = se parece a { $other }
told-report-like-new = se parece a { $other }, también nuevo en este lote
