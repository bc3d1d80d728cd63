# Frases del catálogo y de la visión, en español. El inglés está en el código, donde nacen.

## Fotos

photo-empty = El archivo está vacío (0 bytes): haz la foto otra vez y mándala de nuevo.
photo-too-large = La foto tiene { $megabytes } MB, más de los { $allowed } MB permitidos: mándala más pequeña.
photo-size = La foto tiene { $width } × { $height } píxeles, más de los { $allowed } megapíxeles permitidos: mándala más pequeña.
photo-pixels = La foto tiene demasiados píxeles, más de los { $allowed } megapíxeles permitidos: mándala más pequeña.
photo-none = Este archivo no es una imagen: manda una foto JPEG, PNG, WebP o HEIC.
photo-damaged = La foto está dañada o cortada: hazla otra vez y mándala de nuevo.
photo-too-slow = Esta foto tarda demasiado en abrirse: hazla otra vez o mándala más pequeña.
photo-harmful = Esta foto no se puede abrir, está tan dañada que detiene el programa: hazla otra vez.
photo-not-now = Ahora mismo no se pueden abrir fotos: manda esta de nuevo dentro de un minuto.
photo-memory = Abrir esta foto necesita más memoria de la permitida: mándala más pequeña o como JPEG.
photo-frames = Este archivo tiene { $count } imágenes, más de las { $allowed } permitidas: manda una sola foto.
photo-not-kept = No se pudo guardar la foto: no se pueden escribir sus píxeles.
outline-damaged = El contorno de esta foto está dañado: manda la foto otra vez.
kept-photo-damaged = La foto guardada está dañada: mándala otra vez.
picture-gone = Esta imagen ya no está en el catálogo.

## Artículos

which-item = ¿Qué SKU, artículo o código de barras? Di lo que pone en la etiqueta.
no-item = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo.
no-item-like = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo; ¿quieres decir { $near }?
no-intake = El número { $number } ya no está pendiente; escribe «intakes» para ver los que lo están.

## Trabajo con el stock

no-sku = No hay ningún SKU { $sku } en el catálogo: míralo en la etiqueta.
no-reservation = No hay ninguna reserva { $reservation }: escribe «reservas» para verlas.
no-work = No hay ningún trabajo de stock con el número { $work }.
no-pieces = Di un número de piezas, una o más.
count-negative = Se cuenta cero o más.
stock-changed = El stock ha cambiado entretanto: míralo otra vez.
no-location = No existe el sitio { $name }; existen { $names }.
no-location-yet = No existe el sitio { $name }; todavía no hay ninguno.
kept-elsewhere = { $sku } no está en { $place }; sitios: { $where }.
kept-nowhere = { $sku } no está en { $place } ni en ningún otro sitio.
too-few-free = { $sku } en { $place }, libres: solo { $free }.
less-than-nothing = Quedaría menos que nada de { $sku } en { $place }: no se ha hecho nada.
reserved-more-than-left = De { $sku } hay más reservado en { $place } de lo que quedaría: no se ha hecho nada.
reservation-released = La reserva { $reservation } ya está liberada.
reservation-holds =
    { $held ->
        [one] La reserva { $reservation } tiene { $held } pieza, no { $wanted }.
       *[other] La reserva { $reservation } tiene { $held } piezas, no { $wanted }.
    }
reservation-begun = Parte de la reserva { $reservation } está liberada: libera el resto.
same-place = { $location } es a la vez el origen y el destino: di otro sitio.
work-taken-back = El trabajo { $work } ya está deshecho; no se ha repetido nada.

## Donde está todo

batch-busy = Ahora mismo se está aplicando otro lote; inténtalo otra vez cuando termine.
no-room = No queda espacio en el disco; libera espacio e inténtalo otra vez.
database-silent = La base de datos no responde; inténtalo otra vez, o mira su registro.
database-refused = La base de datos rechazó el lote por contradictorio; no se ha cambiado nada.
home-closed = No se puede escribir en la carpeta de la base de datos.
index-silent = El índice no responde; inténtalo otra vez, o mira su registro.
index-held = Otro programa está abriendo el índice y no acaba; detenlo, o inténtalo otra vez.
index-incomplete = El índice del modelo { $model } aún no está completo; espera a hangtag audit --repair, o ejecútalo.
index-other-model = El índice es del modelo { $made_by }, no de { $model }; ejecuta hangtag audit --repair para rehacerlo.
pictures-silent = El almacén de imágenes no responde; comprueba su carpeta o su URL.
unfindable = Imágenes que no se encuentran ni en un índice rehecho: { $count }; mira el registro.
files-gone = Faltan archivos de imagen ({ $items }); importa otra vez esos artículos con sus imágenes.
items = { $items }
items-more = { $items } y { $more } más
photo-kind = Este archivo es { $kind } y no puedo abrirlo: manda una foto JPEG, PNG, WebP, HEIC o AVIF.
photo-video = Esto es un vídeo ({ $kind }): manda una foto en su lugar.
