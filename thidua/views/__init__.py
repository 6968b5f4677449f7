"""Answers to look at: each from data alone, in the reader's language, with the extra it names."""
