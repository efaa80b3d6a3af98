"""Symbols of the installed KiCad libraries, flattened (a symbol that extends another gets the other's body), and our own."""
import copy
import functools
import os

import module_symbol
from sexpr import Quoted, find, find_all, parse

LIBRARIES = os.environ.get('KICAD_SYMBOLS', '/usr/share/kicad/symbols')


@functools.lru_cache(None)
def text_of(lib):
    with open(os.path.join(LIBRARIES, lib + '.kicad_sym'), encoding='utf-8') as file:
        return file.read()


@functools.lru_cache(None)
def body(lib, name):
    """One symbol of a library file. Only its own lines are parsed: whole libraries take seconds."""
    text = text_of(lib)
    start = text.index('\t(symbol "%s"' % name)
    return parse(text[start:text.index('\n\t)', start) + 3])


def symbol(lib_id):
    """The symbol as it stands in a schematic's lib_symbols: named library:name, nothing inherited."""
    lib, name = lib_id.split(':')
    if lib == 'hwtoken':
        return module_symbol.grouped(symbol(module_symbol.SOURCE))
    own = copy.deepcopy(body(lib, name))
    base = find(own, 'extends')
    if base is not None:
        parent = copy.deepcopy(body(lib, base[1]))
        mine = {p[1]: p for p in find_all(own, 'property')}
        for index, child in enumerate(parent):
            if isinstance(child, list) and child[0] == 'property' and child[1] in mine:
                parent[index] = mine.pop(child[1])
            elif isinstance(child, list) and child[0] == 'symbol':
                child[1] = Quoted(name + child[1][len(base[1]):])
        own = parent[:2] + list(mine.values()) + parent[2:]
    own[1] = Quoted(lib_id)
    return own


@functools.lru_cache(None)
def pins(lib_id):
    """{pin number: (x, y, angle, name, electrical type)} in library coordinates (y up)."""
    result = {}
    for unit in find_all(symbol(lib_id), 'symbol'):
        for pin in find_all(unit, 'pin'):
            at = find(pin, 'at')
            result[find(pin, 'number')[1]] = (float(at[1]), float(at[2]), int(at[3]), find(pin, 'name')[1], pin[1])
    return result
