# The words of the local chat page, in English.

local-title = Hangtag: local chat
local-here = Runs on this machine only
local-anew = New chat
local-try = What to try
local-hint = Send a photo of a garment.
local-hint-demo = Send a photo of a garment, or try one of these:
local-own = Your photo
local-own-title = Send a photo of yours
local-demo = Send the demo photo “{ $name }”
local-ask = Ask, or send a photo
local-over = The bot was stopped or started anew. Load this page again to go on.
local-failed = The chat could not be opened: { $reason }
local-slow =
    { $seconds ->
        [one] The bot did not answer within { $seconds } second: look at its log, then try again.
       *[other] The bot did not answer within { $seconds } seconds: look at its log, then try again.
    }
local-unreachable = The bot cannot be reached: look at its log, then try again.
local-refused = The bot refused the message (HTTP { $status }): look at its log, then try again.
