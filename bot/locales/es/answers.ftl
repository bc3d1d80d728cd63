# Lo que se responde a las preguntas, en español.

answer-you-are-welcome = De nada. Manda la siguiente foto, o pregunta.
answer-which-item = ¿Qué artículo? Manda una foto, o pregunta con su SKU o su nombre, por ejemplo: { $example }.
answer-not-understood = No lo he entendido. ¿Querías decir una de estas?
answer-no-colour = No lo hay en { $colour }. Esto es lo que hay:
answer-no-size = No hay talla { $size }. Estas son sus tallas:
answer-nowhere = en ningún sitio
answer-nowhere-so = ningún sitio tiene tantos
answer-size = talla { $size }
answer-together = En total: { $amount }
answer-list =
    { $count ->
        [0] Nada encaja con eso
        [one] { $count } resultado
       *[other] { $count } resultados
    }
answer-list-low =
    { $count ->
        [0] Nada se está agotando
        [one] { $count } talla se está agotando
       *[other] { $count } tallas se están agotando
    }
answer-list-out =
    { $count ->
        [0] Nada está agotado
        [one] { $count } talla agotada
       *[other] { $count } tallas agotadas
    }
answer-arrivals =
    { $count ->
        [0] No ha llegado nada
        [one] Ha llegado { $count } artículo
       *[other] Han llegado { $count } artículos
    }
answer-arrived = +{ $count }
answer-arrived-with = con { $source }
answer-found =
    { $count ->
        [0] No hay nada así en el catálogo
        [one] { $count } artículo
       *[other] { $count } artículos
    }
answer-colours =
    { $count ->
        [0] No se conoce ningún color
        [one] { $count } color
       *[other] { $count } colores
    }
answer-no-price = sin precio en el catálogo
answer-gone = Ese artículo ya no está en el catálogo.
answer-reserved = { $count } en reserva
answer-free =
    { $count ->
        [one] { $count } libre
       *[other] { $count } libres
    }

reading-stock = ¿Cuántos hay de { $item }?
reading-where = ¿Dónde está { $item }?
reading-sizes = Tallas de { $item }
reading-colours = Colores de { $item }
reading-price = Precio de { $item }
reading-details = Mostrar { $item }
reading-list = Lista: { $what }
reading-list-low = Se está agotando: { $what }
reading-list-out = Agotado: { $what }
reading-arrivals = Lo que ha llegado
reading-find = Buscar { $what }

language-set = A partir de ahora respondo en español. Escribe «idioma» y un idioma para cambiarlo.
language-which = ¿Qué idioma? Hablo { $languages }.

work-which-size = ¿Qué talla de { $item }? Viene en { $sizes }.
work-which-item = ¿De qué artículo? Manda antes su foto, o escribe su SKU.
work-which-reservation = ¿Qué reserva? Escribe «reservas» y libera el número que figura al lado.
work-which-person = ¿Para quién? Escribe por ejemplo: reserva 2 de { $example } para Anna.
work-one-at-a-time = Un artículo cada vez: di cuál, o da su SKU.
