"""Rules that look across parts and cases, a module an act."""
