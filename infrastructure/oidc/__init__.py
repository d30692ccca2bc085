"""Sign-in by OpenID Connect, the HelseID way and the ID-porten way; tokens of machine clients."""
