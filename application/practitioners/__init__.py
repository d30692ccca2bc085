"""What can be asked of a practitioner's public record."""
