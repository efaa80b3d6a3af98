// Every size that board and case share, in millimetres. One "name = number;" a line: token/shape.py reads this file too.
// Board coordinates: x to the right, y down, from the board's upper left corner, seen from the display side.

// the board
board_w = 80;
board_h = 34;
board_corner = 2.5;
board_thick = 1.6;

// what pokes through the case (middle points; check_fit.py holds them against the .kicad_pcb)
usb_y = 17;
button_x = 64;
button_y = 17;
led_x = 73;
led_y = 3.4;
hole1_x = 9.6;
hole1_y = 3.3;
hole2_x = 76.7;
hole2_y = 3.3;
hole3_x = 76.7;
hole3_y = 30.7;
hole4_x = 13.4;
hole4_y = 31;
boss_d = 5;               // of the posts and bosses around the screws; no part stands there

// the OLED module: 0.96 inch, header at its upper edge. Modules differ: measure yours and change these
oled_header_x = 42.75;
oled_header_y = 3.6;
oled_w = 27.3;
oled_h = 27.8;
oled_edge = 1.5;          // upper edge of the module above its row of pins
oled_window_down = 10.4;  // middle of the lit area below the row of pins
oled_window_w = 24;
oled_window_h = 13.4;
oled_back = 2.54;         // back of the module above the board: the plastic of the header
oled_board = 1.2;         // thickness of the module's board
oled_top = 5.4;           // upper face of the glass above the board: header, module, 1.6 glass
oled_pin_top = 4.8;       // the pins, cut off flush above the module's solder

// the spacer under the module's lower edge: no part stands there
spacer_x = 36.5;
spacer_y = 28.4;
spacer_w = 14;
spacer_h = 1.6;

// the window: a pane of 1 mm clear acrylic or polycarbonate, laid in from inside
pane_w = 28;
pane_h = 17;
pane_thick = 1;

// heights
below = 6.6;              // free below the board: battery 5.2, battery socket 5.5 and air
below_aaa = 16;          // the same with a holder for three AAA cells and 2 mm for its soldered wires
above = 6.2;              // free above the board: glass and air
button_top = 4.3;         // upper face of the button above the board

// the battery below the board
battery_x = 20;
battery_y = 2.5;
battery_w = 36;
battery_h = 29;
battery_thick = 5.2;
pin_room = 0.5;           // between the battery and anything that pokes through the board
// a holder for three AAA cells in a row, with wires; holders differ: measure yours
holder_x = 18;
holder_w = 52;
holder_h = 37.5;
holder_thick = 13.5;

// the shell
wall = 1.8;
floor_thick = 1.6;
lid_thick = 2;
play = 0.5;               // between board and wall, a side
fit = 0.15;               // between lip and wall, a side
screw_hole = 2.3;         // an M2 screw passes
screw_core = 1.7;         // an M2 screw for plastic bites
screw_head = 4.4;
screw_clamp = 2.4;        // of the post between the head of the screw and the board: M2 x 8 in both cases
ring_d = 4;               // the eye for a key ring
