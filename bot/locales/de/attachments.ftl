# Was ein Foto oder eine Datei aufgehalten hat, auf Deutsch.

attachment-what =
    { $what ->
        [named] „{ $name }“
        [file] Die Datei
       *[photo] Das Foto
    }
attachment-untrusted = { attachment-what } liegt auf einem Server, dem ich nicht traue: bitte noch einmal als Datei schicken.
attachment-slow = { attachment-what } hat zum Laden zu lange gebraucht: bitte noch einmal schicken.
attachment-failed = { attachment-what } ließ sich nicht laden: bitte noch einmal schicken.
attachment-empty = { attachment-what } ist leer (0 Bytes): bitte noch einmal schicken.
attachment-moved = { attachment-what } ist auf einen anderen Server umgezogen: bitte noch einmal als Datei schicken.
attachment-circles = { attachment-what } ließ sich nicht laden, der Link führt im Kreis: bitte noch einmal schicken.
attachment-gone = { attachment-what } ist nicht mehr da, der Link ist abgelaufen: bitte noch einmal schicken.
attachment-status = { attachment-what } ließ sich nicht laden, der Server antwortet { $status }: bitte noch einmal schicken.
attachment-too-large = { attachment-what } ist größer als { $allowed } MB: bitte kleiner schicken.
attachment-address = { attachment-what } liegt an einer Adresse, die ich nicht öffnen darf: bitte als Datei schicken.
download-no-room = Die Datei lässt sich nicht schreiben: mach Platz, wo HANGTAG_HOME liegt, und frag noch einmal.
attachment-address-group = { attachment-what } liegt an einer Adresse, die ich nicht öffnen darf. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
attachment-untrusted-group = { attachment-what } liegt auf einem Server, dem ich nicht vertraue. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
attachment-moved-group = { attachment-what } liegt jetzt auf einem anderen Server. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
