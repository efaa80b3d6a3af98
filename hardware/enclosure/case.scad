// Case of the reference board. part = "bottom", "lid", "spacer", "both" or "closed" (the last two for looking at it);
// cell = "lipo" (flat cell, USB socket) or "aaa" (deeper, for a holder with three AAA cells, no socket).
// All parts print without supports: the bottom as it stands, the lid on its outer face, the spacer flat.
include <parameters.scad>

part = "both";
cell = "lipo";
$fn = 48;

aaa = cell == "aaa";
room_below = aaa ? below_aaa : below;
inner_w = board_w + 2 * play;
inner_h = aaa ? max(board_h + 2 * play, holder_h + 1) : board_h + 2 * play;
outer_w = inner_w + 2 * wall;
outer_h = inner_h + 2 * wall;
board_z = floor_thick + room_below;                  // lower face of the board
wall_top = board_z + board_thick + above;            // where the lid sits
outer_corner = board_corner + play + wall;
ring_out = 1;                                        // middle of the eye outside the wall
post_d = screw_head + 2.4;
eps = 0.01;
holes = [[hole1_x, hole1_y], [hole2_x, hole2_y], [hole3_x, hole3_y], [hole4_x, hole4_y]];

// board coordinates to case coordinates (y up, origin at the case's lower left outer corner)
function bx(x) = wall + play + x;
function by(y) = wall + inner_h / 2 + board_h / 2 - y;

module rounded(w, h, r, z) {
    translate([r, r, 0]) linear_extrude(z) offset(r) square([w - 2 * r, h - 2 * r]);
}

// a void label across the seam: a shallow bed on the wall and on the lid
module seal_bed() {
    translate([outer_w / 2 - 6, -eps, wall_top - 9]) cube([12, 0.3 + eps, 9 + lid_thick + eps]);
    translate([outer_w / 2 - 6, -eps, wall_top + lid_thick - 0.3]) cube([12, 7, 0.3 + eps]);
}

// As wide as the plug's overmould, through the whole wall: the socket ends with the board, a wall's width further in.
module usb_opening() {
    z = board_z + board_thick + 1.6 - 3.5;
    translate([outer_w - wall - play - 1, by(usb_y) - 6.4, z]) cube([wall + play + 2, 12.8, 7]);
}

// an eye for a key ring, far from the antenna
module ring() {
    difference() {
        hull() {
            translate([outer_w + ring_out, 6, 0]) cylinder(d = ring_d + 4.4, h = 4);
            translate([outer_w - 2, 6 - ring_d / 2 - 2.2, 0]) cube([1, ring_d + 4.4, 4]);
        }
        translate([outer_w + ring_out, 6, -eps]) cylinder(d = ring_d, h = 4 + 2 * eps);
        translate([wall, wall, floor_thick]) rounded(inner_w, inner_h, board_corner + play, wall_top);
    }
}

// fences that keep the cell or the holder from sliding
module fences() {
    x = aaa ? holder_x : battery_x;
    w = aaa ? holder_w : battery_w;
    for (y = [9, board_h - 14]) translate([bx(x) - 1.7, by(y + 5), floor_thick - eps]) cube([1.2, 5, 3]);
    for (y = [12, board_h - 16]) translate([bx(x + w) + 0.5, by(y + 5), floor_thick - eps]) cube([1.2, 5, 3]);
}

module bottom() {
    difference() {
        union() {
            difference() {
                rounded(outer_w, outer_h, outer_corner, wall_top);
                translate([wall, wall, floor_thick]) rounded(inner_w, inner_h, board_corner + play, wall_top);
            }
            for (h = holes) translate([bx(h[0]), by(h[1]), floor_thick - eps]) cylinder(d = post_d, h = room_below + eps);
            fences();
            ring();
        }
        // screws from the back: the head lies deep, so one length of screw serves both depths
        for (h = holes) translate([bx(h[0]), by(h[1]), -eps]) {
            cylinder(d = screw_head, h = board_z - screw_clamp + eps);
            cylinder(d = screw_hole, h = board_z + 1);
        }
        if (!aaa) usb_opening();
        seal_bed();
        // bed of the label with the credential ID, on the back
        translate([outer_w / 2 - 21, outer_h / 2 - 6.5, -eps]) cube([42, 13, 0.4 + eps]);
    }
}

