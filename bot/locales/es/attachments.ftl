# Lo que impidió cargar una foto o un archivo, en español.

attachment-what =
    { $what ->
        [named] «{ $name }»
        [file] el archivo
       *[photo] la foto
    }
attachment-untrusted = No se pudo cargar { attachment-what }, no me fío de su servidor: repite el envío como archivo.
attachment-slow = Cargar { attachment-what } tardó demasiado: repite el envío.
attachment-failed = No se pudo cargar { attachment-what }: repite el envío.
attachment-empty = No hay nada en { attachment-what } (0 bytes): repite el envío.
attachment-moved = No se pudo cargar { attachment-what }, el enlace lleva ahora a otro servidor: repite el envío como archivo.
attachment-circles = No se pudo cargar { attachment-what }, el enlace da vueltas en círculo: repite el envío.
attachment-gone = No se pudo cargar { attachment-what }, el enlace ha caducado: repite el envío.
attachment-status = No se pudo cargar { attachment-what }, el servidor responde { $status }: repite el envío.
attachment-too-large = No se pudo cargar { attachment-what }: tiene más de { $allowed } MB, mándalo más pequeño.
attachment-address = No se pudo cargar { attachment-what }, no puedo abrir esa dirección: mándalo como archivo.
download-no-room = No se puede escribir el archivo: haz sitio donde está HANGTAG_HOME, y pídelo otra vez.
attachment-address-group = No puedo cargar { attachment-what }: está en una dirección que no puedo abrir. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
attachment-untrusted-group = No puedo cargar { attachment-what }: está en un servidor en el que no confío. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
attachment-moved-group = No puedo cargar { attachment-what }: está ahora en otro servidor. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
