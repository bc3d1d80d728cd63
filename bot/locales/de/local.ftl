# Texts of the local chat page, in German.

local-title = Hangtag: lokaler Chat
local-here = Läuft nur auf diesem Computer
local-anew = Neuer Chat
local-try = Probier diese
local-hint = Schick ein Foto eines Kleidungsstücks.
local-hint-demo = Schick ein Foto eines Kleidungsstücks, oder probier eins von diesen:
local-own = Dein Foto
local-own-title = Eigenes Foto schicken
local-demo = Demofoto „{ $name }“ schicken
local-ask = Frag etwas, oder schick ein Foto
local-over = Der Bot wurde beendet oder neu gestartet. Lade diese Seite neu, um fortzufahren.
local-failed = Der Chat konnte nicht geöffnet werden: { $reason }
local-slow =
    { $seconds ->
        [one] Der Bot hat nach { $seconds } Sekunde nicht geantwortet. Sieh in sein Log, und versuch es noch einmal.
       *[other] Der Bot hat nach { $seconds } Sekunden nicht geantwortet. Sieh in sein Log, und versuch es noch einmal.
    }
local-unreachable = Der Bot ist nicht erreichbar. Sieh in sein Log, und versuch es noch einmal.
local-refused = Der Bot hat die Nachricht abgelehnt (HTTP { $status }). Sieh in sein Log, und versuch es noch einmal.
