#!/usr/bin/python3
"""make_ibom.py BOARD.kicad_pcb OUT.html [VARIANT]: the board and its list of parts on one page that needs no network.

Click a row and its parts light up on both sides; click a part and its row does. The ticks stay in the browser.
"""
import html
import sys

import pcbnew

from make_order import BY_HAND, fitted, groups
from shape import HEIGHT, WIDTH
from variants import VARIANTS

PAGE = '''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>HwToken reference board, %(variant)s</title>
<style>
body { font: 14px sans-serif; margin: 12px; color: #222; }
svg { width: 100%%; max-width: 860px; background: #fff; border: 1px solid #bbb; display: block; margin-bottom: 8px; }
.edge { fill: #f4f8f4; stroke: #444; stroke-width: .15; } .pad { fill: #c9a227; } .body { fill: #dfe6ee; stroke: #667; stroke-width: .08; cursor: pointer; }
.part text { font-size: 1px; text-anchor: middle; pointer-events: none; fill: #333; } .part.on .body { fill: #ffb3a7; stroke: #c00; } .part.on .pad { fill: #c00; } .part.done .body { fill: #cfe8cf; }
.part.off { opacity: .25; } .one { fill: #000; }
table { border-collapse: collapse; } td, th { border: 1px solid #ccc; padding: 3px 8px; text-align: left; } tr.on { background: #ffe1dc; } tr { cursor: pointer; }
</style></head><body>
<h1>HwToken reference board, rev B: %(variant)s</h1>
<p>Rule-checked, never built. The dot is pin 1. Parts drawn faint are not fitted in this variant.</p>
%(views)s
<table><thead><tr><th>done</th><th>qty</th><th>references</th><th>value</th><th>part</th><th>package</th><th>by</th></tr></thead><tbody>%(rows)s</tbody></table>
<script>
const key = 'hwtoken-rev-b-%(variant)s', rows = [...document.querySelectorAll('tbody tr')], parts = [...document.querySelectorAll('.part')];
let done = new Set(); try { done = new Set(JSON.parse(localStorage.getItem(key) || '[]')); } catch (e) { /* ticks are kept for this visit only */ }
const refs = row => row.dataset.refs.split(' ');
function show() {
  rows.forEach(row => { const all = refs(row).every(r => done.has(r)); row.querySelector('input').checked = all; });
  parts.forEach(p => p.classList.toggle('done', done.has(p.dataset.ref)));
}
function light(row) { rows.forEach(r => r.classList.toggle('on', r === row)); const on = row ? refs(row) : []; parts.forEach(p => p.classList.toggle('on', on.includes(p.dataset.ref))); }
rows.forEach(row => { row.onclick = () => light(row); row.querySelector('input').onchange = e => {
  refs(row).forEach(r => e.target.checked ? done.add(r) : done.delete(r)); try { localStorage.setItem(key, JSON.stringify([...done])); } catch (x) { /* as above */ } show(); }; });
parts.forEach(p => p.onclick = () => { const row = rows.find(r => refs(r).includes(p.dataset.ref)); light(row); if (row) row.scrollIntoView({ block: 'nearest' }); });
show();
</script></body></html>
'''


def mm(point, origin):
    return pcbnew.ToMM(point.x - origin.x), pcbnew.ToMM(point.y - origin.y)


def rect(box, origin, css):
    x, y = mm(box.GetPosition(), origin)
    return '<rect class="%s" x="%.3f" y="%.3f" width="%.3f" height="%.3f"/>' % (css, x, y, pcbnew.ToMM(box.GetWidth()), pcbnew.ToMM(box.GetHeight()))


def drawing(footprint, origin, missing):
    layer = pcbnew.B_Fab if footprint.IsFlipped() else pcbnew.F_Fab
    shapes = [s.GetBoundingBox() for s in footprint.GraphicalItems() if s.GetLayer() == layer and s.GetClass() == 'PCB_SHAPE']
    frame = shapes[0] if shapes else footprint.GetBoundingBox(False)
    for other in shapes[1:]:
        frame.Merge(other)
    x, y = mm(frame.Centre(), origin)
    pads = ''.join(rect(p.GetBoundingBox(), origin, 'pad') for p in footprint.Pads())
    first = next((p for p in footprint.Pads() if p.GetNumber() in ('1', 'A1')), None)
    dot = '' if first is None else '<circle class="one" cx="%.3f" cy="%.3f" r=".18"/>' % mm(first.GetPosition(), origin)
    reference = html.escape(footprint.GetReference())
    flip = ' transform="translate(%.3f 0) scale(-1 1)"' % (2 * x) if footprint.IsFlipped() else ''
    return '<g class="part%s" data-ref="%s">%s%s%s<text x="%.3f" y="%.3f"%s>%s</text></g>' % (
        ' off' if missing else '', reference, rect(frame, origin, 'body'), pads, dot, x, y + 0.35, flip, reference)


def view(board, flipped, names):
    origin = pcbnew.VECTOR2I(board.GetDesignSettings().GetAuxOrigin().x, board.GetDesignSettings().GetAuxOrigin().y - pcbnew.FromMM(HEIGHT))
    shown = [f for f in board.GetFootprints() if f.IsFlipped() == flipped and not f.IsExcludedFromBOM()]
    inner = ''.join(drawing(f, origin, f.GetReference() not in names) for f in sorted(shown, key=lambda f: -f.GetBoundingBox(False).GetWidth()))
    mirror = ' transform="translate(%g 0) scale(-1 1)"' % WIDTH if flipped else ''
    return '<svg viewBox="-1 -1 %g %g"><g%s><rect class="edge" width="%g" height="%g" rx="2.5"/>%s</g></svg>' % (WIDTH + 2, HEIGHT + 2, mirror, WIDTH, HEIGHT, inner)


def page(board, variant):
    parts = fitted(board, VARIANTS[variant][1])
    names = {f.GetReference() for f in parts}
    rows = ''
    for mpn, maker, value, package, references in groups(parts):
        cells = [str(len(references)), ' '.join(references), value, '%s %s' % (maker, mpn), package, 'hand' if set(references) <= BY_HAND else 'machine']
        rows += '<tr data-refs="%s"><td><input type="checkbox" aria-label="%s done"></td>%s</tr>' % (
            html.escape(' '.join(references)), html.escape(references[0]), ''.join('<td>%s</td>' % html.escape(c) for c in cells))
    return PAGE % {'variant': variant, 'views': view(board, False, names) + view(board, True, names), 'rows': rows}


if __name__ == '__main__':
    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        out.write(page(pcbnew.LoadBoard(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else 'lipo'))
