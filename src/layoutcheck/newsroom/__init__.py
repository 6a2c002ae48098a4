"""What the trade knows: datelines, places, agencies, bylines, dates, and where an article keeps them."""
