"""Who was rewarded?"""
