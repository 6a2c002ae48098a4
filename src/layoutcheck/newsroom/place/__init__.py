"""Place names: what is known to be one, and what has the shape of one."""
