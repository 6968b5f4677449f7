"""The statute book: opens its documents, and answers what was in force on a day."""
