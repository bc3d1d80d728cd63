# The bot's main messages, in Spanish.

verdict-in-catalogue = Muy probablemente este · { $percent } %
compare-colour = En una foto, los tonos parecidos se confunden: compara el color.
verdict-one-of = { $count ->
    [2] Uno de estos dos
   *[other] Uno de estos { $count }
  }
verdict-one-of-hint = En una foto no se distingue de { $names }. Escanea la etiqueta o elige uno.
verdict-one-of-more = { $names } y { $more } más
verdict-unsure = No es seguro, quizá este · { $percent } %
verdict-unsure-hint = Compáralo con la imagen, también el color, o envía otra foto: la prenda entera, extendida y con buena luz.
verdict-not-in-catalogue = No está en nuestro catálogo
verdict-not-in-catalogue-hint = El artículo más parecido parece ser otra prenda.
verdict-empty-catalogue = El catálogo está vacío, así que no hay nada con que comparar.

cut-out =
    { $how ->
        [tiramisu] Recortado por la red neuronal
        [tiramisu-grabcut] Recortado por la red neuronal, contorno afinado con GrabCut
        [grabcut] Recortado con GrabCut porque la red neuronal dudaba
        [hand] Recortado a mano
       *[whole-photo] Se comparó la foto entera porque no se pudo recortar ninguna prenda
    }
cut-out-sure = { $how } · seguro al { $percent } %

look-alikes = Artículos parecidos
look-alikes-show = Parecidos ({ $count })
alike = { $percent } % parecido
photo-number = Foto { $number } de { $count }
photos-title =
    { $count ->
        [one] { $count } foto
       *[other] { $count } fotos
    }

size-one = Talla única
stock-in = { $count } en stock
stock-low =
    { $count ->
        [one] solo queda { $count }
       *[other] solo quedan { $count }
    }
stock-reserved-all = { $count }, todo reservado
stock-none = agotado
stock-unknown = sin contar
stock-location = { $location }: { $count }
stock-location-reserved =
    { $reserved ->
        [one] { $location }: { $count } ({ $reserved } reservado)
       *[other] { $location }: { $count } ({ $reserved } reservados)
    }
stock-as-of = Datos del { $when }
stock-more-locations =
    { $count ->
        [one] y { $count } ubicación más
       *[other] y { $count } ubicaciones más
    }
stock-more-sizes =
    { $count ->
        [one] y { $count } talla más
       *[other] y { $count } tallas más
    }
stock-no-variants = Este artículo no tiene tallas ni stock registrados.
stock-barcode = Código de barras { $barcode }
stock-refresh = ↻ Actualizar
stock-refreshed = Actualizado: { $when }
stock-gone = { $number } ya no está en el catálogo.
stock-slow = La consulta tardó demasiado. Inténtalo otra vez.
show-stock = Ver stock

picture-of = Imagen del catálogo: { $title }

help-title = Lo que sé hacer
help-photo-title = Envía una foto de una prenda
help-photo = Encuentro su SKU, sus tallas y cuántas hay en cada ubicación. Puedes enviar varias fotos a la vez.
help-stock-title = Escribe «stock» y un SKU
help-stock = Por ejemplo: stock { $example }. También puedes usar un código de barras o un número de artículo.
help-ask-title = Pregunta con tus propias palabras
help-ask = Por ejemplo: «¿cuántas en M o L?», «¿hay en Berlín?», «¿alcanza para 5?»
help-floor-title = Para el trabajo en el almacén
help-floor = Escribe «inventario NAVE A» para contar una ubicación, «preparar SKU» para comprobar lo que recoges, o «vigila SKU por debajo de 5» para saber cuándo queda poco.
help-help-title = Escribe «ayuda»
help-help = Para ver esto otra vez.
help-tips-show = Consejos para fotos
help-tip-flat = Extiende la prenda o cuélgala, con la parte delantera hacia ti.
help-tip-whole = Que se vea la prenda entera, y solo una.
help-tip-light = Enciende la luz. Evita las sombras duras y el flash.
help-mention = En un grupo, mencióname: @Hangtag.
welcome-title = Hola, soy Hangtag
welcome = Envíame una foto de una prenda y encuentro su SKU y su stock.
help-show = Ayuda

nothing-came = No ha llegado ninguna foto. Si la elegiste de la galería, hazla aquí con la cámara o adjúntala como archivo.
stock-which = ¿Qué SKU? Escribe por ejemplo: stock { $example }.
not-understood = No lo he entendido. Envía una foto de una prenda, o escribe «stock» y un SKU, o «ayuda».
button-outdated = Ese botón ya no funciona. Envía la foto otra vez, o escribe «ayuda».
button-refused = Ese botón no funciona aquí. Es para otra persona u otro chat, o tiene más de una semana. Pregunta otra vez, o escribe «ayuda».
too-many-photos = He revisado las primeras { $count } fotos. Envía las demás en otro mensaje.
photo-fault = Foto { $number } de { $count }: { $fault }
busy = Hay demasiadas fotos en espera. Envía la tuya otra vez en un minuto.
apology = Lo siento, algo ha fallado. Inténtalo otra vez. Si vuelve a pasar, dale esta referencia a tu administrador: { $reference }.

number = { $count }
none = ninguno
row = Fila { $row }
and-more = y { $count } más

verdict-no-garment = No veo ninguna prenda en esta foto
verdict-no-garment-hint = Manda otra foto: la prenda entera, extendida o colgada, con buena luz. Si hay una, muéstramela con «Corregir».

## Cuando algo no ha llegado

nothing-came-group = No llegó ninguna foto. Hazla aquí con la cámara o envíamela en nuestro chat personal.
lost-file = No puedo abrir archivos en un canal ni en un chat de grupo. Pega la foto en tu mensaje como imagen o envíame el archivo en nuestro chat personal.
lost-file-personal = No puedo abrir ese archivo. Súbelo desde tu dispositivo o pega la foto en tu mensaje.
lost-forward = La imagen reenviada no llegó. Guárdala y envíamela como foto.
lost-gif = No puedo hacer nada con un GIF ni con un sticker. Envíame una foto de una prenda o escribe «ayuda».
lost-loop = No puedo leer componentes de Loop. Escribe tu pregunta en un mensaje normal.
lost-card = No puedo leer una tarjeta compartida. Envíame una foto de la prenda o escribe su SKU.
lost-voice = No puedo escuchar grabaciones ni ver vídeos. Escribe tu pregunta o envía una foto.
lost-emoji = ¡Gracias! Envíame una foto de una prenda o escribe «ayuda».

## Palabras junto a una foto

caption-unsure = No sé con seguridad qué prenda es. Si es { $title }:
caption-no-item = No he usado las palabras «{ $text }», porque no sé a qué prenda se refieren. Pregunta otra vez con su SKU.
caption-not-understood = Solo he mirado la foto. No he entendido «{ $text }».
caption-file = No he usado las palabras «{ $text }» que acompañan al archivo.
