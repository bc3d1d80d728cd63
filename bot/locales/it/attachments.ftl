# Che cosa ha fermato una foto o un file, in italiano.

attachment-what =
    { $what ->
        [named] «{ $name }»
        [file] il file
       *[photo] la foto
    }
attachment-untrusted = Impossibile caricare { attachment-what }, non mi fido del suo server: ripeti l’invio come file.
attachment-slow = Caricare { attachment-what } ha richiesto troppo tempo: ripeti l’invio.
attachment-failed = Impossibile caricare { attachment-what }: ripeti l’invio.
attachment-empty = Impossibile usare { attachment-what }, non contiene niente (0 byte): ripeti l’invio.
attachment-moved = Impossibile caricare { attachment-what }, il link ora porta a un altro server: ripeti l’invio come file.
attachment-circles = Impossibile caricare { attachment-what }, il link gira in tondo: ripeti l’invio.
attachment-gone = Impossibile caricare { attachment-what }, il link è scaduto: ripeti l’invio.
attachment-status = Impossibile caricare { attachment-what }, il server risponde { $status }: ripeti l’invio.
attachment-too-large = Impossibile caricare { attachment-what }: supera { $allowed } MB, manda qualcosa di più piccolo.
attachment-address = Impossibile caricare { attachment-what }, non posso aprire quell’indirizzo: ripeti l’invio come file.
download-no-room = Il file non si può scrivere: fai spazio dove sta HANGTAG_HOME, e chiedi di nuovo.
attachment-address-group = Non posso caricare { attachment-what }: si trova a un indirizzo che non posso aprire. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
attachment-untrusted-group = Non posso caricare { attachment-what }: si trova su un server di cui non mi fido. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
attachment-moved-group = Non posso caricare { attachment-what }: si trova ora su un altro server. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
