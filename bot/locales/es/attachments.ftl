# Why a photo or a file couldn't be fetched, in Spanish.

attachment-what =
    { $what ->
        [named] «{ $name }»
        [file] el archivo
       *[photo] la foto
    }
attachment-untrusted = No se pudo cargar { attachment-what } porque no confío en su servidor. Repite el envío como archivo.
attachment-slow = Cargar { attachment-what } tardó demasiado. Repite el envío.
attachment-failed = No se pudo cargar { attachment-what }. Repite el envío.
attachment-empty = No hay nada en { attachment-what } (0 bytes). Repite el envío.
attachment-moved = No se pudo cargar { attachment-what } porque el enlace lleva a otro servidor. Repite el envío como archivo.
attachment-circles = No se pudo cargar { attachment-what } porque el enlace da vueltas en círculo. Repite el envío.
attachment-gone = No se pudo cargar { attachment-what } porque el enlace ha caducado. Repite el envío.
attachment-status = No se pudo cargar { attachment-what } (el servidor respondió { $status }). Repite el envío.
attachment-too-large = No se pudo cargar { attachment-what } porque pasa de { $allowed } MB. Envía una versión más pequeña.
attachment-address = No se pudo cargar { attachment-what } porque no puedo abrir esa dirección. Repite el envío como archivo.
download-no-room = No se puede escribir el archivo. Libera espacio en el disco de HANGTAG_HOME e inténtalo otra vez.
attachment-address-group = No puedo cargar { attachment-what }: está en una dirección que no puedo abrir. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
attachment-untrusted-group = No puedo cargar { attachment-what }: está en un servidor en el que no confío. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
attachment-moved-group = No puedo cargar { attachment-what }: está ahora en otro servidor. Haz la foto aquí con la cámara o envíamela en nuestro chat personal.
