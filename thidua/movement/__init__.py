"""What people strive for: movements that run, how they are launched, which awards their reviews open."""
