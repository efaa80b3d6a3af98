"""What a variant of the board leaves out, against parts.py."""

# Three AAA cells: no charger, no USB socket, no cell protection (JP3 closes the way round it). The holder's wires are
# soldered to the pads of J2. The clock stops when the cells are changed: HOTP goes on, TOTP asks for its time.
AAA_LEFT_OUT = frozenset(('J1', 'U8', 'R3', 'R4', 'F1', 'C4', 'U4', 'R5', 'C18', 'RT1', 'R25', 'D1', 'R6', 'J2', 'U5', 'R7', 'C5', 'R8', 'Q4', 'Q5'))

# name: (board profile, references that are not fitted besides those of parts.py)
VARIANTS = {'lipo': ('reference', frozenset()), 'aaa': ('reference-aaa', AAA_LEFT_OUT)}
