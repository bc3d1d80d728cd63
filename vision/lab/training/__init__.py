"""Train the networks: data, augmentation, losses, and a training loop each."""
