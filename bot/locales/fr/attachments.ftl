# Why a photo or a file couldn't be fetched, in French.

attachment-what =
    { $what ->
        [named] « { $name } »
        [file] le fichier
       *[photo] la photo
    }
attachment-untrusted = Impossible de charger { attachment-what } : je ne fais pas confiance au serveur. Refais l’envoi comme fichier.
attachment-slow = Charger { attachment-what } a pris trop de temps. Refais l’envoi.
attachment-failed = Impossible de charger { attachment-what }. Refais l’envoi.
attachment-empty = Il n’y a rien dans { attachment-what } (0 octet). Refais l’envoi.
attachment-moved = Impossible de charger { attachment-what } : le lien mène à un autre serveur. Refais l’envoi comme fichier.
attachment-circles = Impossible de charger { attachment-what } : le lien tourne en rond. Refais l’envoi.
attachment-gone = Impossible de charger { attachment-what } : le lien a expiré. Refais l’envoi.
attachment-status = Impossible de charger { attachment-what } : le serveur a répondu { $status }. Refais l’envoi.
attachment-too-large = Impossible de charger { attachment-what } : plus de { $allowed } Mo. Envoie une version plus petite.
attachment-address = Impossible de charger { attachment-what } : je n’ai pas le droit d’ouvrir cette adresse. Envoie un fichier.
download-no-room = Impossible d’écrire le fichier. Libère de l’espace sur le disque de HANGTAG_HOME, puis réessaie.
attachment-address-group = Je ne peux pas charger { attachment-what }, qui se trouve à une adresse que je n’ai pas le droit d’ouvrir. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
attachment-untrusted-group = Je ne peux pas charger { attachment-what }, qui se trouve sur un serveur auquel je ne fais pas confiance. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
attachment-moved-group = Je ne peux pas charger { attachment-what }, qui se trouve maintenant sur un autre serveur. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
