# Batches: what one would change, its progress and its result, in Spanish.

batch-title = El lote { $batch } haría estos cambios
batch-no-news = Todo esto ya está en el catálogo. No cambiaría nada.
batch-refused = El lote { $batch } se rechazó y no cambió nada
batch-refused-rows =
    { $count ->
        [one] Se rechazó { $count } fila. Corrígela y envía otra vez el archivo entero.
       *[other] Se rechazaron { $count } filas. Corrígelas y envía otra vez el archivo entero.
    }
batch-rest-rows =
    { $count ->
        [one] Se rechazó { $count } fila. Puedes aplicar las demás ahora. Corrige la fila rechazada en su archivo y envíalo después.
       *[other] Se rechazaron { $count } filas: las que tienen un error y las otras de los mismos artículos. Puedes aplicar las demás ahora. Corrige las rechazadas en su archivo y envíalo después.
    }
batch-rest-nothing = Lo que dicen las demás filas ya está en el catálogo.
batch-rest-changes = Las demás filas cambiarían
batch-apply-rest =
    { $count ->
        [one] Aplicar la otra fila
       *[other] Aplicar las otras { $count } filas
    }
batch-refused-file = Filas rechazadas
columns-ask = Dime qué significan las columnas y leeré el archivo. Lo recordaré para archivos con las mismas columnas.
columns-none = no está en este archivo
columns-read = Leerlo así
columns-twice = Elige cada columna una sola vez.
columns-answered = Las columnas del lote { $batch } ya se conocen. Para cambiarlas, envía otra vez el archivo.
columns-send-again = He recordado las columnas. Envía otra vez el archivo.
columns-title = Columnas recordadas
columns-nothing = No recuerdo ninguna columna.
columns-forget = Olvidar
batch-refused-summary = El lote { $batch } se rechazó y no cambió nada.
batch-summary = Lote { $batch }. Nuevos: { $new }, cambiados: { $changed }, retirados o borrados: { $gone }. ¿Aplicar?
batch-mode =
    { $mode ->
        [replace] sustituye todo el catálogo
        [stock] solo stock
        [delete] borra lo que indica
       *[upsert] {""}
    }
batch-changes = Cambios
batch-deletes = Para borrar
batch-lookalikes = Duplicados probables
batch-notes = Notas
batch-apply = Aplicar
batch-discard = Descartar
batch-undo = Deshacer
batch-report = Lista
batch-by = por { $name }
batch-state =
    { $state ->
        [staged] El lote { $batch } está listo para aplicar
        [applying] El lote { $batch } se está aplicando
        [applied] El lote { $batch } se aplicó
        [undone] El lote { $batch } se deshizo
        [discarded] El lote { $batch } se descartó
       *[failed] El lote { $batch } no se aplicó
    }
batch-undone-what = Deshecho: { $what }.
batch-in-work = El lote { $batch } ya está en curso. Su tarjeta muestra por dónde va.
batch-not-waiting =
    { $state ->
        [applied] El lote { $batch } ya se aplicó. No se ha cambiado nada más.
        [discarded] El lote { $batch } se descartó. Envía otra vez el archivo.
        [undone] El lote { $batch } se deshizo. Envía otra vez el archivo.
        [applying] El lote { $batch } ya se está aplicando.
       *[failed] El lote { $batch } no se puede aplicar. Envía otra vez el archivo.
    }
batch-not-undoable =
    { $state ->
        [undone] El lote { $batch } ya se deshizo. No se ha cambiado nada más.
        [applied] El lote { $batch } es demasiado antiguo. Solo se pueden deshacer los diez últimos.
       *[staged] El lote { $batch } no se aplicó, así que no hay nada que deshacer.
    }

looks-like = { $percent } % parecido:
looks-like-within = también nuevo en este lote

count-new =
    { $count ->
        [one] { $count } nuevo
       *[other] { $count } nuevos
    }
count-changed =
    { $count ->
        [one] { $count } cambiado
       *[other] { $count } cambiados
    }
count-retired =
    { $count ->
        [one] { $count } retirado
       *[other] { $count } retirados
    }
count-deleted =
    { $count ->
        [one] { $count } borrado
       *[other] { $count } borrados
    }
count-refused =
    { $count ->
        [one] { $count } fila rechazada
       *[other] { $count } filas rechazadas
    }
count-left-out =
    { $count ->
        [one] { $count } fila dejada fuera
       *[other] { $count } filas dejadas fuera
    }
count-nothing = sin cambios

progress-upload = Leyendo lo que has enviado
progress-apply = Aplicando el lote { $batch }
progress-undo = Deshaciendo el lote { $batch }
progress-audit = Comprobando todas las imágenes
progress-repair = Reparando
progress-duplicates = Comparando todos los artículos
progress-export = Creando el archivo
progress-stage =
    { $stage ->
        [check] Comprobando filas e imágenes
        [embed] Analizando imágenes
        [store] Guardando imágenes
        [write] Escribiendo
        [audit] Comprobando lo escrito
        [compare] Comparando
        [export] Comprimiendo
       *[waiting] Un momento
    }
progress-count = { $doing }: { $done } de { $total }
work-failed = El lote { $batch } no se pudo terminar. Para ver su estado, escribe «catalogue history».
