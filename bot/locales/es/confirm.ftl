# Si es el artículo, en español; y lo que dice una etiqueta.

confirm-right = ✓ Correcto
confirm-wrong = ✗ Mal
confirm-thanks = Anotado, gracias.
confirm-already = Eso ya estaba anotado.
confirm-which = ¿Cuál es?
confirm-this = Este
confirm-none-of-them = Ninguno
confirm-none = Anotado. Prueba con otra foto: la prenda entera, extendida y con buena luz. O escribe su SKU.
confirm-over = Esa foto es demasiado antigua; mándala otra vez.
confirm-anothers = Solo puede decirlo quien mandó la foto.
confirm-sites = Fotos dadas por correctas o incorrectas, por sitio
confirm-site-personal = Chats personales
confirm-site-count = correctas: { $right }, incorrectas: { $wrong }

tag-read = Leído en la etiqueta
tag-differs = Por su aspecto sería { $title }. ¿Es la etiqueta correcta?
tags-several = En esta foto hay etiquetas de { $count } artículos. ¿Cuál quieres decir?
