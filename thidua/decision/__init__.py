"""May it be given, by whom, for how much?"""
