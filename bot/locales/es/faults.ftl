# Frases del catálogo y de la visión, en español. El inglés está en el código, donde nacen.

## Fotos

told-photo-empty = El archivo está vacío (0 bytes): haz la foto otra vez y mándala de nuevo.
told-photo-too-large = La foto tiene { $megabytes } MB, más de los { $allowed } MB permitidos: mándala más pequeña.
told-photo-size = La foto tiene { $width } × { $height } píxeles, más de los { $allowed } megapíxeles permitidos: mándala más pequeña.
told-photo-pixels = La foto tiene demasiados píxeles, más de los { $allowed } megapíxeles permitidos: mándala más pequeña.
told-photo-none = Este archivo no es una imagen: manda una foto JPEG, PNG, WebP o HEIC.
told-photo-damaged = La foto está dañada o cortada: hazla otra vez y mándala de nuevo.
told-photo-too-slow = Esta foto tarda demasiado en abrirse: hazla otra vez o mándala más pequeña.
told-photo-harmful = Esta foto no se puede abrir, está tan dañada que detiene el programa: hazla otra vez.
told-photo-not-now = Ahora mismo no se pueden abrir fotos: manda esta de nuevo dentro de un minuto.
told-photo-memory = Abrir esta foto necesita más memoria de la permitida: mándala más pequeña o como JPEG.
told-photo-frames = Este archivo tiene { $count } imágenes, más de las { $allowed } permitidas: manda una sola foto.
told-photo-not-kept = No se pudo guardar la foto: no se pueden escribir sus píxeles.
told-outline-damaged = El contorno de esta foto está dañado: manda la foto otra vez.
told-kept-photo-damaged = La foto guardada está dañada: mándala otra vez.
told-picture-gone = Esta imagen ya no está en el catálogo.

## Artículos

told-which-item = ¿Qué SKU, artículo o código de barras? Di lo que pone en la etiqueta.
told-no-item = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo.
told-no-item-like = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo; ¿quieres decir { $near }?
told-no-intake = El número { $number } ya no está pendiente; escribe «intakes» para ver los que lo están.

## Trabajo con el stock

told-no-sku = No hay ningún SKU { $sku } en el catálogo: míralo en la etiqueta.
told-no-reservation = No hay ninguna reserva { $reservation }: escribe «reservas» para verlas.
told-no-work = No hay ningún trabajo de stock con el número { $work }.
told-no-pieces = Di un número de piezas, una o más.
told-count-negative = Se cuenta cero o más.
told-stock-changed = El stock ha cambiado entretanto: míralo otra vez.
told-no-location = No existe el sitio { $name }; existen { $names }.
told-no-location-yet = No existe el sitio { $name }; todavía no hay ninguno.
told-kept-elsewhere = { $sku } no está en { $place }; sitios: { $where }.
told-kept-nowhere = { $sku } no está en { $place } ni en ningún otro sitio.
told-too-few-free = { $sku } en { $place }, libres: solo { $free }.
told-less-than-nothing = Quedaría menos que nada de { $sku } en { $place }: no se ha hecho nada.
told-reserved-more-than-left = De { $sku } hay más reservado en { $place } de lo que quedaría: no se ha hecho nada.
told-reservation-released = La reserva { $reservation } ya está liberada.
told-reservation-holds =
    { $held ->
        [one] La reserva { $reservation } tiene { $held } pieza, no { $wanted }.
       *[other] La reserva { $reservation } tiene { $held } piezas, no { $wanted }.
    }
told-reservation-begun = Parte de la reserva { $reservation } está liberada: libera el resto.
told-same-place = { $location } es a la vez el origen y el destino: di otro sitio.
told-work-taken-back = El trabajo { $work } ya está deshecho; no se ha repetido nada.

## Donde está todo

told-busy = Ahora mismo se está aplicando otro lote; inténtalo otra vez cuando termine.
told-no-room = No queda espacio en el disco; libera espacio e inténtalo otra vez.
told-database-silent = La base de datos no responde; inténtalo otra vez, o mira su registro.
told-database-refused = La base de datos rechazó el lote por contradictorio; no se ha cambiado nada.
told-home-closed = No se puede escribir en la carpeta de la base de datos.
told-index-silent = El índice no responde; inténtalo otra vez, o mira su registro.
told-index-held = Otro programa está abriendo el índice y no acaba; detenlo, o inténtalo otra vez.
told-index-incomplete = El índice del modelo { $model } aún no está completo; espera a hangtag audit --repair, o ejecútalo.
told-index-other-model = El índice es del modelo { $made_by }, no de { $model }; ejecuta hangtag audit --repair para rehacerlo.
told-pictures-silent = El almacén de imágenes no responde; comprueba su carpeta o su URL.
told-unfindable = Imágenes que no se encuentran ni en un índice rehecho: { $count }; mira el registro.
told-files-gone = Faltan archivos de imagen ({ $items }); importa otra vez esos artículos con sus imágenes.
told-items = { $items }
told-and-more = { $items } y { $more } más
