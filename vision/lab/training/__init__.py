"""Teaching the networks: data, augmentation, losses, metrics, one readable loop each."""
