# What kept a photo or a file from being fetched, in English.

attachment-what =
    { $what ->
        [named] “{ $name }”
        [file] The file
       *[photo] The photo
    }
attachment-untrusted = { attachment-what } lies on a server that I do not trust: send it again as a file.
attachment-slow = { attachment-what } took too long to load: please send it again.
attachment-failed = { attachment-what } could not be loaded: please send it again.
attachment-empty = { attachment-what } is empty (0 bytes): please send it again.
attachment-moved = { attachment-what } has moved to another server: please send it again as a file.
attachment-circles = { attachment-what } could not be loaded, its link leads in circles: please send it again.
attachment-gone = { attachment-what } is no longer there, its link has expired: please send it again.
attachment-status = { attachment-what } could not be loaded, its server answers { $status }: please send it again.
attachment-too-large = { attachment-what } is larger than { $allowed } MB: please send a smaller one.
attachment-address = { attachment-what } lies at an address that I may not open: please send it as a file.
download-no-room = The file cannot be written ({ $english }): make room where HANGTAG_HOME lies, and ask again.
attachment-address-group = { attachment-what } lies at an address that I may not open. Take it with the camera button here, or send it to me in our personal chat.
attachment-untrusted-group = { attachment-what } lies on a server that I don’t trust. Take it with the camera button here, or send it to me in our personal chat.
attachment-moved-group = { attachment-what } has moved to another server. Take it with the camera button here, or send it to me in our personal chat.
