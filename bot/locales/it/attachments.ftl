# Why a photo or a file couldn't be fetched, in Italian.

attachment-what =
    { $what ->
        [named] «{ $name }»
        [file] il file
       *[photo] la foto
    }
attachment-untrusted = Impossibile caricare { attachment-what } perché non mi fido del suo server. Ripeti l’invio come file.
attachment-slow = Il caricamento è durato troppo: { attachment-what }. Ripeti l’invio.
attachment-failed = Impossibile caricare { attachment-what }. Ripeti l’invio.
attachment-empty = Impossibile usare { attachment-what }: non contiene niente (0 byte). Ripeti l’invio.
attachment-moved = Impossibile caricare { attachment-what } perché il link porta a un altro server. Ripeti l’invio come file.
attachment-circles = Impossibile caricare { attachment-what } perché il link gira in tondo. Ripeti l’invio.
attachment-gone = Impossibile caricare { attachment-what } perché il link è scaduto. Ripeti l’invio.
attachment-status = Impossibile caricare { attachment-what } (il server ha risposto { $status }). Ripeti l’invio.
attachment-too-large = Impossibile caricare { attachment-what } perché supera { $allowed } MB. Invia una versione più piccola.
attachment-address = Impossibile caricare { attachment-what } perché non posso aprire quell’indirizzo. Ripeti l’invio come file.
download-no-room = Impossibile scrivere il file. Libera spazio sul disco di HANGTAG_HOME e riprova.
attachment-address-group = Non posso caricare { attachment-what }: si trova a un indirizzo che non posso aprire. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
attachment-untrusted-group = Non posso caricare { attachment-what }: si trova su un server di cui non mi fido. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
attachment-moved-group = Non posso caricare { attachment-what }: si trova ora su un altro server. Scatta la foto qui con la fotocamera o mandamela nella nostra chat personale.
