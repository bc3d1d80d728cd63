# Travail sur le stock, en français.

work-asked =
    { $kind ->
        [reserve] Mettre de côté { $count } × { $sku } à { $place }{ $for }
        [release] Libérer { $count } × { $sku } à { $place }{ $for }
        [move] Déplacer { $count } × { $sku } de { $place } à { $to }
        [count] { $count } × { $sku } à { $place }
       *[undo] Comme avant : { $sku }
    }
work-for = {" "}pour { $person }
work-too-few-there = Seulement { $count } de { $sku } libres à { $place }.
work-until = jusqu’au { $day }
work-kept-until = mis de côté jusqu’au { $day }
work-level =
    { $reserved ->
        [0] { $count }
        [one] { $count } (dont { $reserved } réservé)
       *[other] { $count } (dont { $reserved } réservés)
    }
work-below-reserved = Moins que les { $count } qui y sont réservés.
work-confirm = Confirmer
work-cancel = Annuler
work-done = C’est fait
work-undone = C’est annulé
work-cancelled = Abandonné ; rien n’a été changé.
work-changed = Le stock a changé entre-temps ; regarde de nouveau.
work-over = Cette question a reçu sa réponse, ou est trop ancienne ; repose-la.
work-anothers = Seul celui qui a demandé peut confirmer ; demande toi-même.
work-forbidden = Seul un superviseur peut changer le stock ; adresse-toi à l’un d’eux, ou à un admin pour le devenir.
work-commands = Je connais : réserve 2 de SKU pour Anna jusqu’à vendredi, libère NUMÉRO, déplace 3 de SKU de A à B, compté SKU à B : 14, réservations, annule.
work-nothing-to-undo = Aucun de tes changements de stock ne peut être annulé.
work-no-reservation = Il n’y a pas de réservation { $number } ; écris « réservations » pour les voir.
work-too-few = Nulle part autant de { $sku } ne sont libres ; { $count } au plus.
work-which-location = À quel emplacement ? { $sku } est libre à { $places } ; précise lequel.
work-which-day = Jusqu’à quel jour ? Dis aujourd’hui, demain, un jour de la semaine ou une date à venir, comme 2027-03-31.
reservations-title =
    { $count ->
        [0] Rien n’est réservé à un nom
        [one] { $count } réservation
       *[other] { $count } réservations
    }
reservations-hint = Pour en libérer une, écris par exemple : libère 7.
