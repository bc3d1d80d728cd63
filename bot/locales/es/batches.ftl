# Lo que un lote cambiaría y qué ha sido de él, en español.

batch-title = El lote { $batch } cambiaría esto
batch-no-news = El catálogo ya contiene todo esto; no cambiaría nada.
batch-refused = El lote { $batch } fue rechazado; no se ha cambiado nada
batch-refused-rows =
    { $count ->
        [one] { $count } fila fue rechazada. Corrígela y manda otra vez el archivo entero.
       *[other] { $count } filas fueron rechazadas. Corrígelas y manda otra vez el archivo entero.
    }
batch-refused-summary = El lote { $batch } fue rechazado; no se ha cambiado nada.
batch-summary = Lote { $batch }: nuevos: { $new }, cambiados: { $changed }, retirados o borrados: { $gone }. ¿Aplicar?
batch-mode =
    { $mode ->
        [replace] sustituye todo el catálogo
        [stock] solo stock
        [delete] borra lo que nombra
       *[upsert] {""}
    }
batch-changes = Cambios
batch-deletes = Se borrará
batch-lookalikes = Duplicados probables
batch-notes = Avisos
batch-apply = Aplicar
batch-discard = Descartar
batch-undo = Deshacer
batch-report = Lista
batch-by = por { $name }
batch-state =
    { $state ->
        [staged] El lote { $batch } espera tu decisión
        [applying] El lote { $batch } se está aplicando
        [applied] El lote { $batch } está aplicado
        [undone] El lote { $batch } está deshecho
        [discarded] El lote { $batch } está descartado
       *[failed] El lote { $batch } no se aplicó
    }
batch-undone-what = Deshecho: { $what }.
batch-in-work = El lote { $batch } ya está en marcha; su tarjeta muestra por dónde va.
batch-not-waiting =
    { $state ->
        [applied] El lote { $batch } ya está aplicado; no se ha repetido nada.
        [discarded] El lote { $batch } fue descartado; manda otra vez el archivo.
        [undone] El lote { $batch } fue deshecho; manda otra vez el archivo.
        [applying] El lote { $batch } ya se está aplicando.
       *[failed] El lote { $batch } no se puede aplicar; manda otra vez el archivo.
    }
batch-not-undoable =
    { $state ->
        [undone] El lote { $batch } ya está deshecho; no se ha repetido nada.
        [applied] El lote { $batch } es demasiado antiguo: solo se pueden deshacer los diez últimos.
       *[staged] El lote { $batch } no se aplicó, así que no hay nada que deshacer.
    }

looks-like = parecido al { $percent } %:
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
count-nothing = nada nuevo

progress-upload = Leyendo lo que has mandado
progress-apply = Aplicando el lote { $batch }
progress-undo = Deshaciendo el lote { $batch }
progress-audit = Buscando cada imagen
progress-repair = Arreglando
progress-duplicates = Comparando todos los artículos
progress-export = Escribiendo el archivo
progress-stage =
    { $stage ->
        [check] Comprobando filas e imágenes
        [embed] Mirando las imágenes
        [store] Guardando las imágenes
        [write] Escribiendo
        [audit] Buscando lo escrito
        [compare] Comparando
        [export] Empaquetando
       *[waiting] Un momento
    }
progress-count = { $doing }: { $done } de { $total }
work-failed = El lote { $batch } no se pudo terminar; escribe «catalogue history» para ver cómo está.
