"""The exams of masks, classes, embeddings and the verdict."""
