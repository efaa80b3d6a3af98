#!/usr/bin/env python3
"""check_stl.py FILE WIDTH DEPTH HEIGHT: the mesh is closed, turned outwards and of that size (0.05 mm)."""
import sys
from collections import Counter


def triangles(path):
    """The facets of an ASCII STL file as triples of points."""
    points = []
    with open(path, encoding='ascii') as file:
        for line in file:
            words = line.split()
            if words and words[0] == 'vertex':
                points.append(tuple(round(float(w), 5) for w in words[1:4]))
    return list(zip(points[::3], points[1::3], points[2::3]))


def open_edges(mesh):
    """Edges that do not have exactly one partner running the other way."""
    edges = Counter((t[i], t[(i + 1) % 3]) for t in mesh for i in range(3) if t[i] != t[(i + 1) % 3])
    return [e for e, n in edges.items() if edges.get((e[1], e[0]), 0) != n]


def volume(mesh):
    """Signed volume in cubic millimetres."""
    return sum(a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
               for a, b, c in mesh) / 6


def faults(path, size):
    mesh = triangles(path)
    if not mesh:
        return ['no facets']
    found = []
    holes = open_edges(mesh)
    if holes:
        found.append('not closed: %d open edges, first at %s' % (len(holes), holes[0][0]))
    if volume(mesh) <= 0:
        found.append('no volume')
    points = [p for t in mesh for p in t]
    for axis, name, want in zip(range(3), 'xyz', size):
        got = max(p[axis] for p in points) - min(p[axis] for p in points)
        if abs(got - want) > 0.05:
            found.append('%s is %.2f mm, wanted %.2f' % (name, got, want))
    return found


if __name__ == '__main__':
    problems = faults(sys.argv[1], [float(a) for a in sys.argv[2:5]])
    for problem in problems:
        print(sys.argv[1] + ': ' + problem)
    sys.exit(1 if problems else 0)
