# Why a photo or a file couldn't be fetched, in English.

attachment-what =
    { $what ->
        [named] “{ $name }”
        [file] The file
       *[photo] The photo
    }
attachment-untrusted = { attachment-what } is on a server I don’t trust. Please send it again as a file.
attachment-slow = { attachment-what } took too long to load. Please send it again.
attachment-failed = { attachment-what } couldn’t be loaded. Please send it again.
attachment-empty = { attachment-what } is empty (0 bytes). Please send it again.
attachment-moved = { attachment-what } has moved to another server. Please send it again as a file.
attachment-circles = { attachment-what } couldn’t be loaded because its link goes in circles. Please send it again.
attachment-gone = { attachment-what } is no longer there because its link has expired. Please send it again.
attachment-status = { attachment-what } couldn’t be loaded (the server answered { $status }). Please send it again.
attachment-too-large = { attachment-what } is larger than { $allowed } MB. Please send a smaller one.
attachment-address = { attachment-what } is at an address I’m not allowed to open. Please send it as a file.
download-no-room = The file can’t be written ({ $english }). Free up disk space in HANGTAG_HOME, and try again.
attachment-address-group = { attachment-what } lies at an address that I may not open. Take it with the camera button here, or send it to me in our personal chat.
attachment-untrusted-group = { attachment-what } lies on a server that I don’t trust. Take it with the camera button here, or send it to me in our personal chat.
attachment-moved-group = { attachment-what } has moved to another server. Take it with the camera button here, or send it to me in our personal chat.
