# Why a photo or a file couldn't be fetched, in German.

attachment-what =
    { $what ->
        [named] „{ $name }“
        [file] Die Datei
       *[photo] Das Foto
    }
attachment-untrusted = { attachment-what } liegt auf einem Server, dem ich nicht vertraue. Bitte noch einmal als Datei schicken.
attachment-slow = { attachment-what } hat zu lange zum Laden gebraucht. Bitte noch einmal schicken.
attachment-failed = { attachment-what } konnte nicht geladen werden. Bitte noch einmal schicken.
attachment-empty = { attachment-what } ist leer (0 Bytes). Bitte noch einmal schicken.
attachment-moved = { attachment-what } liegt jetzt auf einem anderen Server. Bitte noch einmal als Datei schicken.
attachment-circles = { attachment-what } konnte nicht geladen werden, weil der Link im Kreis führt. Bitte noch einmal schicken.
attachment-gone = { attachment-what } ist nicht mehr da, weil der Link abgelaufen ist. Bitte noch einmal schicken.
attachment-status = { attachment-what } konnte nicht geladen werden (Antwort des Servers: { $status }). Bitte noch einmal schicken.
attachment-too-large = { attachment-what } ist größer als { $allowed } MB. Bitte kleiner schicken.
attachment-address = { attachment-what } liegt an einer Adresse, die ich nicht öffnen darf. Bitte als Datei schicken.
download-no-room = Die Datei lässt sich nicht schreiben. Schaff Platz auf dem Datenträger von HANGTAG_HOME, und versuch es noch einmal.
attachment-address-group = { attachment-what } liegt an einer Adresse, die ich nicht öffnen darf. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
attachment-untrusted-group = { attachment-what } liegt auf einem Server, dem ich nicht vertraue. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
attachment-moved-group = { attachment-what } liegt jetzt auf einem anderen Server. Nimm es hier mit der Kamera auf, oder schick es mir in unserem persönlichen Chat.
