# Texts of the local chat page, in Italian.

local-title = Hangtag: chat locale
local-here = Funziona solo su questo computer
local-anew = Nuova chat
local-try = Da provare
local-hint = Invia la foto di un capo.
local-hint-demo = Invia la foto di un capo, o prova una di queste:
local-own = La tua foto
local-own-title = Invia una tua foto
local-demo = Invia la foto di prova «{ $name }»
local-ask = Chiedi, o invia una foto
local-over = Il bot è stato fermato o riavviato. Ricarica questa pagina per continuare.
local-failed = Impossibile aprire la chat: { $reason }
local-slow =
    { $seconds ->
        [one] Il bot non ha risposto entro { $seconds } secondo. Guarda il suo log, poi riprova.
       *[other] Il bot non ha risposto entro { $seconds } secondi. Guarda il suo log, poi riprova.
    }
local-unreachable = Il bot non è raggiungibile. Guarda il suo log, poi riprova.
local-refused = Il bot ha rifiutato il messaggio (HTTP { $status }). Guarda il suo log, poi riprova.
