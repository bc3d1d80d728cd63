# El catálogo llevado en el chat, para admins, en español.

help-catalogue-title = Llevar el catálogo
help-catalogue = Adjunta un CSV, un XLSX o un ZIP y escribe «catalogue upload», seguido de replace, stock o delete si es lo que quieres. También: catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Conozco: catalogue upload (con un CSV, un XLSX o un ZIP adjunto), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Solo un admin puede ver y cambiar el catálogo entero; pide a quien lleva este bot que te añada.
catalogue-personal-only = El catálogo se lleva en el chat personal conmigo; escríbeme allí.
catalogue-busy = Ya hay demasiado trabajo en el catálogo; mándalo otra vez en un minuto.
catalogue-which-item = ¿Qué artículo? Escribe por ejemplo: catalogue item { $example }.
catalogue-no-file = Adjunta un CSV, un XLSX o un ZIP a ese mensaje y mándalo otra vez.
catalogue-mode-unknown = No conozco ese tipo de envío; escribe catalogue upload, o upload replace, stock o delete.
catalogue-too-many-files =
    { $count ->
        [one] Manda como máximo { $count } archivo en un mensaje, o un ZIP.
       *[other] Manda como máximo { $count } archivos en un mensaje, o un ZIP.
    }
catalogue-file = archivo { $number }
catalogue-nothing-to-undo = No hay ningún lote que se pueda deshacer.

fact-new = Artículos nuevos
fact-changed = Cambiados
fact-unchanged = Sin cambios
fact-retired = Retirados
fact-deleted = Borrados
fact-missing = No están en el lote
fact-items = Artículos
fact-skus = SKU
fact-pieces = Piezas en stock
fact-pictures = Imágenes
fact-vectors = Vectores
fact-not-indexed = No están en el índice
fact-not-found = No se encuentran allí
fact-lost = Archivos perdidos

field-item = Artículo
field-class = Clase
field-colour = Color
field-brand = Marca
field-price = Precio
field-pictures = Imágenes
field-description = Descripción

history-title = Los últimos lotes
history-empty = Todavía no se ha enviado ningún lote.
history-hint = ↶ se puede deshacer: escribe catalogue undo y su número.
history-undo = Deshacer el lote { $batch }

status-title = El catálogo
status-unfinished = El índice de búsqueda se está escribiendo, o quedó a medias; escribe «catalogue audit».
duplicates-title =
    { $count ->
        [0] No hay dos artículos que parezcan iguales
        [one] { $count } par de artículos parece igual
       *[other] { $count } pares de artículos parecen iguales
    }
audit-ok =
    { $count ->
        [one] La única imagen se encuentra por su propio vector
       *[other] Las { $count } imágenes se encuentran por su propio vector
    }
audit-wrong =
    { $count ->
        [one] { $count } imagen no se encuentra por su propio vector
       *[other] { $count } imágenes no se encuentran por su propio vector
    }
audit-repaired =
    { $count ->
        [one] { $count } imagen quedó arreglada; archivos perdidos: { $lost }
       *[other] { $count } imágenes quedaron arregladas; archivos perdidos: { $lost }
    }
audit-repair = Arreglar
export-items =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
export-pictures =
    { $count ->
        [one] { $count } imagen
       *[other] { $count } imágenes
    }
export-until = El enlace vale hasta el { $when }.
export-download = Descargar
