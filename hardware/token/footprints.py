"""Footprints of KiCad's libraries. KiCad parses a whole library to load one footprint of it, so each gets a library of its own first."""
import os
import shutil
import tempfile

import pcbnew

LIBRARIES = os.environ.get('KICAD_FOOTPRINTS', '/usr/share/kicad/footprints')
_alone = tempfile.TemporaryDirectory()


def load(footprint_id):
    """A new footprint, named LIBRARY:NAME."""
    library, name = footprint_id.split(':')
    alone = os.path.join(_alone.name, '%s-%s.pretty' % (library, name))
    if not os.path.isdir(alone):
        os.mkdir(alone)
        shutil.copy(os.path.join(LIBRARIES, library + '.pretty', name + '.kicad_mod'), alone)
    footprint = pcbnew.FootprintLoad(alone, name)
    footprint.SetFPID(pcbnew.LIB_ID(library, name))
    return footprint
