"""The page on which a finger mends the outline of a garment, and what answers it."""
