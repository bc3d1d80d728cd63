# Le parole della pagina di chat locale, in italiano.

local-title = Hangtag: chat locale
local-here = Gira solo su questa macchina
local-anew = Nuova chat
local-try = Da provare
local-hint = Manda la foto di un capo.
local-hint-demo = Manda la foto di un capo, o prova una di queste:
local-own = La tua foto
local-own-title = Manda una tua foto
local-demo = Manda la foto di prova «{ $name }»
local-ask = Chiedi, o manda una foto
local-over = Il bot è stato fermato o riavviato. Ricarica questa pagina per continuare.
local-failed = La chat non si è potuta aprire: { $reason }
local-slow =
    { $seconds ->
        [one] Il bot non ha risposto entro { $seconds } secondo: guarda il suo log, poi riprova.
       *[other] Il bot non ha risposto entro { $seconds } secondi: guarda il suo log, poi riprova.
    }
local-unreachable = Il bot non è raggiungibile: guarda il suo log, poi riprova.
local-refused = Il bot ha rifiutato il messaggio (HTTP { $status }): guarda il suo log, poi riprova.
