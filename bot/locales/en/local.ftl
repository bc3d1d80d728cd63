# Texts of the local chat page, in English.

local-title = Hangtag: local chat
local-here = Runs only on this computer
local-anew = New chat
local-try = Try these
local-hint = Send a photo of a garment.
local-hint-demo = Send a photo of a garment, or try one of these:
local-own = Your photo
local-own-title = Send your own photo
local-demo = Send the demo photo “{ $name }”
local-ask = Ask, or send a photo
local-over = The bot was stopped or restarted. Reload this page to continue.
local-failed = The chat couldn’t be opened: { $reason }
local-slow =
    { $seconds ->
        [one] The bot didn’t answer within { $seconds } second. Check its log, then try again.
       *[other] The bot didn’t answer within { $seconds } seconds. Check its log, then try again.
    }
local-unreachable = The bot can’t be reached. Check its log, then try again.
local-refused = The bot refused the message (HTTP { $status }). Check its log, then try again.
