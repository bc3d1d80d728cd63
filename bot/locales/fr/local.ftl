# Les mots de la page de chat locale, en français.

local-title = Hangtag : chat local
local-here = Tourne sur cette machine seulement
local-anew = Nouveau chat
local-try = À essayer
local-hint = Envoie une photo d’un vêtement.
local-hint-demo = Envoie une photo d’un vêtement, ou essaie l’une de celles-ci :
local-own = Ta photo
local-own-title = Envoie une photo à toi
local-demo = Envoyer la photo de démo « { $name } »
local-ask = Pose une question, ou envoie une photo
local-over = Le bot a été arrêté ou relancé. Recharge cette page pour continuer.
local-failed = Le chat n’a pas pu s’ouvrir : { $reason }
local-slow =
    { $seconds ->
        [one] Le bot n’a pas répondu en { $seconds } seconde : regarde son journal, puis réessaie.
       *[other] Le bot n’a pas répondu en { $seconds } secondes : regarde son journal, puis réessaie.
    }
local-unreachable = Le bot est injoignable : regarde son journal, puis réessaie.
local-refused = Le bot a refusé le message (HTTP { $status }) : regarde son journal, puis réessaie.
