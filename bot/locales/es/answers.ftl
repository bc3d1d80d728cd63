# Answers to questions, in Spanish.

answer-you-are-welcome = De nada. Envía la siguiente foto, o pregunta.
answer-which-item = ¿Qué artículo? Envía una foto, o pregunta con su SKU o su nombre, por ejemplo: { $example }.
answer-not-understood = No lo he entendido. ¿Te refieres a una de estas?
asked-one-at-a-time = No puedo hacer las dos cosas a la vez. Envíalas una tras otra.
unknown-place = No conozco la ubicación «{ $word }». Ubicaciones: { $names }.
unknown-size = No conozco la talla «{ $word }». Tallas: { $names }.
unknown-colour = No conozco el color «{ $word }». Colores: { $names }.
unknown-person = No conozco a «{ $word }».
unknown-word = No sé qué es «{ $word }». Di el artículo, o escribe su SKU.
answer-no-colour = No viene en { $colour }. Viene en:
answer-no-size = No viene en la talla { $size }. Viene en:
answer-nowhere = en ninguna ubicación
answer-nowhere-so = ninguna ubicación tiene tantos
answer-size = talla { $size }
answer-together = Total: { $amount }
answer-list =
    { $count ->
        [0] Sin resultados
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
answer-arrived-with = vía { $source }
answer-found =
    { $count ->
        [0] Ningún artículo coincide
        [one] { $count } artículo
       *[other] { $count } artículos
    }
answer-colours =
    { $count ->
        [0] No hay colores registrados
        [one] { $count } color
       *[other] { $count } colores
    }
answer-no-price = sin precio en el catálogo
answer-gone = Ese artículo ya no está en el catálogo.
answer-reserved =
    { $count ->
        [one] { $count } reservado
       *[other] { $count } reservados
    }
answer-free =
    { $count ->
        [one] { $count } libre
       *[other] { $count } libres
    }

language-set = A partir de ahora respondo en español. Para cambiarlo, escribe «idioma» y un idioma.
language-which = ¿Qué idioma? Hablo { $languages }.

work-which-size = ¿Qué talla de { $item }? Viene en { $sizes }.
work-which-item = ¿Qué artículo? Envía antes una foto, o escribe su SKU.
work-one-at-a-time = Puedo cambiar un artículo cada vez. Di cuál es, o escribe su SKU.
