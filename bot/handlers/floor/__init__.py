"""Work on the floor of a warehouse: deliveries, issues."""