// Four corners that take the OLED module by its edges and keep it down, beside its glass.
module oled_corners() {
    left = bx(oled_header_x - oled_w / 2);
    top = by(oled_header_y - oled_edge);
    module_top = board_z + board_thick + oled_back + oled_board;
    for (right = [0, 1]) for (low = [0, 1])
        translate([left + right * oled_w, top - low * oled_h, 0]) mirror([right, 0, 0]) mirror([0, 1 - low, 0]) {
            for (size = [[1.2, 5], [5, 1.2]])
                translate([-1.5, -1.5, module_top - 0.9]) cube([size[0], size[1], wall_top - module_top + 0.9 + eps]);
            translate([-1.5, -1.5, module_top + 0.1]) cube([3.5, 3.5, wall_top - module_top - 0.1 + eps]);
        }
}

module lid() {
    window_x = bx(oled_header_x);
    window_y = by(oled_header_y + oled_window_down);
    difference() {
        union() {
            translate([0, 0, wall_top]) rounded(outer_w, outer_h, outer_corner, lid_thick);
            // the lip that centres the lid
            difference() {
                translate([wall + fit, wall + fit, wall_top - 2]) rounded(inner_w - 2 * fit, inner_h - 2 * fit, board_corner + play - fit, 2 + eps);
                translate([wall + fit + 1.2, wall + fit + 1.2, wall_top - 3]) rounded(inner_w - 2 * fit - 2.4, inner_h - 2 * fit - 2.4, board_corner - 1, 3 + 2 * eps);
                // room for the USB socket
                translate([outer_w - 8, by(usb_y) - 7, wall_top - 3]) cube([8, 14, 3]);
            }
            // the plunger over the button
            translate([bx(button_x), by(button_y), wall_top - (above - button_top) + 0.2]) cylinder(d = 4, h = above - button_top + 0.2);
            // the screws bite here, and here the lid presses the board on the posts
            for (h = holes) translate([bx(h[0]), by(h[1]), board_z + board_thick]) cylinder(d = boss_d, h = above + eps);
            oled_corners();
        }
        for (h = holes) translate([bx(h[0]), by(h[1]), board_z + board_thick - eps]) cylinder(d = screw_core, h = above);
        // window, widening outwards, and behind it the bed of the pane
        translate([window_x, window_y, wall_top - eps]) linear_extrude(lid_thick + 3 * eps, scale = [(oled_window_w + 2) / oled_window_w, (oled_window_h + 2) / oled_window_h])
            square([oled_window_w, oled_window_h], center = true);
        translate([window_x - pane_w / 2 - 0.1, window_y - pane_h / 2 - 0.1, wall_top - eps]) cube([pane_w + 0.2, pane_h + 0.2, pane_thick + eps]);
        // the button's tongue: a slot on three sides, thinned from below where it bends
        translate([bx(button_x), by(button_y), 0]) {
            difference() {
                translate([-6, -6, wall_top - eps]) cube([13, 12, lid_thick + 2 * eps]);
                translate([-5.4, -5.4, wall_top - 2 * eps]) cube([12.4 + eps, 10.8, lid_thick + 4 * eps]);
            }
            translate([4, -5.4, wall_top - eps]) cube([3, 10.8, lid_thick - 0.8]);
        }
        // a dimple that the finger finds
        translate([bx(button_x), by(button_y), wall_top + lid_thick - 0.6]) cylinder(d1 = 4, d2 = 9, h = 0.6 + eps);
        seal_bed();
        // light of the charging diode
        if (!aaa) translate([bx(led_x), by(led_y), wall_top - 3]) cylinder(d = 1.5, h = lid_thick + 4);
    }
}

// lies between board and module, under the module's lower edge
module spacer() {
    cube([spacer_w, spacer_h, oled_back]);
}

if (part == "bottom" || part == "both") bottom();
if (part == "lid") lid();
if (part == "spacer") spacer();
if (part == "both") {
    translate([0, outer_h + 10, wall_top + lid_thick]) mirror([0, 0, 1]) lid();
    translate([outer_w + 12, 2, 0]) spacer();
}
if (part == "closed") { bottom(); color("silver") lid(); }
