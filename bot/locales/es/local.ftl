# Las palabras de la página de chat local, en español.

local-title = Hangtag: chat local
local-here = Funciona solo en esta máquina
local-anew = Chat nuevo
local-try = Para probar
local-hint = Manda una foto de una prenda.
local-hint-demo = Manda una foto de una prenda, o prueba una de estas:
local-own = Tu foto
local-own-title = Manda una foto tuya
local-demo = Mandar la foto de prueba «{ $name }»
local-ask = Pregunta, o manda una foto
local-over = El bot se paró o se reinició. Carga otra vez esta página para seguir.
local-failed = No se pudo abrir el chat: { $reason }
local-slow =
    { $seconds ->
        [one] El bot no respondió en { $seconds } segundo: mira su registro y prueba otra vez.
       *[other] El bot no respondió en { $seconds } segundos: mira su registro y prueba otra vez.
    }
local-unreachable = No se puede llegar al bot: mira su registro y prueba otra vez.
local-refused = El bot rechazó el mensaje (HTTP { $status }): mira su registro y prueba otra vez.
