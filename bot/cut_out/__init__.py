"""The page on which a finger repairs the outline of a garment, and what answers it."""
