"""The words everybody shares. Nothing here reads, writes or prints."""
