# Figures, the sentences that say them, and queries said back, in Spanish.

## One figure

figure-on-hand = { $count } en stock
figure-free =
    { $count ->
        [one] { $count } libre
       *[other] { $count } libres
    }
figure-reserved =
    { $count ->
        [one] { $count } reservada
       *[other] { $count } reservadas
    }
figure-items =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
figure-sizes =
    { $count ->
        [one] { $count } talla
       *[other] { $count } tallas
    }
figure-places =
    { $count ->
        [one] { $count } ubicación
       *[other] { $count } ubicaciones
    }
figure-colours =
    { $count ->
        [one] { $count } color
       *[other] { $count } colores
    }
figure-arrived = +{ $count }
figure-moved =
    { $count ->
        [one] { $count } trasladada
       *[other] { $count } trasladadas
    }
figure-needed = hacen falta { $count }
figure-difference = diferencia: { $count }
figure-share = { $percent } %
figure-price = { $price }
figure-counted = último recuento: { $when }
figure-oldest = el recuento más antiguo es del { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = suficiente
figure-not-enough = insuficiente
figure-never-counted = nunca se ha contado
figure-no-such-size = no existe esa talla
figure-no-such-colour = no existe ese color
figure-no-such-place = no existe esa ubicación
figure-no-such-item = no hay artículos así
figure-not-held = el artículo no está allí
figure-no-price = sin precio en el catálogo
figure-not-recorded = llegó con { $source }, cantidad no registrada
figure-no-colour = color no registrado

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Nada coincide
answer-sku = SKU: { $sku }
answer-none-of-it = No hay ninguno en el catálogo
answer-of-kind = { $count } en el catálogo: { $kind }.
answer-uncounted =
    { $count ->
        [one] Hay { $count } más que nunca se ha contado.
       *[other] Hay { $count } más que nunca se han contado.
    }
answer-line = { $name }: { $text }
answer-not-held = { $place }: el artículo no está allí
answer-held-at = Ubicaciones: { $places }.
answer-no-such-size = No existe en la talla { $size }
answer-no-such-colour = No existe en { $colour }
answer-comes-in = Colores: { $colours }.
answer-does-not-fit = { $name } no coincide con el resto de la pregunta.
answer-sizes = Tallas: { $sizes }.
answer-close-colours = Sin contar, pero parecido: { $colours }.
answer-unknown-size = Ningún artículo tiene la talla { $size }.
answer-unknown-place = No existe la ubicación { $place }.
answer-found-none = Nada en el catálogo coincide con «{ $words }»
answer-found-some = Ningún artículo tiene todo «{ $words }». Estos son los más parecidos.

answer-enough =
    { $count ->
        [one] Sí: { $count } libre, hacen falta { $needed }
       *[other] Sí: { $count } libres, hacen falta { $needed }
    }
answer-too-few =
    { $count ->
        [one] No: { $count } libre, hacen falta { $needed }
       *[other] No: { $count } libres, hacen falta { $needed }
    }
answer-enough-not = No: { $why }
answer-enough-unknown = No sé si hay { $needed } libres: nunca se ha contado
answer-enough-each = Sí: en cada caso hay { $needed } libres
answer-enough-none = No: en ningún caso hay { $needed } libres
answer-enough-some = No: solo en { $yes } de { $count } hay { $needed } libres
answer-items-enough = Sí: { $figure }, hacen falta { $needed }
answer-items-too-few = No: { $figure }, hacen falta { $needed }

answer-has-more = Más: { $name }, por { $difference } ({ $most } frente a { $least })
answer-has-less = Menos: { $name }, por { $difference } ({ $least } frente a { $most })
answer-has-most = Más que los demás: { $name }, { $figure }
answer-has-least = Menos que los demás: { $name }, { $figure }
answer-spread = Más: { $name }. Menos: { $other }. Diferencia: { $difference } ({ $most } frente a { $least })
answer-same = Los { $count } están igualados: { $figure }
answer-is-dearer = { $name } cuesta { $difference } más: { $most } frente a { $least }
answer-is-cheaper = { $name } cuesta { $difference } menos: { $least } frente a { $most }
answer-share = { $share }: { $part } de { $whole }
answer-shares = Partes de { $whole }
answer-share-of-nothing = No hay de qué calcular una parte: 0 en total

answer-first =
    { $ranking ->
        [most] El que más tiene: { $name }, { $figure }
        [least] El que menos tiene: { $name }, { $figure }
        [cheapest] El más barato: { $name }, { $figure }
        [dearest] El más caro: { $name }, { $figure }
        [newest] El más reciente: { $name }, { $figure }
       *[oldest] El más antiguo: { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] Los { $count } que más tienen, primero { $name }, { $figure }
        [least] Los { $count } que menos tienen, primero { $name }, { $figure }
        [cheapest] Los { $count } más baratos, primero { $name }, { $figure }
        [dearest] Los { $count } más caros, primero { $name }, { $figure }
        [newest] Los { $count } más recientes, primero { $name }, { $figure }
       *[oldest] Los { $count } más antiguos, primero { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] { $count } están igualados y son los que más tienen: { $figure } cada uno
        [least] { $count } están igualados y son los que menos tienen: { $figure } cada uno
        [cheapest] { $count } son igual de baratos: { $figure } cada uno
        [dearest] { $count } son igual de caros: { $figure } cada uno
        [newest] { $count } son a la vez los más recientes: { $figure }
       *[oldest] { $count } son a la vez los más antiguos: { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Sí: { $said }
       *[no] No: { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = Al menos { $figure }
answer-for-pieces = Precios de { $quantity } unidades de cada uno.
rank-of =
    { $ranking ->
        [most] N.º { $rank } de los que más tienen
        [least] N.º { $rank } de los que menos tienen
        [cheapest] N.º { $rank } de los más baratos
        [dearest] N.º { $rank } de los más caros
        [newest] N.º { $rank } de los más recientes
       *[oldest] N.º { $rank } de los más antiguos
    }
answer-at-rank = { $place }: { $name }, { $figure }
answer-tied-at-rank = { $place }: { $count } están igualados, { $figure } cada uno
answer-rank-beyond = Solo hay { $count } que ordenar
answer-first-in-each =
    { $ranking ->
        [cheapest] El más barato en cada moneda
       *[dearest] El más caro en cada moneda
    }

answer-price-none = No hay precio en el catálogo
answer-no-prices = No hay precios en el catálogo
answer-unpriced =
    { $count ->
        [one] Hay { $count } más sin precio.
       *[other] Hay { $count } más sin precio.
    }
answer-currencies = Los precios están en { $currencies }. No comparo monedas.
answer-price-of-item = El precio es del artículo entero: el mismo en todas las tallas y ubicaciones.
answer-nothing-arrived = No consta ninguna llegada
answer-nothing-moved = No se ha trasladado nada
answer-unrecorded =
    { $count ->
        [one] De { $count } artículo, la importación no dice cuántas piezas llegaron.
       *[other] De { $count } artículos, la importación no dice cuántas piezas llegaron.
    }
answer-no-reservations = No hay reservas
answer-reserved-elsewhere = { $count } reservados, por otro sistema. Solo él sabe para quién

## What cannot be answered

answer-cannot-compare = Eso no lo puedo comparar. Nombra dos tallas, dos ubicaciones, dos colores o dos artículos.
answer-not-comparable = Eso no lo puedo comparar: falta una cifra
answer-cannot-rank = No puedo ordenar según eso.
answer-one-thing = Solo puedo responder a una cosa a la vez: si alcanza, dónde hay más o cuál es el primero.
answer-too-much = No puedo responder a todo eso a la vez. Quita una parte.
answer-no-past = Solo conozco el stock de ahora, no el de otro día.
answer-only-reserved-for = Solo las reservas son para una persona. Pregunta qué hay reservado para ella.

## Queries said back

asked =
    { $measure ->
        [free] Piezas libres: { $what }
        [reserved] Piezas reservadas: { $what }
        [price] Precio: { $what }
        [worth] Valor del stock: { $what }
        [items] Número de artículos: { $what }
        [details] Detalles: { $what }
        [counted] Último recuento: { $what }
        [arrived] Llegadas: { $what }
        [moved] Traslados: { $what }
        [reservations] Reservas: { $what }
       *[on_hand] Piezas en stock: { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = todos los artículos
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
asked-kind =
    { $kind ->
        [t-shirt] camisetas
        [shirt] camisas y blusas
        [longsleeve] camisetas de manga larga
        [jumper] jerséis
        [hoodie] sudaderas con capucha
        [cardigan] cárdigans
        [dress] vestidos
        [jumpsuit] monos
        [trousers] pantalones
        [jeans] vaqueros
        [shorts] pantalones cortos
        [skirt] faldas
        [jacket] chaquetas
        [coat] abrigos
        [hat] sombreros y gorros
        [cap] gorras
        [beanie] gorros
        [shoe] zapatos
        [sneaker] zapatillas
        [boot] botas
        [sandal] sandalias
        [bag] bolsos
        [upper] partes de arriba
        [outer] chaquetas y abrigos
        [full-body] vestidos y monos
        [lower] partes de abajo
        [footwear] calzado
        [headwear] gorros y sombreros
        [scarf] bufandas
        [glove] guantes
        [sock] calcetines
        [belt] cinturones
        [tie] corbatas
        [swimwear] ropa de baño
        [underwear] ropa interior
        [tights] medias
        [nightwear] ropa de dormir
        [sunglasses] gafas de sol
        [wallet] carteras
        [umbrella] paraguas
       *[other] { $kind }
    }
asked-title = «{ $words }» en el título
asked-search = encontrados con «{ $words }»
asked-without = excepto { $names }
asked-choice =
    { $kind ->
        [colour] en { $names }
        [brand] de { $names }
        [size] en { $names }
        [place] en { $names }
       *[person] para { $names }
    }
asked-except =
    { $kind ->
        [colour] no en { $names }
        [brand] no de { $names }
        [size] no en { $names }
        [place] excepto { $names }
       *[person] no para { $names }
    }
asked-state =
    { $state ->
        [low] con pocas existencias
        [out] agotados
       *[in] en stock
    }
asked-between =
    { $kind ->
        [pieces] de { $least } a { $most } piezas
       *[prices] precio de { $least } a { $most }
    }
asked-least =
    { $kind ->
        [pieces] al menos { $least } piezas
       *[prices] precio desde { $least }
    }
asked-most =
    { $kind ->
        [pieces] como mucho { $most } piezas
       *[prices] precio hasta { $most }
    }
asked-on = el { $day }
asked-span = del { $since } al { $until }
asked-since = desde el { $since }
asked-before = hasta el { $until }
asked-needed = { $asked }, ¿alcanza para { $needed }?
asked-compared =
    { $comparison ->
        [more] { $asked }: ¿dónde hay más?
        [less] { $asked }: ¿dónde hay menos?
        [difference] { $asked }: la diferencia
       *[share] { $asked }: la parte
    }
asked-ranked =
    { $ranking ->
        [most] { $asked }: los que más, { $limit }
        [least] { $asked }: los que menos, { $limit }
        [cheapest] { $asked }: los más baratos, { $limit }
        [dearest] { $asked }: los más caros, { $limit }
        [newest] { $asked }: los más recientes, { $limit }
       *[oldest] { $asked }: los más antiguos, { $limit }
    }
asked-claim = { $asked } (sí o no)
asked-pieces = { $asked }, de { $quantity } unidades
asked-at-rank = { $asked }: { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, por talla
        [place] { $asked }, por ubicación
        [item] { $asked }, por artículo
       *[colour] { $asked }, por color
    }
asked-total = { $asked }, en total
asked-order =
    { $verb ->
        [reserve] Reservar: { $what }
        [release] Liberar: { $what }
        [move] Trasladar: { $what }
        [count] Contar: { $what }
        [receive] Recibir: { $what }
        [issue] Sacar: { $what }
       *[undo] Deshacer: { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } pieza
       *[other] { $count } piezas
    }
asked-reservation = reserva { $reservation }
asked-at = en { $place }
asked-from = de { $place }
asked-to = a { $place }
asked-for = para { $person }
asked-until = hasta { $day }
asked-reason = motivo: { $reason }
