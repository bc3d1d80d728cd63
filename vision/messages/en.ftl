### Why a photo cannot be used, for the person who sent it.

photo-empty = The file is empty (0 bytes): take the photo again and send it once more.
photo-too-large = The photo has { $megabytes } MB, more than the { $allowed } MB allowed: send it in a smaller size.
photo-size = The photo has { $width } x { $height } pixels, more than the { $allowed } megapixels allowed: send it in a smaller size.
photo-pixels = The photo has too many pixels, more than the { $allowed } megapixels allowed: send it in a smaller size.
photo-frames = This file has { $count } pictures, more than the { $allowed } allowed: send a single photo.
photo-none = This file is no picture: send a JPEG, PNG, WebP or HEIC photo.
photo-damaged = The photo is damaged or cut off: take it again and send it once more.
photo-memory = Opening this photo takes more memory than is allowed: send it in a smaller size, or as a JPEG.
photo-too-slow = This photo takes too long to open: take it again, or send it in a smaller size.
photo-harmful = This photo cannot be opened, it is damaged in a way that stops the program: take it again.
photo-not-now = Photos cannot be opened at present: send this one again in a minute.
photo-kind = This file is { $kind }, no picture that I can open: send a JPEG, PNG, WebP, HEIC or AVIF photo.
photo-video = This file is a video ({ $kind }), no picture: send a photo instead.
