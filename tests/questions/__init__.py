"""How people ask: the exam of the question grammar, written before it. No case is ever bent to it."""
