# Faults of photos, items, stock orders and storage, in Spanish. The English is in catalogue/messages/en.ftl and in vision's errors.

## Photos

photo-empty = El archivo está vacío (0 bytes). Haz la foto otra vez y envíala de nuevo.
photo-too-large = La foto tiene { $megabytes } MB y el máximo es { $allowed } MB. Envíala más pequeña.
photo-size = La foto tiene { $width } × { $height } píxeles y el máximo son { $allowed } megapíxeles. Envíala más pequeña.
photo-pixels = La foto tiene demasiados píxeles, el máximo son { $allowed } megapíxeles. Envíala más pequeña.
photo-none = Este archivo no es una imagen. Envía una foto JPEG, PNG, WebP o HEIC.
photo-damaged = La foto está dañada o incompleta. Hazla otra vez y envíala de nuevo.
photo-too-slow = Esta foto tarda demasiado en abrirse. Hazla otra vez o envíala más pequeña.
photo-harmful = Esta foto está dañada y no se puede abrir. Hazla otra vez.
photo-not-now = Ahora mismo no se pueden abrir fotos. Envía esta otra vez en un minuto.
photo-memory = Esta foto necesita más memoria de la permitida. Envíala más pequeña o como JPEG.
photo-frames = Este archivo tiene { $count } imágenes y el máximo es { $allowed }. Envía una sola foto.
photo-not-kept = No se pudo guardar la foto.
outline-damaged = El contorno de esta foto está dañado. Envía la foto otra vez.
kept-photo-damaged = La foto guardada está dañada. Envíala otra vez.
picture-gone = Esta imagen ya no está en el catálogo.

## Items

which-item = ¿Qué SKU, artículo o código de barras? Escribe lo que pone en la etiqueta.
no-item = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo.
no-item-like = No hay ningún SKU, artículo ni código de barras { $asked } en el catálogo. ¿Te refieres a { $near }?
no-intake = El número { $number } ya no está pendiente. Escribe «intakes» para ver los que lo están.

## Stock orders

no-sku = No hay ningún SKU { $sku } en el catálogo. Compruébalo en la etiqueta.
no-reservation = No hay ninguna reserva { $reservation }. Escribe «reservas» para verlas todas.
no-work = No hay ningún cambio de stock { $work }.
no-pieces = Indica un número de piezas, una o más.
count-negative = Un recuento es cero o más.
stock-changed = El stock ha cambiado mientras tanto. Compruébalo otra vez.
no-location = No existe la ubicación { $name }. Existen { $names }.
no-location-yet = No existe la ubicación { $name }. Todavía no hay ninguna.
kept-elsewhere = { $sku } no está en { $place }, sino aquí: { $where }.
kept-nowhere = { $sku } no está en { $place } ni en ninguna otra ubicación.
too-few-free = De { $sku } solo hay { $free } libres en { $place }.
reserved-for-others = { $place } tiene { $on_hand } { $sku }, pero { $reserved } en reserva: pueden salir { $free }. Libera antes una reserva.
too-many-pieces = { $place } no puede tener más de { $most } { $sku }. Revisa el número.
stock-take-over = Este inventario ha terminado. Empieza otro.
place-code-wrong = { $code } no puede ser un código: hasta 32 letras y cifras, con - . / o + entre ellas.
place-code-taken = { $code } ya es la ubicación { $location }. Elige otro código.
less-than-nothing = No hay tantos { $sku } en { $place }. No se ha cambiado nada.
reserved-more-than-left = En { $place } hay más { $sku } reservados de los que quedarían. No se ha cambiado nada.
reservation-released = La reserva { $reservation } ya se liberó.
reservation-holds =
    { $held ->
        [one] La reserva { $reservation } es de { $held } pieza, no de { $wanted }.
       *[other] La reserva { $reservation } es de { $held } piezas, no de { $wanted }.
    }
reservation-begun = Ya se liberó parte de la reserva { $reservation }. Libera el resto.
same-place = { $location } es a la vez el origen y el destino. Indica otra ubicación.
work-taken-back = El cambio de stock { $work } ya se deshizo. No se ha cambiado nada más.
order-repeated = Esta orden ya se ejecutó, como cambio de stock { $work }. No se ha cambiado nada más.

## Storage

batch-busy = Se está aplicando otro lote. Inténtalo otra vez cuando termine.
no-room = El disco está lleno. Libera espacio e inténtalo otra vez.
database-silent = La base de datos no responde. Inténtalo otra vez, o mira su registro.
database-refused = La base de datos rechazó el lote por contradictorio. No se ha cambiado nada.
home-closed = No se puede escribir en la carpeta de la base de datos.
index-silent = El índice no responde. Inténtalo otra vez, o mira su registro.
index-held = Otro programa bloquea el índice. Detenlo, o inténtalo otra vez.
index-incomplete = El índice del modelo { $model } aún no está completo. Espera a hangtag audit --repair, o ejecútalo.
index-other-model = El índice es del modelo { $made_by }, no de { $model }. Ejecuta hangtag audit --repair para reconstruirlo.
pictures-silent = El almacén de imágenes no responde. Comprueba su carpeta o su URL.
unfindable = Imágenes que no se encuentran ni en un índice reconstruido: { $count }. Mira el registro.
files-gone = Faltan archivos de imagen ({ $items }). Importa otra vez esos artículos con sus imágenes.
items = { $items }
items-more = { $items } y { $more } más
photo-kind = Este archivo es { $kind } y no puedo abrirlo: manda una foto JPEG, PNG, WebP, HEIC o AVIF.
photo-video = Esto es un vídeo ({ $kind }): manda una foto en su lugar.
