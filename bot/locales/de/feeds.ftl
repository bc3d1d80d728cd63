# Datenquellen, auf Deutsch.

feeds-title = Datenquellen
feeds-none = Es gibt keine Datenquellen. Der Betreiber dieses Bots fügt sie mit „hangtag feed add“ hinzu.
feed-interval = liest alle { $interval }
feed-age = Zahlen von { $age }
feed-age-late = Später als versprochen: { $age }
feed-no-figures = Noch keine Zahlen
feed-failing = Fehlschläge in Folge: { $count }. { $why }
feed-waits = Import { $batch } wartet auf einen Admin.
feed-asks = Die Datenquelle { $feed } hat das nicht von selbst übernommen
feed-gave-up = Die Datenquelle { $feed } ist { $count }-mal in Folge fehlgeschlagen. { $why } Der Bestand im Katalog bleibt, wie er war.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age }: älter als vorgesehen ({ $when })

# Why a feed waits, or fails.

feed-busy = Ein anderes Programm liest diese Datenquelle gerade. Versuch es danach noch einmal.
feed-emptied = { $count } von { $total } SKUs mit Bestand würden auf 0 fallen. Von selbst darf diese Datenquelle { $most } % leeren.
feed-retired = { $count } von { $total } Artikeln würden ausgemustert oder gelöscht. Von selbst darf diese Datenquelle das mit { $most } %.
feed-fewer = Die Datenquelle nennt { $count } SKUs, beim letzten Mal waren es { $before }. Höchstens { $most } % dürfen fehlen.
feed-faulty = { $count } von { $total } Zeilen sind fehlerhaft und wurden weggelassen. Von selbst darf diese Datenquelle { $most } % weglassen.
feed-changed = { $count } SKUs wären neu oder geändert, der Katalog hat { $total }. Von selbst darf diese Datenquelle { $most } % ändern.
feed-no-file = Es gibt keine Datei { $path }.
feed-being-written = Die Datei { $name } wird noch geschrieben.
feed-too-large = Die Quelle schickt mehr als { $allowed } MB.
feed-not-reached = { $where } ist nicht erreichbar.
feed-slow = { $where } hat zu lange nicht geantwortet.
feed-host-key = Der Host-Schlüssel von { $where } ist unbekannt oder hat sich geändert. Prüf ihn, und trag ihn bei den bekannten Hosts ein.
feed-login = { $where } lehnt die Anmeldung ab. Prüf Benutzer, Passwort oder Schlüssel, und was sie lesen dürfen.
feed-key = Die Schlüsseldatei für SFTP lässt sich nicht lesen. Prüf den Pfad, und dass sie kein Kennwort braucht.
feed-address = Die Adresse ist unlesbar. Entfern die Datenquelle, und füg sie mit der richtigen neu hinzu.
feed-no-https = Die Adresse muss mit https:// beginnen.
feed-moved = { $where } leitet an eine Adresse weiter, die der Bot nicht öffnen darf.
feed-certificate = Dem Zertifikat von { $where } wird nicht vertraut. Seine Zertifizierungsstelle gehört in die Einstellung für Datenquellen.
feed-status = { $where } hat mit HTTP { $status } geantwortet.
feed-query-writes = Die Abfrage will Daten ändern. Sie muss ein einziges SELECT sein.
feed-query = Die Datenbank lehnt die Abfrage ab.
feed-empty = Die Quelle hat eine leere Datei geschickt.
feed-page = Die Quelle hat statt einer Datei eine Webseite geschickt. Prüf Adresse und Anmeldung.
feed-cut-off = Die Datei endet mitten in einer Zeile, ein Teil fehlt also.
feed-older = Die Datei ist älter als die vorige.
feed-refused = Die Datei ist nicht verwendbar: { $why } ({ $first }).
