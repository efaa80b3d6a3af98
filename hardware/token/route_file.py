"""routes.json: what the tracks were made for, tracks [net, F or B, width, x1, y1, x2, y2], vias [net, x, y], stitches [x, y]; one a line."""
import json


def write(routes, file):
    keys = [key for key in ('tracks', 'vias', 'stitches') if key in routes]
    lists = ['"%s": [\n  %s]' % (key, ',\n  '.join(json.dumps(row) for row in routes[key])) for key in keys]
    file.write('{%s}\n' % ',\n '.join(['"madeFor": "%s"' % routes['madeFor'], *lists]))
