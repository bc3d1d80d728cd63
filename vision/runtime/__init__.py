"""What runs the networks: OpenVINO, conversions, checkpoints, and the import of torchvision."""
