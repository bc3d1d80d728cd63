# What the bot says, in English. Every message must be here; other languages may lack some.
# The syntax is Project Fluent's: { $name } is filled in, a bracketed word chooses a form.

## What a photo turned out to be

verdict-in-catalogue = Very likely this one · { $percent }%
verdict-unsure = Not sure, maybe this one · { $percent }%
verdict-unsure-hint = Compare it with the picture, or send another photo: the whole garment, laid flat, in good light.
verdict-not-in-catalogue = Not in our catalogue
verdict-not-in-catalogue-hint = What looks most like it is another garment, as far as I can tell.
verdict-empty-catalogue = The catalogue is empty, so there is nothing to compare with.

cut-out =
    { $how ->
        [tiramisu] Cut out by the neural network
        [tiramisu-grabcut] Cut out by the neural network, outline refined by GrabCut
        [grabcut] Cut out by GrabCut, as the neural network was unsure
        [hand] Cut out by hand
       *[whole-photo] Compared by the whole photo, as no garment could be cut out
    }
cut-out-sure = { $how } · { $percent }% sure

look-alikes = Look-alikes
look-alikes-show = Others like it ({ $count })
alike = { $percent }% alike
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
stock-no-variants = No sizes and no stock are known for this item.
stock-barcode = Barcode { $barcode }
stock-refresh = ↻ Refresh
stock-refreshed = Refreshed { $when }
stock-gone = { $number } is not in the catalogue any more.
stock-slow = Looking it up took too long; try again.
show-stock = Show stock

## Pictures, for those who cannot see them

picture-of = Catalogue picture of { $title }

## Help

help-title = What I can do
help-photo-title = Send a photo of a garment
help-photo = I answer with its SKU, its sizes, and how many lie where. Several photos at once are fine.
help-stock-title = Type “stock” and a SKU
help-stock = For example: stock { $example }. A barcode or an item number does as well.
help-help-title = Type “help”
help-help = To see this again.
help-tips-show = Photo tips
help-tip-flat = Lay the garment flat or hang it up, front side to you.
help-tip-whole = Get all of it into the picture, and only one garment.
help-tip-light = Turn the light on; avoid hard shadows and flash.
help-mention = In a group, mention me: @Hangtag.
welcome-title = Hello, I am Hangtag
welcome = Send me a photo of a garment and I tell you its SKU and its stock.
help-show = Help

## When something is amiss

nothing-came = No photo arrived. If you picked it from the gallery, take it with the camera button here, or attach it as a file.
stock-which = Which SKU? Type for example: stock { $example }.
not-understood = I did not understand that. Send a photo of a garment, or type “stock” and a SKU, or “help”.
button-outdated = That button no longer works; send the photo again, or type “help”.
button-refused = That button does not work here: it was made for another person or another chat, or is more than a week old. Ask again, or type “help”.
too-many-photos = I looked at the first { $count } photos; send the others in a further message.
photo-fault = Photo { $number } of { $count }: { $fault }
busy = Too many photos are waiting; send it again in a minute.
apology = Sorry, something went wrong on my side. Try again; if it happens again, tell your administrator this reference: { $reference }.

## Small words that many cards use

number = { $count }
none = nothing
row = Row { $row }
and-more = and { $count } more

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
