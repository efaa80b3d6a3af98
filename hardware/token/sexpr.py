"""Reads and writes KiCad's s-expressions as nested Python lists. Quoted text is a Quoted, everything else a str."""
import re

TOKEN = re.compile(r'\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|([^\s()"]+))')


class Quoted(str):
    """A text that stands in quotes in the file."""


def parse(text):
    """Returns the first expression of text."""
    stack, pos = [[]], 0
    while (match := TOKEN.match(text, pos)) is not None:
        pos = match.end()
        opened, closed, quoted, word = match.groups()
        if opened:
            stack.append([])
        elif closed:
            done = stack.pop()
            stack[-1].append(done)
            if len(stack) == 1:
                return stack[0][0]
        elif word is not None:
            stack[-1].append(word)
        else:
            stack[-1].append(Quoted(re.sub(r'\\(.)', lambda m: '\n' if m[1] == 'n' else m[1], quoted)))
    raise ValueError('s-expression ends early')


def dump(node, depth=0):
    """The expression as text: one child list a line, as KiCad itself writes it."""
    if not isinstance(node, list):
        if isinstance(node, Quoted):
            return '"' + node.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'
        return str(node)
    lists = any(isinstance(child, list) for child in node)
    head = ' '.join(dump(child) for child in node if not isinstance(child, list))
    if not lists:
        return '(' + head + ')'
    pad = '\t' * (depth + 1)
    inner = ''.join('\n' + pad + dump(child, depth + 1) for child in node if isinstance(child, list))
    return '(' + head + inner + '\n' + '\t' * depth + ')'


def find(node, key):
    """First child list that starts with key, or None."""
    return next((c for c in node if isinstance(c, list) and c and c[0] == key), None)


def find_all(node, key):
    """All child lists that start with key."""
    return [c for c in node if isinstance(c, list) and c and c[0] == key]
