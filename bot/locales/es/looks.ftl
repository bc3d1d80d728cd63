# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue, in Spanish.

garments-seen = Hay { $count } prendas en la foto. Esta es la número { $number }. ¿A cuál te refieres?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] parte de arriba
        [outer] chaqueta
        [full-body] vestido
        [lower] parte de abajo
        [footwear] zapatos
        [headwear] gorro
       *[unknown] otra
    }

fix = Corregir
fix-title = Corregir el recorte
fix-open-hint = Pinta lo que es prenda y lo que no, y busco otra vez con tu contorno.
fix-open = Abrir la foto
fix-hint = Pinta con el dedo lo que reconocí mal. La parte oscura queda fuera.
fix-garment = Prenda
fix-ground = Fondo
fix-box = Marco
fix-undo = Deshacer
fix-done = Buscar otra vez
fix-working = Un momento…
fix-failed = No ha funcionado. Inténtalo otra vez.
fix-over = Esta página ha caducado. Pulsa otra vez el botón en el chat.
fix-empty = No queda ninguna prenda. Pinta una parte.
fix-undelivered = No se pudo enviar la respuesta nueva al chat. Inténtalo otra vez.
fix-back = La respuesta nueva está en el chat.

intake-register = Registrar nuevo
intake-registered = Registrado como nuevo, número { $number }. Un admin puede convertirlo en artículo.
intake-already = Ya registrado, número { $number }.
intake-none = No hay prendas pendientes.
intake-complete = Completar
intake-number = Prenda nueva, número { $number }
intake-item = Número de artículo
intake-item-missing = Escribe el número de artículo, por ejemplo HT-1042.
intake-name = Título
intake-brand = Marca
intake-colour = Color
intake-sizes = Tallas, separadas por comas
intake-class = Clase
intake-save = Vista previa
intake-dismiss = Descartar
intake-dismissed = El número { $number } se descartó.
intake-forbidden = Solo un admin puede completar una prenda registrada.
intake-too-many-sizes = Indica como máximo { $count } tallas a la vez.
intake-title =
    { $count ->
        [one] { $count } prenda pendiente de ser artículo
       *[other] { $count } prendas pendientes de ser artículos
    }
intake-in-work = El número { $number } ya se está convirtiendo en un lote.
intake-shown = El número { $number } está abajo, listo para aplicar.

view-keep = Añadir como vista
view-kept = La foto es ahora una vista de { $item } (lote { $batch }). Un admin puede deshacerlo.
view-known = Esta foto ya es una vista de { $item }.
view-enough = { $item } ya tiene { $count } imágenes. Es suficiente.
view-forbidden = Solo un supervisor o un admin puede añadir una foto como vista.

photo-in-line =
    { $count ->
        [one] Hay { $count } foto antes que la tuya. La respuesta aparecerá aquí.
       *[other] Hay { $count } fotos antes que la tuya. La respuesta aparecerá aquí.
    }
