"""Corrections by hand that the router's result gets, from route_edits.json: tracks and vias taken out and put in, each with its reason.

They belong to one placement of the parts. Where the router no longer lays what an edit takes out, the edit has to go or to be made anew.
"""
import json
import os

KINDS = ('tracks', 'vias')


def load():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'route_edits.json'), encoding='utf-8') as file:
        return json.load(file)


def apply(routes, edits):
    """The routes with the edits made. Raises ValueError for an edit that does not fit."""
    made = {kind: list(routes[kind]) for kind in KINDS}
    for edit in edits:
        for kind in KINDS:
            for row in edit['without'][kind]:
                if row not in made[kind]:
                    raise ValueError('the edit "%s" does not fit these routes: %s is not there. Take it out of route_edits.json or make it anew' % (edit['why'], row))
                made[kind].remove(row)
            made[kind] = sorted(made[kind] + edit['with'][kind])
    return made


def faults(routes, edits):
    """Sentences on edits that the routes have lost."""
    return ['routes.json has lost the edit "%s": run route.py and stitch.py again' % edit['why'] for edit in edits
            if any(row not in routes[kind] for kind in KINDS for row in edit['with'][kind])
            or any(row in routes[kind] for kind in KINDS for row in edit['without'][kind])]
