# Flux, en français.

feeds-title = Flux
feeds-none = Il n’y a aucun flux. La personne qui gère ce bot en ajoute avec « hangtag feed add ».
feed-interval = lu toutes les { $interval }
feed-age = Chiffres d’{ $age }
feed-age-late = Plus tard que promis : { $age }
feed-no-figures = Pas encore de chiffres
feed-failing = Échecs de suite : { $count }. { $why }
feed-waits = Le lot { $batch } attend un admin.
feed-asks = Le flux { $feed } n’a pas appliqué cela de lui-même
feed-gave-up = Le flux { $feed } a échoué { $count } fois de suite. { $why } Le stock du catalogue reste inchangé.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age } : plus ancien que prévu ({ $when })

# Why a feed waits, or fails.

feed-busy = Un autre programme lit ce flux en ce moment. Réessaie quand il aura terminé.
feed-emptied = { $count } SKU en stock sur { $total } tomberaient à 0. Ce flux peut en vider { $most } % de lui-même.
feed-retired = { $count } articles sur { $total } seraient retirés ou supprimés. Ce flux peut le faire de lui-même pour { $most } %.
feed-fewer = Le flux nomme { $count } SKU, contre { $before } la dernière fois. Il peut en manquer { $most } % au plus.
feed-faulty = { $count } lignes sur { $total } sont fautives et ont été omises. Ce flux peut en omettre { $most } % de lui-même.
feed-changed = { $count } SKU seraient nouveaux ou modifiés, et le catalogue en a { $total }. Ce flux peut en modifier { $most } % de lui-même.
feed-no-file = Il n’y a pas de fichier { $path }.
feed-being-written = Le fichier { $name } est encore en cours d’écriture.
feed-too-large = La source envoie plus de { $allowed } Mo.
feed-not-reached = { $where } est injoignable.
feed-slow = { $where } a mis trop de temps à répondre.
feed-host-key = La clé d’hôte de { $where } est inconnue ou a changé. Vérifie-la, puis ajoute-la aux hôtes connus.
feed-login = { $where } refuse la connexion. Vérifie l’utilisateur, le mot de passe ou la clé, et leurs droits de lecture.
feed-key = Le fichier de clé pour SFTP est illisible. Vérifie son chemin, et qu’il n’a pas de phrase secrète.
feed-address = L’adresse est illisible. Supprime le flux, et ajoute-le avec la bonne.
feed-no-https = L’adresse doit commencer par https://.
feed-moved = { $where } redirige vers une adresse que le bot ne peut pas ouvrir.
feed-certificate = Le certificat de { $where } n’est pas fiable. Son autorité doit figurer dans le réglage des flux.
feed-status = { $where } a répondu HTTP { $status }.
feed-query-writes = La requête tente de modifier des données. Elle doit être un seul SELECT.
feed-query = La base de données refuse la requête.
feed-empty = La source a envoyé un fichier vide.
feed-page = La source a envoyé une page web au lieu d’un fichier. Vérifie l’adresse et la connexion.
feed-cut-off = Le fichier s’arrête au milieu d’une ligne, donc il en manque une partie.
feed-older = Le fichier est plus ancien que le précédent.
feed-refused = Le fichier est inutilisable : { $why } ({ $first }).
