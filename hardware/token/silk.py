"""Silk screen."""
def draw(board, at, nm):
    pass
