# Fotos vistas otra vez: otra prenda, un contorno hecho a mano, algo nuevo.

garments-seen = En la foto hay { $count } prendas; esta es la número { $number }. ¿Cuál quieres?
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
fix-open-hint = Pinta lo que es prenda y lo que no; busco otra vez con tu contorno.
fix-open = Abrir la foto
fix-hint = Pinta con el dedo lo que vi mal. Lo oscuro queda fuera.
fix-garment = Prenda
fix-ground = No es prenda
fix-box = Marco
fix-undo = Deshacer
fix-done = Buscar otra vez
fix-working = Un momento …
fix-failed = No ha funcionado; inténtalo otra vez.
fix-over = Esta página ya no vale; pulsa otra vez el botón en el chat.
fix-empty = No queda ninguna prenda; pinta un poco de ella.
fix-undelivered = El chat no aceptó la respuesta nueva; inténtalo otra vez.
fix-back = La respuesta nueva está en el chat.

intake-register = Registrar nuevo
intake-registered = Registrado como nuevo, número { $number }. Un administrador lo convertirá en artículo.
intake-already = Ya está registrado, número { $number }.
intake-none = No hay nada pendiente.
intake-complete = Completar
intake-number = Prenda nueva, número { $number }
intake-item = Número de artículo
intake-item-missing = Escribe el número de artículo, por ejemplo HT-1042.
intake-name = Título
intake-brand = Marca
intake-colour = Color
intake-sizes = Tallas, separadas por comas
intake-class = Tipo
intake-save = Ver lo que se añade
intake-dismiss = Descartar
intake-dismissed = El número { $number } queda descartado.
intake-forbidden = Solo un administrador puede completar lo registrado.
intake-too-many-sizes = Como máximo { $count } tallas a la vez.
intake-title =
    { $count ->
        [one] { $count } prenda espera convertirse en artículo
       *[other] { $count } prendas esperan convertirse en artículos
    }
intake-in-work = Ya se está preparando un lote con el número { $number }.
intake-shown = El número { $number } está abajo, para aplicarlo.

view-keep = Guardar como otra vista
view-kept = La foto es ahora una vista de { $item } (lote { $batch }; un administrador puede deshacerlo).
view-known = Esta foto ya es una vista de { $item }.
view-enough = { $item } ya tiene { $count } imágenes; es suficiente.
view-forbidden = Solo un supervisor o un administrador puede guardar una foto como vista.

photo-in-line =
    { $count ->
        [one] Hay una foto antes que la tuya; la respuesta aparecerá aquí.
       *[other] Hay { $count } fotos antes que la tuya; la respuesta aparecerá aquí.
    }
