"""What template engines print when they fail: families of placeholders with engines, causes and fixes."""
