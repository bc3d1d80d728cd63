# Whether a match is right, in English; and what a tag says.

confirm-right = ✓ Right
confirm-wrong = ✗ Wrong
confirm-thanks = Noted, thank you.
confirm-already = That was noted already.
confirm-which = Which one is it?
confirm-this = This one
confirm-none-of-them = None of these
confirm-none = Noted. Try another photo: the whole garment, laid flat, in good light. Or type its SKU.
confirm-over = That photo is too long ago; send it again.
confirm-anothers = Only the one who sent the photo can say that.
confirm-sites = Photos said to be right or wrong, by site
confirm-site-personal = Personal chats
confirm-site-count = { $right } right, { $wrong } wrong

tag-read = Read from the tag
tag-differs = By its looks it would be { $title }. Is it the right tag?
tags-several = There are { $count } items’ tags in this photo. Which one do you mean?
