# Answers to questions, in German.

answer-you-are-welcome = Gern. Schick das nächste Foto, oder frag etwas.
answer-which-item = Welcher Artikel? Schick ein Foto davon, oder frag mit SKU oder Namen, zum Beispiel: { $example }.
answer-not-understood = Das habe ich nicht verstanden. Meintest du eins davon?
read-as = Ich habe das so gelesen: { $asked }
asked-one-at-a-time = Beides auf einmal geht nicht. Schick es nacheinander.
here-unknown = Ich weiß nicht, wo „{ $word }“ ist. Fotografiere den Code am Regal, oder schreib den Ort: { $names }.
unknown-place = Den Ort „{ $word }“ kenne ich nicht. Orte: { $names }.
unknown-size = Die Größe „{ $word }“ kenne ich nicht. Größen: { $names }.
unknown-colour = Die Farbe „{ $word }“ kenne ich nicht. Farben: { $names }.
unclear-bound = Ist { $word } ein Preis oder eine Stückzahl?
unknown-person = „{ $word }“ kenne ich nicht.
unknown-word = Ich weiß nicht, was „{ $word }“ ist. Nenne den Artikel, oder schreib seine SKU.
answer-arrived-with = über { $source }
answer-gone = Dieser Artikel ist nicht mehr im Katalog.

language-set = Ich antworte ab jetzt auf Deutsch. Um das zu ändern, schreib „Sprache“ und eine Sprache.
language-which = Welche Sprache? Ich spreche { $languages }.

work-which-size = Welche Größe von { $item }? Es gibt { $sizes }.
work-which-item = Welcher Artikel? Schick erst ein Foto davon, oder schreib die SKU.
work-one-at-a-time = Ich kann immer nur einen Artikel ändern. Nenne ihn, oder schreib seine SKU.
