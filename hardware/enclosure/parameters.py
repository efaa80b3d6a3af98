"""Reads parameters.scad: {name: number}."""
import os
import re


def load(path=None):
    path = path or os.path.join(os.path.dirname(os.path.abspath(__file__)), 'parameters.scad')
    with open(path, encoding='utf-8') as file:
        return {name: float(value) for name, value in re.findall(r'^(\w+)\s*=\s*(-?[\d.]+)\s*;', file.read(), re.M)}
