"""Believable histories for the demo and the benchmarks, made by the acts themselves."""
