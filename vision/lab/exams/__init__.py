"""The exams: masks, classes, embedding, verdict."""
