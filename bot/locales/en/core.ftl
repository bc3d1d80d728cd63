# The bot's main messages, in English. Every message must be here; other languages may lack some.
# The syntax is Project Fluent's: { $name } is filled in, a bracketed word chooses a form.

## Results of a photo

verdict-in-catalogue = Very likely this one · { $percent }%
compare-colour = A photo can’t tell near shades apart: compare the colour.
verdict-one-of = { $count ->
    [2] One of these two
   *[other] One of these { $count }
  }
verdict-one-of-hint = A photo can’t tell this from { $names }. Scan the tag, or pick one.
verdict-one-of-more = { $names } and { $more } more
verdict-unsure = Not sure, maybe this one · { $percent }%
verdict-unsure-hint = Compare it with the picture, its colour too, or send another photo: the whole garment, laid flat, in good light.
verdict-not-in-catalogue = Not in our catalogue
verdict-not-in-catalogue-hint = The most similar item seems to be a different garment.
verdict-empty-catalogue = The catalogue is empty, so there’s nothing to compare with.

cut-out =
    { $how ->
        [tiramisu] Cut out by the neural network
        [tiramisu-grabcut] Cut out by the neural network, outline refined by GrabCut
        [grabcut] Cut out by GrabCut because the neural network was unsure
        [hand] Cut out by hand
       *[whole-photo] The whole photo was compared because no garment could be cut out
    }
cut-out-sure = { $how } · { $percent }% sure

look-alikes = Similar items
look-alikes-show = Similar items ({ $count })
alike = { $percent }% similar
photo-number = Photo { $number } of { $count }
photos-title =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }

## Stock

size-one = One size
stock-in = { $count } in stock
stock-low = only { $count } left
stock-reserved-all = { $count }, all reserved
stock-none = none left
stock-unknown = not counted
stock-location = { $location }: { $count }
stock-location-reserved = { $location }: { $count } ({ $reserved } reserved)
stock-as-of = As of { $when }
stock-more-locations =
    { $count ->
        [one] and { $count } more location
       *[other] and { $count } more locations
    }
stock-more-sizes =
    { $count ->
        [one] and { $count } more size
       *[other] and { $count } more sizes
    }
stock-no-variants = No sizes or stock are recorded for this item.
stock-barcode = Barcode { $barcode }
stock-refresh = ↻ Refresh
stock-refreshed = Refreshed { $when }
stock-gone = { $number } is no longer in the catalogue.
stock-slow = The lookup took too long. Try again.
show-stock = Show stock

## Descriptions of pictures, for screen readers

picture-of = Catalogue picture of { $title }

## Help

help-title = What I can do
help-photo-title = Send a photo of a garment
help-photo = I’ll find its SKU, its sizes, and how many are at each location. You can send several photos at once.
help-stock-title = Type “stock” and a SKU
help-stock = For example: stock { $example }. You can also use a barcode or an item number.
help-ask-title = Ask in your own words
help-ask = For example: “how many in M or L?”, “is it in Berlin?”, “can I promise five?”
help-floor-title = For work on the floor
help-floor = Type “stock-take HALL A” to count a place, “pick SKU” to check what you pick, or “watch SKU below 5” to hear when it runs low.
help-help-title = Type “help”
help-help = To see this again.
help-tips-show = Photo tips
help-tip-flat = Lay the garment flat or hang it up, with the front facing you.
help-tip-whole = Get the whole garment in the picture, and only one garment.
help-tip-light = Turn on the light. Avoid hard shadows and flash.
help-mention = In a group, mention me: @Hangtag.
welcome-title = Hello, I’m Hangtag
welcome = Send me a photo of a garment, and I’ll find its SKU and stock.
help-show = Help

## When something goes wrong

nothing-came = No photo arrived. If you picked it from the gallery, take it with the camera button here, or attach it as a file.
stock-which = Which SKU? For example, type: stock { $example }.
not-understood = I didn’t understand that. Send a photo of a garment, type “stock” and a SKU, or type “help”.
button-outdated = That button no longer works. Send the photo again, or type “help”.
button-refused = That button doesn’t work here. It was made for another person or another chat, or is more than a week old. Ask again, or type “help”.
too-many-photos = I checked the first { $count } photos. Send the others in another message.
photo-fault = Photo { $number } of { $count }: { $fault }
busy = Too many photos are waiting. Send yours again in a minute.
apology = Sorry, something went wrong. Try again. If it keeps happening, give your administrator this reference: { $reference }.

## Words that many cards share

number = { $count }
none = none
row = Row { $row }
and-more = and { $count } more

verdict-no-garment = I don’t see a garment in this photo
verdict-no-garment-hint = Send another photo: the whole garment, laid flat or hung up, in good light. If there is one in it, show me with “Fix cut-out”.

## When something did not come along

nothing-came-group = No photo arrived. Take it with the camera button here, or send it to me in our personal chat.
lost-file = I can’t open files in a channel or a group chat. Paste the photo into your message as a picture, or send the file to me in our personal chat.
lost-file-personal = I can’t open that file. Upload it from your device, or paste the photo into your message.
lost-forward = The forwarded picture didn’t come along. Save it, and send it to me as a photo.
lost-gif = I can’t do anything with a GIF or a sticker. Send me a photo of a garment, or type “help”.
lost-loop = I can’t read Loop components. Type your question as a plain message.
lost-card = I can’t read a shared card. Send me a photo of the garment, or type its SKU.
lost-voice = I can’t listen to recordings or watch videos. Type your question, or send a photo.
lost-emoji = Thanks! Send me a photo of a garment, or type “help”.

## Words beside a photo

caption-unsure = I’m not sure which garment this is. If it’s { $title }:
caption-no-item = I didn’t use the words “{ $text }”, as I don’t know which garment they’re about. Ask again with its SKU.
caption-not-understood = I looked at the photo only. I didn’t understand “{ $text }”.
caption-file = I didn’t use the words “{ $text }” beside the file.
