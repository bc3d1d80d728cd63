# Texts of the local chat page, in French.

local-title = Hangtag : chat local
local-here = Fonctionne seulement sur cet ordinateur
local-anew = Nouveau chat
local-try = À essayer
local-hint = Envoie une photo d’un vêtement.
local-hint-demo = Envoie une photo d’un vêtement, ou essaie l’une de celles-ci :
local-own = Ta photo
local-own-title = Envoyer ta propre photo
local-demo = Envoyer la photo de démo « { $name } »
local-ask = Pose une question, ou envoie une photo
local-over = Le bot a été arrêté ou redémarré. Recharge cette page pour continuer.
local-failed = Impossible d’ouvrir le chat : { $reason }
local-slow =
    { $seconds ->
        [one] Le bot n’a pas répondu en { $seconds } seconde. Consulte son journal, puis réessaie.
       *[other] Le bot n’a pas répondu en { $seconds } secondes. Consulte son journal, puis réessaie.
    }
local-unreachable = Le bot est injoignable. Consulte son journal, puis réessaie.
local-refused = Le bot a refusé le message (HTTP { $status }). Consulte son journal, puis réessaie.
