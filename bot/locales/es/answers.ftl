# Answers to questions, in Spanish.

answer-you-are-welcome = De nada. Envía la siguiente foto, o pregunta.
answer-which-item = ¿Qué artículo? Envía una foto, o pregunta con su SKU o su nombre, por ejemplo: { $example }.
answer-not-understood = No lo he entendido. ¿Te refieres a una de estas?
read-as = Lo he leído así: { $asked }
asked-one-at-a-time = No puedo hacer las dos cosas a la vez. Envíalas una tras otra.
here-unknown = No sé dónde está «{ $word }». Fotografía el código del estante, o escribe la ubicación: { $names }.
unknown-place = No conozco la ubicación «{ $word }». Ubicaciones: { $names }.
unknown-size = No conozco la talla «{ $word }». Tallas: { $names }.
unknown-colour = No conozco el color «{ $word }». Colores: { $names }.
unclear-bound = ¿{ $word } es un precio o un número de piezas?
unknown-person = No conozco a «{ $word }».
unknown-word = No sé qué es «{ $word }». Di el artículo, o escribe su SKU.
answer-arrived-with = vía { $source }
answer-gone = Ese artículo ya no está en el catálogo.

language-set = A partir de ahora respondo en español. Para cambiarlo, escribe «idioma» y un idioma.
language-which = ¿Qué idioma? Hablo { $languages }.

work-which-size = ¿Qué talla de { $item }? Viene en { $sizes }.
work-which-item = ¿Qué artículo? Envía antes una foto, o escribe su SKU.
work-one-at-a-time = Puedo cambiar un artículo cada vez. Di cuál es, o escribe su SKU.
