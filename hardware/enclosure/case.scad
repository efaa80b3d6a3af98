// Two-part case of the reference board. part = "bottom", "lid" or "both" (for looking at it).
// Both parts print without supports: the bottom as it stands, the lid on its outer face.
include <parameters.scad>

part = "both";
$fn = 48;

inner_w = board_w + 2 * play;
inner_h = board_h + 2 * play;
outer_w = inner_w + 2 * wall;
outer_h = inner_h + 2 * wall;
board_z = floor_thick + below;                       // lower face of the board
wall_top = board_z + board_thick + above;            // where the lid sits
outer_corner = board_corner + play + wall;
eps = 0.01;

// board coordinates to case coordinates (y up, origin at the case's lower left outer corner)
function bx(x) = wall + play + x;
function by(y) = wall + play + board_h - y;

module rounded(w, h, r, z) {
    translate([r, r, 0]) linear_extrude(z) offset(r) square([w - 2 * r, h - 2 * r]);
}

module post(x, y, drill) {
    translate([bx(x), by(y), floor_thick - eps]) difference() {
        cylinder(d = 5, h = below + eps);
        if (drill > 0) translate([0, 0, 1]) cylinder(d = drill, h = below + 1);
    }
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

module bottom() {
    difference() {
        union() {
            difference() {
                rounded(outer_w, outer_h, outer_corner, wall_top);
                translate([wall, wall, floor_thick]) rounded(inner_w, inner_h, board_corner + play, wall_top);
            }
            post(hole1_x, hole1_y, 1.7);
            post(hole2_x, hole2_y, 1.7);
            post(hole3_x, hole3_y, 1.7);
            post(4, board_h - 4, 0);
            // a fence that keeps the battery from sliding
            for (y = [6, board_h - 11]) translate([bx(battery_x) - 2.4, by(y + 5), floor_thick - eps]) cube([1.2, 5, 3]);
            for (y = [12, board_h - 16]) translate([bx(battery_x + battery_w) + 1.2, by(y + 5), floor_thick - eps]) cube([1.2, 5, 3]);
        }
        usb_opening();
        seal_bed();
        // bed of the label with the credential ID, on the back
        translate([outer_w / 2 - 21, outer_h / 2 - 6.5, -eps]) cube([42, 13, 0.4 + eps]);
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
        }
        // window, widening outwards
        translate([window_x, window_y, wall_top - eps]) linear_extrude(lid_thick + 3 * eps, scale = [(oled_window_w + 2) / oled_window_w, (oled_window_h + 2) / oled_window_h])
            square([oled_window_w, oled_window_h], center = true);
        // the button's tongue: a slot on three sides, thinned from below where it bends
        translate([bx(button_x), by(button_y), 0]) {
            difference() {
                translate([-6, -6, wall_top - eps]) cube([14, 12, lid_thick + 2 * eps]);
                translate([-5.4, -5.4, wall_top - 2 * eps]) cube([13.4 + eps, 10.8, lid_thick + 4 * eps]);
            }
            translate([4, -5.4, wall_top - eps]) cube([4, 10.8, lid_thick - 0.8]);
        }
        // a dimple that the finger finds
        translate([bx(button_x), by(button_y), wall_top + lid_thick - 0.6]) cylinder(d1 = 4, d2 = 9, h = 0.6 + eps);
        seal_bed();
        // light of the charging diode
        translate([bx(72.3), by(3.4), wall_top - eps]) cylinder(d = 1.5, h = lid_thick + 2 * eps);
    }
}

if (part == "bottom" || part == "both") bottom();
if (part == "lid") lid();
if (part == "both") translate([0, outer_h + 10, wall_top + lid_thick]) mirror([0, 0, 1]) lid();
if (part == "closed") { bottom(); color("silver") lid(); }
