"""Does this record deserve this award?"""
