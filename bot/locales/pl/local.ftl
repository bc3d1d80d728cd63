# Texts of the local chat page, in Polish.

local-title = Hangtag: czat lokalny
local-here = Działa tylko na tym komputerze
local-anew = Nowy czat
local-try = Do wypróbowania
local-hint = Wyślij zdjęcie ubrania.
local-hint-demo = Wyślij zdjęcie ubrania albo wypróbuj jedno z tych:
local-own = Twoje zdjęcie
local-own-title = Wyślij własne zdjęcie
local-demo = Wyślij zdjęcie próbne „{ $name }”
local-ask = Zapytaj albo wyślij zdjęcie
local-over = Bot został zatrzymany albo uruchomiony ponownie. Odśwież tę stronę, żeby kontynuować.
local-failed = Nie udało się otworzyć czatu: { $reason }
local-slow =
    { $seconds ->
        [one] Bot nie odpowiedział w ciągu { $seconds } sekundy. Zajrzyj do jego logu i spróbuj jeszcze raz.
        [few] Bot nie odpowiedział w ciągu { $seconds } sekund. Zajrzyj do jego logu i spróbuj jeszcze raz.
       *[other] Bot nie odpowiedział w ciągu { $seconds } sekund. Zajrzyj do jego logu i spróbuj jeszcze raz.
    }
local-unreachable = Nie można połączyć się z botem. Zajrzyj do jego logu i spróbuj jeszcze raz.
local-refused = Bot odrzucił wiadomość (HTTP { $status }). Zajrzyj do jego logu i spróbuj jeszcze raz.
