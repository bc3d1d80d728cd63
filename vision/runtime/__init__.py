"""Run networks: OpenVINO, conversions for it, checkpoints, the import of torchvision."""
