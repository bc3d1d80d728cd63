# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue.

garments-seen = There are { $count } garments in the photo. This is number { $number }. Which one do you mean?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] top
        [outer] jacket
        [full-body] dress
        [lower] bottoms
        [footwear] shoes
        [headwear] headwear
       *[unknown] other
    }

fix = Fix cut-out
fix-title = Fix the cut-out
fix-open-hint = Paint what is garment and what isn’t, and I’ll search again with your outline.
fix-open = Open the photo
fix-hint = With a finger, paint what I got wrong. The dark part is left out.
fix-garment = Garment
fix-ground = Background
fix-box = Box
fix-undo = Undo
fix-done = Search again
fix-working = Working…
fix-failed = That didn’t work. Try again.
fix-over = This page has expired. Press the button in the chat again.
fix-empty = No garment is left. Paint some of it.
fix-undelivered = The new answer couldn’t be sent to the chat. Try again.
fix-back = The new answer is in the chat.

intake-register = Register as new
intake-registered = Registered as new, number { $number }. An admin can make it an item.
intake-already = Already registered, number { $number }.
intake-none = No garments are waiting.
intake-complete = Complete
intake-number = New garment, number { $number }
intake-item = Item number
intake-item-missing = Enter the item number, such as HT-1042.
intake-name = Title
intake-brand = Brand
intake-colour = Colour
intake-sizes = Sizes, separated by commas
intake-class = Class
intake-save = Preview
intake-dismiss = Dismiss
intake-dismissed = Number { $number } was dismissed.
intake-forbidden = Only an admin can complete a registered garment.
intake-too-many-sizes = Enter at most { $count } sizes at once.
intake-title =
    { $count ->
        [one] { $count } garment is waiting to become an item
       *[other] { $count } garments are waiting to become items
    }
intake-in-work = Number { $number } is already being made into a batch.
intake-shown = Number { $number } is below, ready to apply.

view-keep = Add as another view
view-kept = The photo is now a view of { $item } (batch { $batch }). An admin can undo it.
view-known = This photo is already a view of { $item }.
view-enough = { $item } already has { $count } pictures. That’s enough.
view-forbidden = Only a supervisor or an admin can add a photo as a view.

photo-in-line =
    { $count ->
        [one] { $count } photo is ahead of yours. The answer will appear here.
       *[other] { $count } photos are ahead of yours. The answer will appear here.
    }
