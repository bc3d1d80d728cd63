# Managing the catalogue in the chat, for admins, in Spanish.

help-catalogue-title = Gestionar el catálogo
help-catalogue = Adjunta un archivo CSV, XLSX o ZIP y escribe «catalogue upload». Añade replace, stock o delete si es lo que quieres. También puedes escribir: catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Puedes escribir: catalogue upload (con un archivo CSV, XLSX o ZIP adjunto), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Solo un admin puede ver y cambiar todo el catálogo. Pide a quien gestiona este bot que te haga admin.
catalogue-personal-only = El catálogo solo se gestiona en nuestro chat personal. Escríbeme allí.
catalogue-busy = Hay demasiadas tareas en curso en el catálogo. Envíalo otra vez en un minuto.
catalogue-which-item = ¿Qué artículo? Escribe por ejemplo: catalogue item { $example }.
catalogue-no-file = Adjunta un archivo CSV, XLSX o ZIP a ese mensaje y envíalo otra vez.
catalogue-mode-unknown = No conozco ese tipo de envío. Escribe catalogue upload, o catalogue upload con replace, stock, stock all places o delete.
catalogue-too-many-files =
    { $count ->
        [one] Envía como máximo { $count } archivo por mensaje, o un archivo ZIP.
       *[other] Envía como máximo { $count } archivos por mensaje, o un archivo ZIP.
    }
catalogue-file = archivo { $number }
catalogue-nothing-to-undo = No hay ningún lote que deshacer.

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
fact-not-found = La búsqueda no las encuentra
fact-lost = Archivos que faltan

field-item = Artículo
field-class = Clase
field-colour = Color
field-brand = Marca
field-price = Precio
field-pictures = Imágenes
field-description = Descripción

history-title = Últimos lotes
history-empty = Todavía no hay lotes.
history-hint = Puedes deshacer los lotes con ↶. Escribe catalogue undo y su número.
history-undo = Deshacer el lote { $batch }

status-title = Catálogo
status-told-apart = En una foto se distinguen { $count } de { $items } artículos, a fecha de { $when }.
status-unfinished = El índice de búsqueda se está escribiendo, o se interrumpió. Escribe «catalogue audit».
duplicates-title =
    { $count ->
        [0] No hay dos artículos que parezcan iguales
        [one] { $count } par de artículos parece igual
       *[other] { $count } pares de artículos parecen iguales
    }
audit-ok =
    { $count ->
        [one] La búsqueda encuentra la única imagen
       *[other] La búsqueda encuentra las { $count } imágenes
    }
audit-wrong =
    { $count ->
        [one] La búsqueda no encuentra { $count } imagen
       *[other] La búsqueda no encuentra { $count } imágenes
    }
audit-repaired =
    { $count ->
        [one] Se reparó { $count } imagen. Archivos que faltan: { $lost }
       *[other] Se repararon { $count } imágenes. Archivos que faltan: { $lost }
    }
audit-repair = Reparar
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
