// Plate of the test jig: the board lies in its bed, back down, on the receptacles of the spring pins. Prints flat, without supports.
include <../enclosure/parameters.scad>
include <points.scad>

$fn = 32;
margin = 6;
plate = 8;              // thickness under the board
bed = 3;                // depth of the bed: board and a millimetre of finger room
receptacle_d = 1.7;     // of a P100 receptacle, 1.67 mm; drill it if your printer prints small
peg_d = 2.0;            // in the board's 2.2 mm holes
room = 6.2;             // below the board for the battery socket
eps = 0.01;

module rounded(w, h, r, z) {
    translate([r, r, 0]) linear_extrude(z) offset(r) square([w - 2 * r, h - 2 * r]);
}

difference() {
    rounded(board_w + 2 * margin, board_h + 2 * margin, 4, plate + bed);
    translate([margin - 0.2, margin - 0.2, plate]) rounded(board_w + 0.4, board_h + 0.4, board_corner, bed + eps);
    for (p = pins) translate([margin + p[1], margin + p[2], -eps]) cylinder(d = receptacle_d, h = plate + 1);
    // the battery socket hangs into this pocket, the finger takes the board out here
    translate([margin + 7, margin - 1, plate - room]) cube([15, 16, room + eps]);
    translate([margin + board_w / 2 - 9, -eps, plate - 2]) cube([18, margin + 1, bed + 2 + eps]);
}
for (h = holes) translate([margin + h[1], margin + h[2], plate - eps]) cylinder(d = peg_d, h = 2.4);
