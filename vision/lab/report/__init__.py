"""One HTML page of an exam that a person can look through: photos with their masks, and curves."""
