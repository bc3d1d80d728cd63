# Ce qui a retenu une photo ou un fichier, en français.

attachment-what =
    { $what ->
        [named] « { $name } »
        [file] le fichier
       *[photo] la photo
    }
attachment-untrusted = Impossible de charger { attachment-what }, son serveur n’est pas sûr : refais l’envoi, comme fichier.
attachment-slow = Charger { attachment-what } a pris trop de temps : refais l’envoi.
attachment-failed = Impossible de charger { attachment-what } : refais l’envoi.
attachment-empty = Il n’y a rien dans { attachment-what } (0 octet) : refais l’envoi.
attachment-moved = Impossible de charger { attachment-what }, le lien mène maintenant à un autre serveur : refais l’envoi, comme fichier.
attachment-circles = Impossible de charger { attachment-what }, le lien tourne en rond : refais l’envoi.
attachment-gone = Impossible de charger { attachment-what }, le lien a expiré : refais l’envoi.
attachment-status = Impossible de charger { attachment-what }, le serveur répond { $status } : refais l’envoi.
attachment-too-large = Impossible de charger { attachment-what } : plus de { $allowed } Mo, envoie plus petit.
attachment-address = Impossible de charger { attachment-what }, je n’ai pas le droit d’ouvrir cette adresse : envoie un fichier.
download-no-room = Le fichier ne peut pas être écrit : fais de la place là où se trouve HANGTAG_HOME, et redemande.
attachment-address-group = Je ne peux pas charger { attachment-what }, qui se trouve à une adresse que je n’ai pas le droit d’ouvrir. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
attachment-untrusted-group = Je ne peux pas charger { attachment-what }, qui se trouve sur un serveur auquel je ne fais pas confiance. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
attachment-moved-group = Je ne peux pas charger { attachment-what }, qui se trouve maintenant sur un autre serveur. Prends la photo ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
