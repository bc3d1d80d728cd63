"""The export formats of shop systems, one file each."""
