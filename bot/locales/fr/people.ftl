# People and their roles, in French.

people-title = Qui peut faire quoi
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Superviseur
       *[worker] Employé
    }
people-others = Tous les autres sont employés, et peuvent envoyer des photos et poser des questions. Pour changer un rôle, écris par exemple : people add Anna supervisor, ou people remove Anna.
people-given-by = par { $name }
people-from-settings = dans les paramètres du bot
people-done =
    { $role ->
        [admin] { $name } est maintenant admin
        [supervisor] { $name } est maintenant superviseur
       *[worker] { $name } est maintenant employé
    }
people-commands = Tu peux écrire : people, people add NOM supervisor (ou admin), people remove NOM.
people-forbidden = Seul un admin peut voir et modifier qui peut faire quoi.
people-which-role = Quel rôle ? Écris par exemple : people add Anna supervisor.
people-unknown = Je ne connais pas encore { $name }. Demande à cette personne de m’envoyer d’abord un message (« salut » suffit), ou écris son ID d’objet Entra au lieu du nom.
people-several = { $name } peut désigner plusieurs personnes : { $people }. Écris l’ID au lieu du nom.
people-signed-out = Je ne réponds qu’aux personnes connectées à Teams avec un compte de cette organisation. Connecte-toi, puis repose ta question.
people-by-settings = { $name } est admin dans les paramètres du bot (HANGTAG_ADMINS). Cela ne se modifie que là.
people-last-admin = C’est le dernier admin. Nommes-en d’abord un autre.
