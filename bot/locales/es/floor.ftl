# Work on the floor, in Spanish.

places-title = Ubicaciones y sus códigos
places-hint = Para dar un código a una ubicación, escribe por ejemplo: catalogue places A-01 = Nave A. Para quitarlo: catalogue places Nave A =. Para imprimir códigos QR: catalogue places sheet.
places-no-codes = Ninguna ubicación tiene código todavía. Escribe por ejemplo: catalogue places A-01 = Nave A.
places-sheet = Códigos QR para imprimir de ubicaciones: { $count }
place-code-set = { $place } tiene ahora el código { $code }.
place-code-gone = { $place } ya no tiene código.
place-here = Estás en { $place }. Durante { $count } horas, «aquí» es esta ubicación.
place-unknown = No hay ninguna ubicación { $place }. Un admin las ve todas con «catalogue places».

# Stock-takes

take-title = Inventario: { $place }
take-started = Ahora cuentas { $place }. Envía fotos, códigos de barras o SKU uno tras otro. Un número fija la cantidad de la última línea, «deshacer» la quita y «listo» muestra las diferencias.
take-joined = { $name } ya cuenta { $place }. Ahora contáis juntos.
take-which-place = ¿Qué ubicación? Escribe por ejemplo: inventario nave A. O fotografía antes el código del estante.
take-one-shelf = Son varias ubicaciones. Cuenta una cada vez: { $places }.
take-none = No estás contando. Escribe «inventario» y una ubicación.
take-left = Ya no cuentas { $place }. Lo contado se conserva; escribe «inventario» y la ubicación para seguir.
take-cancelled = El inventario de { $place } está cancelado. No se ha cambiado nada.
take-line = { $name }: { $count }
take-which-size = { $item }: ¿qué talla? No se cuenta ({ $count }) hasta que respondas.
take-maybe = Aún sin contar ({ $count }): puede ser { $item }. Si lo es, elige la talla. Si no, escribe «deshacer» y luego el SKU.
take-compare = Aún sin contar ({ $count }): parece { $item }. Si lo es, pulsa «{ confirm-right }». Si no, escribe «deshacer» y luego el SKU.
take-type-size = Para otra talla, escríbela.
take-amount-later = { $count } de lo que hay en la foto anterior, en cuanto sepa qué es.
take-amount-kept = Sigue sin contarse: no sé qué muestra la última foto. Guardo { $count } para el final.
take-gone = Esa línea se quitó.
take-undone = Quitado. { $name }: { $count }
take-undone-kept = Quitado: lo que aún no se había contado.
take-no-line = Aún no tienes ninguna línea. Envía antes una foto, un código de barras o un SKU.
take-amount-or-size = No se fija nada: { $number } puede ser la cantidad o la talla. Escribe x{ $number } para la cantidad o { $item } { $number } para la talla.
take-not-a-line = «{ $text }» no es una línea del recuento, así que lo he dejado fuera.
take-unknown = No contado: no sé con seguridad qué es. Guardo la foto para el final. Si conoces el SKU, escribe «deshacer» y luego el SKU.
take-one-of = No contado: en una foto, { $item } no se distingue de { $names }. Escribe «deshacer» y luego fotografía la etiqueta o escribe el SKU.
take-several = No contado: hay varias prendas en la foto. La guardo para el final. O escribe «deshacer» y fotografíalas de una en una.
take-tag-doubt = No contado: la etiqueta dice { $tag }, pero parece { $title }. Guardo la foto para el final. Si la etiqueta es correcta, escribe «deshacer» y luego el SKU.
take-nothing = No contado: no veo ninguna prenda ni código de barras conocido.
take-fault = No contado. { $fault }
take-same-place = Sí, estás contando { $place }.
take-other-place = Ese es el código de { $other }, pero estás contando { $place }. Escribe «inventario» y la ubicación para contar otra.
take-done = Listo
take-apply = Aplicar
take-apply-rest = Aplicar, resto 0
take-moved = Lo marcado con ⚠ se movió aquí durante el recuento. Compruébalo antes de aplicar.
take-supervisor = Un supervisor puede aplicarlo: escribir «inventario» y la ubicación, y luego «listo».
take-total =
    { $count ->
        [one] { $count } pieza, SKU: { $skus }
       *[other] { $count } piezas, SKU: { $skus }
    }
take-kept =
    { $count ->
        [one] { $count } línea aún sin contar
       *[other] { $count } líneas aún sin contar
    }
take-kept-end =
    { $count ->
        [one] { $count } línea sin contar: no se conoce el artículo o la talla.
       *[other] { $count } líneas sin contar: no se conocen los artículos o las tallas.
    }
take-differences =
    { $count ->
        [one] { $place }: { $count } diferencia
       *[other] { $place }: { $count } diferencias
    }
take-more = y { $count } más
take-equal =
    { $count ->
        [one] { $count } SKU coincide
       *[other] { $count } SKU coinciden
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU debería estar aquí y no se contó, piezas: { $pieces }. «Aplicar» lo deja como está.
       *[other] { $count } SKU deberían estar aquí y no se contaron, piezas: { $pieces }. «Aplicar» los deja como están.
    }
