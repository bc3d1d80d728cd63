# Stock orders, for supervisors, in French.

work-asked =
    { $kind ->
        [receive] Réceptionner { $count } × { $sku } à { $place }{ $note }
        [issue] Sortir { $count } × { $sku } de { $place }{ $note }
        [reserve] Réserver { $count } × { $sku } à { $place }{ $for }
        [release] Libérer { $count } × { $sku } à { $place }{ $for }
        [move] Déplacer { $count } × { $sku } de { $place } à { $to }
        [count] Compté { $count } × { $sku } à { $place }
       *[undo] Remettre { $sku } comme avant
    }
work-for = {" "}pour { $person }
work-note = {" "}({ $note })
work-too-few-there =
    { $count ->
        [one] Il y a seulement { $count } { $sku } de libre à { $place }.
       *[other] Il y a seulement { $count } { $sku } de libres à { $place }.
    }
work-until = jusqu’au { $day }
work-kept-until = réservé jusqu’au { $day }
work-level =
    { $reserved ->
        [0] { $count }
        [one] { $count } (dont { $reserved } réservé)
       *[other] { $count } (dont { $reserved } réservés)
    }
work-below-reserved = C’est moins que les { $count } réservés là-bas.
work-confirm = Confirmer
work-cancel = Annuler
work-done = C’est fait
work-undone = C’est annulé
work-cancelled = Abandonné. Rien n’a changé.
work-changed = Le stock a changé entre-temps. Vérifie-le à nouveau.
work-over = Cette question a déjà reçu une réponse ou est trop ancienne. Redemande.
work-anothers = Seule la personne qui a demandé peut confirmer. Tu peux me demander toi-même.
work-forbidden = Seul un superviseur peut modifier le stock. Demande à un superviseur, ou demande à un admin de te nommer superviseur.
work-commands = Tu peux écrire : réception 12 SKU A de LEE, sortie 1 SKU abîmé, réserve 2 de SKU pour Anna jusqu’à vendredi, libère NUMÉRO, déplace 3 de SKU de A à B, compté SKU à B : 14, réservations, annule.
work-not-read = Je ne comprends pas « { $text } » ici. Écris une note après « de » ou une virgule, par exemple : réception 12 SKU hall A, de Lee.
work-nothing-to-undo = Tu n’as aucune modification de stock à annuler.
work-no-reservation = Il n’y a pas de réservation { $number }. Écris « réservations » pour toutes les voir.
work-too-few = Aucun emplacement n’a autant de { $sku } libres. Le maximum est { $count }.
work-which-location = À quel emplacement ? { $sku } est libre à { $places }. Précise lequel.
work-which-day = Jusqu’à quel jour ? Écris aujourd’hui, demain, un jour de la semaine ou une date comme 2027-03-31.
order-which-quantity = Combien ?
order-which-person = Pour qui ?
order-which-goal = Vers où ? Les emplacements sont { $places }.
order-which-place = À quel emplacement ? { $sku } se trouve à { $places }.
order-which-reservation = Laquelle des { $count } réservations ?
order-no-reservation = Je ne connais pas cette réservation. Écris « réservations » pour les voir toutes. Ce qu’un autre système a réservé ne peut être libéré que là-bas.
order-no-size = { $item } n’existe pas en { $size }. Quelle taille ? Il existe en { $sizes }.
order-one-at-a-time = Je prends une demande à la fois. Envoie-les l’une après l’autre.
order-dropped = D’accord, j’ai laissé tomber. Rien n’a changé.
order-nothing-waits = D’accord. Rien n’était en attente, et rien n’a changé.
order-not-done =
    { $verb ->
        [reserve] D’accord, je ne réserve rien.
        [release] D’accord, je ne libère rien.
        [move] D’accord, je ne déplace rien.
        [count] D’accord, je ne change pas le comptage.
        [receive] D’accord, je ne réceptionne rien.
        [issue] D’accord, je ne sors rien.
       *[other] D’accord, je ne change rien.
    }
