# Texts of the local chat page, in Spanish.

local-title = Hangtag: chat local
local-here = Funciona solo en este ordenador
local-anew = Chat nuevo
local-try = Para probar
local-hint = Envía una foto de una prenda.
local-hint-demo = Envía una foto de una prenda, o prueba una de estas:
local-own = Tu foto
local-own-title = Envía tu propia foto
local-demo = Enviar la foto de prueba «{ $name }»
local-ask = Pregunta, o envía una foto
local-over = El bot se detuvo o se reinició. Vuelve a cargar esta página para continuar.
local-failed = No se pudo abrir el chat: { $reason }
local-slow =
    { $seconds ->
        [one] El bot no respondió en { $seconds } segundo. Mira su registro e inténtalo otra vez.
       *[other] El bot no respondió en { $seconds } segundos. Mira su registro e inténtalo otra vez.
    }
local-unreachable = No se puede contactar con el bot. Mira su registro e inténtalo otra vez.
local-refused = El bot rechazó el mensaje (HTTP { $status }). Mira su registro e inténtalo otra vez.
