"""Working stand-ins for what lies outside; each passes the contract test of its port."""
