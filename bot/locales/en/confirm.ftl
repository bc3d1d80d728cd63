# Confirming a match, and reading a tag, in English.

confirm-right = ✓ Right
confirm-wrong = ✗ Wrong
confirm-thanks = Thanks, noted.
confirm-already = That was already noted.
confirm-which = Which one is it?
confirm-this = This one
confirm-none-of-them = None of these
confirm-none = Thanks, noted. Try another photo: the whole garment, laid flat, in good light. Or type its SKU.
confirm-over = That photo is too old. Send it again.
confirm-anothers = Only the person who sent the photo can confirm that.
confirm-sites = Photos marked right or wrong, by site
confirm-site-personal = Personal chats
confirm-site-count = { $right } right, { $wrong } wrong

tag-read = Read from the tag
tag-differs = This looks like { $title }. Is the tag correct?
label-read = Read from the label
label-differs = The label says { $read }, but the photo looks like { $title }. Is it the right label?
label-several = The label says { $read }. There are { $count } items of that style. Which one do you mean?
label-size = Size { $size } (read from the label)
tags-several = There are { $count } items’ tags in this photo. Which one do you mean?
