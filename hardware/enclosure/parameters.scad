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
hole1_x = 9.6;
hole1_y = 3.3;
hole2_x = 76.7;
hole2_y = 3.3;
hole3_x = 76.7;
hole3_y = 30.7;

// the OLED module: 0.96 inch, header at its upper edge. Modules differ: measure yours and change these four
oled_header_x = 42.75;
oled_header_y = 2.6;
oled_w = 27.3;
oled_h = 27.8;
oled_edge = 1.5;          // upper edge of the module above its row of pins
oled_window_down = 10.4;  // middle of the lit area below the row of pins
oled_window_w = 24;
oled_window_h = 13.4;
oled_top = 5.4;           // upper face of the glass above the board: 2.5 header, 1.2 module, 1.6 glass

// heights
below = 6.6;              // free below the board: battery 5.2, battery socket 5.5 and air
above = 5.8;              // free above the board: glass and air
button_top = 4.3;         // upper face of the button above the board

// the battery below the board
battery_x = 20;
battery_y = 2.5;
battery_w = 36;
battery_h = 29;
battery_thick = 5.2;

// the shell
wall = 1.8;
floor_thick = 1.6;
lid_thick = 1.6;
play = 0.5;               // between board and wall, a side
fit = 0.15;               // between lip and wall, a side
