"""The exam of labels: print drawn into photos, read, and matched with a catalogue full of near twins."""
