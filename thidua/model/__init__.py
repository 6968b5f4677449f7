"""The words of the law, without a single number from the law."""
