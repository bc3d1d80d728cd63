# Qui peut faire quoi, en français.

people-title = Qui peut faire quoi
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Superviseur
       *[worker] Employé
    }
people-others = Tous les autres sont employés : photos et questions. Pour changer un rôle, écris par exemple : people add Anna supervisor, ou people remove Anna.
people-given-by = par { $name }
people-from-settings = par la configuration du bot
people-done =
    { $role ->
        [admin] { $name } est admin maintenant
        [supervisor] { $name } est superviseur maintenant
       *[worker] { $name } est employé maintenant
    }
people-commands = Je connais : people, people add NOM supervisor (ou admin), people remove NOM.
people-forbidden = Seul un admin peut voir et changer qui peut faire quoi.
people-which-role = Quel rôle ? Écris par exemple : people add Anna supervisor.
people-unknown = Je ne connais pas encore { $name } : fais-moi d’abord envoyer un message, « salut » suffit, ou donne l’ID d’objet Entra au lieu du nom.
people-several = { $name } peut désigner plusieurs personnes : { $people }. Écris l’ID au lieu du nom.
people-by-settings = { $name } est admin par la configuration du bot (HANGTAG_ADMINS) ; cela ne se change que là.
people-last-admin = C’est le dernier admin ; nommes-en d’abord un autre.
