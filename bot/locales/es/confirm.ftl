# Confirming a match, and reading a tag, in Spanish.

confirm-right = ✓ Correcto
confirm-wrong = ✗ Incorrecto
confirm-thanks = Gracias, anotado.
confirm-already = Ya estaba anotado.
confirm-which = ¿Cuál es?
confirm-this = Este
confirm-none-of-them = Ninguno
confirm-none = Gracias, anotado. Prueba con otra foto: la prenda entera, extendida y con buena luz. O escribe su SKU.
confirm-over = Esa foto es demasiado antigua. Envíala otra vez.
confirm-anothers = Solo puede confirmarlo quien envió la foto.
confirm-sites = Fotos marcadas como correctas o incorrectas, por sitio
confirm-site-personal = Chats personales
confirm-site-count = correctas: { $right }, incorrectas: { $wrong }

tag-read = Leído en la etiqueta
tag-differs = Parece { $title }. ¿Es correcta la etiqueta?
label-read = Leído en el texto de la etiqueta
label-differs = La etiqueta dice { $read }, pero la foto se parece a { $title }. ¿Es la etiqueta correcta?
label-several = La etiqueta dice { $read }. Hay { $count } artículos de ese modelo. ¿Cuál quieres decir?
label-size = Talla { $size } (leída en la etiqueta)
tags-several = En esta foto hay etiquetas de { $count } artículos. ¿Cuál quieres decir?
