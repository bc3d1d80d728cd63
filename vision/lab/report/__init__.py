"""An exam as one HTML page: photos with their masks, figures and curves."""
