"""The silk screen: what the board is, what goes where, and a free place for every reference."""
import pcbnew

from shape import HEIGHT, WIDTH

SIZE, STROKE = 0.8, 0.13

# (text, x, y, side, size, degrees); written for the eye first, references find room around them.
TEXTS = [
    ('HwToken', 43.6, 21.2, 'F', 1.6, 0),
    ('reference board, rev B', 43.6, 23.0, 'F', 0.8, 0),
    ('1', 36.6, 3.6, 'F', 0.9, 0),
    ('SDA', 50.0, 3.6, 'F', 0.7, 0),
    ('OLED', 34.0, 5.4, 'F', 1.0, 0),
    ('CHG', 74.6, 6.6, 'F', 0.8, 0),
    ('no copper here', 3.2, 17.0, 'F', 0.8, 90),
    ('LiPo 3.7 V', 60.2, 31.8, 'B', 1.0, 0),
    ('HwToken rev B', 38.0, 11.6, 'B', 1.6, 0),
    ('rule-checked, never built', 38.0, 14.2, 'B', 0.9, 0),
    ('battery here, taped down, max. 36 x 29 x 5', 38.0, 17.0, 'B', 0.9, 0),
    ('TX and RX as seen from the token', 65.6, 14.5, 'B', 0.8, 0),
]

# References between neighbours so near that only an eye finds their place: (x, y) of the middle. The rule check looks at the distances.
PLACES = {'R6': (71.1, 1.3), 'JP1': (36.5, 6.83)}


def text(board, content, position, side, size, degrees, nm):
    item = pcbnew.PCB_TEXT(board)
    item.SetText(content)
    item.SetPosition(position)
    item.SetLayer(pcbnew.F_SilkS if side == 'F' else pcbnew.B_SilkS)
    item.SetMirrored(side == 'B')
    item.SetTextSize(pcbnew.VECTOR2I(nm(size), nm(size)))
    item.SetTextThickness(nm(max(STROKE, size * 0.15)))
    item.SetTextAngleDegrees(degrees)
    board.Add(item)
    return item


def grown(box, by):
    copy = pcbnew.BOX2I(box.GetPosition(), box.GetSize())
    copy.Inflate(by)
    return copy


def obstacles(board, side, nm):
    """Boxes that a text on that side must not touch: bare copper, holes, lines of the silk itself."""
    copper, layer = (pcbnew.F_Cu, pcbnew.F_SilkS) if side == 'F' else (pcbnew.B_Cu, pcbnew.B_SilkS)
    boxes = []
    for footprint in board.GetFootprints():
        for pad in footprint.Pads():
            if pad.IsOnLayer(copper) or pad.GetAttribute() in (pcbnew.PAD_ATTRIB_PTH, pcbnew.PAD_ATTRIB_NPTH):
                boxes.append(grown(pad.GetBoundingBox(), nm(0.15)))
        for shape in footprint.GraphicalItems():
            if shape.GetLayer() == layer:
                boxes.append(grown(shape.GetBoundingBox(), nm(0.12)))
    return boxes


def free(box, boxes, at):
    low, high = at(0.3, 0.3), at(WIDTH - 0.3, HEIGHT - 0.3)
    inside = box.GetLeft() > low.x and box.GetTop() > low.y and box.GetRight() < high.x and box.GetBottom() < high.y
    return inside and not any(box.Intersects(other) for other in boxes)


def place_reference(footprint, boxes, at, nm):
    """Tries the middle, then the four sides, nearer first. Without room the reference moves to the Fab layer."""
    field = footprint.Reference()
    field.SetTextSize(pcbnew.VECTOR2I(nm(SIZE), nm(SIZE)))
    field.SetTextThickness(nm(STROKE))
    if footprint.GetReference() in PLACES:
        field.SetTextAngleDegrees(0)
        field.SetPosition(at(*PLACES[footprint.GetReference()]))
        boxes.append(field.GetBoundingBox())
        return True
    body = footprint.GetBoundingBox(False)
    middle = body.Centre()
    if footprint.GetReference() == 'U1':
        middle, body = footprint.GetPosition(), footprint.Pads()[0].GetBoundingBox()
        middle = at(20.5, 17.0)
    for gap in (0.0, 0.2, 0.5, 0.9, 1.4):
        for degrees in (0, 90):
            field.SetTextAngleDegrees(degrees)
            field.SetPosition(middle)
            box = field.GetBoundingBox()
            up = body.GetHeight() // 2 + box.GetHeight() // 2 + nm(gap)
            side = body.GetWidth() // 2 + box.GetWidth() // 2 + nm(gap)
            places = [(0, 0)] if gap == 0 else []
            places += [(dx, sign * up) for sign in (-1, 1) for dx in (0, nm(-0.6), nm(0.6), nm(-1.2), nm(1.2))]
            places += [(sign * side, dy) for sign in (-1, 1) for dy in (0, nm(-0.6), nm(0.6))]
            for dx, dy in places:
                field.SetPosition(pcbnew.VECTOR2I(middle.x + dx, middle.y + dy))
                if free(field.GetBoundingBox(), boxes, at):
                    boxes.append(grown(field.GetBoundingBox(), nm(0.05)))
                    return True
    field.SetPosition(middle)
    field.SetLayer(pcbnew.F_Fab if not footprint.IsFlipped() else pcbnew.B_Fab)
    return False


def draw(board, at, nm):
    """Returns the references that found no room."""
    homeless = []
    for side in ('F', 'B'):
        boxes = obstacles(board, side, nm)
        for content, x, y, where, size, degrees in TEXTS:
            if where == side:
                boxes.append(grown(text(board, content, at(x, y), side, size, degrees, nm).GetBoundingBox(), nm(0.1)))
        parts = [f for f in board.GetFootprints() if f.IsFlipped() == (side == 'B')]
        for footprint in parts:
            name = footprint.GetReference()
            if name.startswith('TP'):       # a pad is named for what it carries
                footprint.Reference().SetVisible(False)
                place = footprint.GetPosition()
                aside = nm(0.5) if len(footprint.GetValue()) > 4 else 0     # CELL- is wider than the pads are apart; it is the last of its row
                boxes.append(text(board, footprint.GetValue(), pcbnew.VECTOR2I(place.x + aside, place.y + nm(1.75)), side, SIZE, 0, nm).GetBoundingBox())
            elif name.startswith(('H', 'FID', 'J4')):
                footprint.Reference().SetVisible(False)
        if side == 'B':
            j2 = next(f for f in parts if f.GetReference() == 'J2')
            plus, minus = (next(p.GetPosition() for p in j2.Pads() if p.GetNumber() == n) for n in '12')
            for sign, x, y in (('+', plus.x + nm(2.7), plus.y), ('-', minus.x + nm(2.7), minus.y)):
                boxes.append(text(board, sign, pcbnew.VECTOR2I(x, y), side, 1.3, 0, nm).GetBoundingBox())
        named = sorted((f for f in parts if not f.GetReference().startswith(('TP', 'H', 'FID', 'J4'))), key=lambda f: (len(list(f.Pads())), f.GetReference()))
        homeless += [f.GetReference() for f in named if not place_reference(f, boxes, at, nm)]
    return homeless
