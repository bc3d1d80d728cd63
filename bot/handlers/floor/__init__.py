"""Work on the floor of a warehouse: deliveries, issues, places, stock-takes."""