take-applied =
    { $count ->
        [one] { $place }: { $count } SKU ajustado al recuento
       *[other] { $place }: { $count } SKU ajustados al recuento
    }
take-intakes =
    { $count ->
        [one] { $count } foto espera a que un admin haga de ella un artículo: { $numbers }
       *[other] { $count } fotos esperan a que un admin haga de ellas artículos: { $numbers }
    }
take-lapsed =
    { $count ->
        [one] El inventario de { $place } ha caducado: nadie siguió en un día. Su línea ({ $count }) se ha perdido y no se ha cambiado nada.
       *[other] El inventario de { $place } ha caducado: nadie siguió en un día. Sus { $count } líneas se han perdido y no se ha cambiado nada.
    }
work-others = y { $count } SKU más con él

# Pick checks

pick-list = Por recoger: { $count }. Envía una foto de cada prenda, mejor con la etiqueta.
pick-none = No hay nada que recoger. Escribe por ejemplo: recoger MH01-M, BAG1 2.
pick-stopped = Las fotos ya no se comparan con la lista.
pick-too-long = Es demasiado para una lista. Como máximo { $count } SKU cada vez.
pick-complete = Todo está recogido.
pick-right = Correcto: la etiqueta dice { $name }.
pick-right-by-hand = Correcto: has leído { $name } en la etiqueta.
pick-right-compared = Correcto: has comparado { $name }.
pick-looks-right = Correcto por su aspecto: { $title }. No he visto etiqueta.
pick-compare = Parece { $title }. Si lo es, pulsa «{ confirm-right }».
pick-size-unseen = La prenda parece correcta: { $title }. La talla no se ve sin la etiqueta. Necesitas { $sizes }.
pick-which-size = ¿Qué talla dice la etiqueta?
pick-wrong-size = Talla equivocada: la etiqueta dice { $tag }, necesitas { $wanted }.
pick-too-many = Sobra una: { $name } ya está recogido.
pick-unsure = No sé decir si es correcto. Fotografía la etiqueta.
pick-several = Hay más de una prenda o etiqueta en la foto. Fotografíalas de una en una.
pick-tag-doubt = Compruébalo: la etiqueta dice { $tag }, pero parece { $title }.
pick-fault = No comprobado. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Color equivocado: la etiqueta dice { $tag } ({ $colour }), necesitas { $wanted }.
       *[looks] Color equivocado por su aspecto: { $colour }. Necesitas { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Prenda equivocada: la etiqueta dice { $tag }, { $title }.
       *[looks] Prenda equivocada por su aspecto: { $title }.
    }

# Watches

watch-kept = Te avisaré aquí: { $what }. Libres ahora: { $count }.
watch-back-already = Ahora lo hay, libres: { $count }. Te avisaré cuando se agote y vuelva: { $what }.
watch-what-below = { $name } por debajo de { $threshold }
watch-what-back = { $name } ha vuelto
watch-at = { $name } en { $place }
watch-below = { $name } ha bajado de { $threshold }. Libres: { $count }.
watch-back = { $name } ha vuelto. Libres: { $count }.
watch-stop = Parar
watch-stopped = Parado. Ya no te avisaré.
watch-gone = Ya no tienes ese aviso. Escribe «avisos» para ver los tuyos.
watch-what = ¿Por debajo de cuántos? Escribe por ejemplo: vigila SKU por debajo de 5 en Berlín.
watch-not-read = No entiendo «{ $text }» ahí. Escribe por ejemplo: vigila SKU por debajo de 5 en Berlín, o: avísame cuando vuelva SKU.
watch-too-many = Tienes { $count } avisos y no puedes tener más. Escribe «avisos» para parar alguno.
watches-title =
    { $count ->
        [0] No tienes avisos. Escribe por ejemplo: vigila SKU por debajo de 5 en Berlín.
        [one] { $count } aviso
       *[other] { $count } avisos
    }

# Digests

digest-on =
    { $every ->
        [weekly] Recibes un resumen cada lunes por la mañana.
       *[daily] Recibes un resumen cada mañana.
    }
digest-forbidden = Solo un supervisor puede recibir el resumen.
digest-off = Ya no recibes el resumen.
digest-commands = Puedes escribir: digest, digest diario, digest semanal, digest no.
digest-title = Del { $first } al { $last }
digest-low-one = { $sku } en { $place }: { $count }
digest-low = Quedan pocos: { $count }
digest-received = Piezas recibidas: { $count }
digest-issued = Piezas de salida: { $count }
digest-unknown = Fotografiadas y registradas como nuevas: { $count }
digest-right = Primer resultado correcto: { $percent } % de { $count }
digest-right-none = Primer resultado correcto: aún sin respuestas
digest-chart = Gráfico de barras de las cifras de abajo. { $titles }
digest-hint = Para dejarlo, escribe «digest no».
