# Die Worte der lokalen Chatseite, auf Deutsch.

local-title = Hangtag: lokaler Chat
local-here = Läuft nur auf diesem Rechner
local-anew = Neuer Chat
local-try = Zum Ausprobieren
local-hint = Schick ein Foto von einem Kleidungsstück.
local-hint-demo = Schick ein Foto von einem Kleidungsstück, oder probier eines von diesen:
local-own = Dein Foto
local-own-title = Schick ein eigenes Foto
local-demo = Das Demofoto „{ $name }“ schicken
local-ask = Frag, oder schick ein Foto
local-over = Der Bot wurde beendet oder neu gestartet. Lade diese Seite neu, um weiterzumachen.
local-failed = Der Chat ließ sich nicht öffnen: { $reason }
local-slow =
    { $seconds ->
        [one] Der Bot hat nach { $seconds } Sekunde nicht geantwortet: sieh in sein Log, dann versuch es noch einmal.
       *[other] Der Bot hat nach { $seconds } Sekunden nicht geantwortet: sieh in sein Log, dann versuch es noch einmal.
    }
local-unreachable = Der Bot ist nicht zu erreichen: sieh in sein Log, dann versuch es noch einmal.
local-refused = Der Bot hat die Nachricht abgelehnt (HTTP { $status }): sieh in sein Log, dann versuch es noch einmal.
