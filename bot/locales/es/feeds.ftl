# Fuentes de datos, en español.

feeds-title = Fuentes de datos
feeds-none = No hay fuentes de datos. Quien gestiona este bot las añade con «hangtag feed add».
feed-interval = se lee cada { $interval }
feed-age = Cifras de { $age }
feed-age-late = Más tarde de lo prometido: { $age }
feed-no-figures = Aún sin cifras
feed-failing = Fallos seguidos: { $count }. { $why }
feed-waits = El lote { $batch } espera a un admin.
feed-asks = La fuente { $feed } no aplicó esto por sí sola
feed-gave-up = La fuente { $feed } ha fallado { $count } veces seguidas. { $why } Las existencias del catálogo quedan como estaban.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age }: más antiguo de lo previsto ({ $when })

# Why a feed waits, or fails.

feed-busy = Otro programa está leyendo esta fuente. Inténtalo otra vez cuando termine.
feed-emptied = { $count } de { $total } SKU con existencias bajarían a 0. Por sí sola, esta fuente puede vaciar el { $most } %.
feed-retired = { $count } de { $total } artículos se retirarían o borrarían. Por sí sola, esta fuente puede hacerlo con el { $most } %.
feed-fewer = La fuente nombra { $count } SKU, y la última vez { $before }. Puede faltar como mucho el { $most } %.
feed-faulty = { $count } de { $total } filas son erróneas y se omitieron. Por sí sola, esta fuente puede omitir el { $most } %.
feed-changed = { $count } SKU serían nuevos o cambiarían, y el catálogo tiene { $total }. Por sí sola, esta fuente puede cambiar el { $most } %.
feed-no-file = No hay ningún archivo { $path }.
feed-being-written = El archivo { $name } todavía se está escribiendo.
feed-too-large = La fuente envía más de { $allowed } MB.
feed-not-reached = No se puede conectar con { $where }.
feed-slow = { $where } tardó demasiado en responder.
feed-host-key = La clave de host de { $where } no se conoce o ha cambiado. Compruébala y añádela a los hosts conocidos.
feed-login = { $where } rechaza el acceso. Comprueba el usuario, la contraseña o la clave, y qué pueden leer.
feed-key = No se puede leer el archivo de clave para SFTP. Comprueba su ruta y que no tenga contraseña.
feed-address = No se entiende la dirección. Quita la fuente y añádela con la correcta.
feed-no-https = La dirección debe empezar por https://.
feed-moved = { $where } redirige a una dirección que el bot no puede abrir.
feed-certificate = El certificado de { $where } no es de confianza. Su autoridad debe estar en el ajuste de las fuentes.
feed-status = { $where } respondió HTTP { $status }.
feed-query-writes = La consulta intenta cambiar datos. Debe ser un solo SELECT.
feed-query = La base de datos rechaza la consulta.
feed-empty = La fuente envió un archivo vacío.
feed-page = La fuente envió una página web en lugar de un archivo. Comprueba la dirección y el acceso.
feed-cut-off = El archivo termina a mitad de una línea, así que falta una parte.
feed-older = El archivo es más antiguo que el anterior.
feed-refused = El archivo no se puede usar: { $why } ({ $first }).
