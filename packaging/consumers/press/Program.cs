// Runs the firmware beside it on a virtual board, as a test would.
using NanoBoard;
using NanoBoard.Guests;
using NanoBoard.Output;

using var guest = new GuestFixture("blinky");
VirtualBoard board = guest.NewBoard();
var log = new EventLog(board);
board.ConnectPower();
board.Advance(TimeSpan.FromSeconds(5));
for (int press = 0; press < 2; press++)
{
    board.Button.Press(TimeSpan.FromMilliseconds(100));
    board.Advance(TimeSpan.FromSeconds(5));
}

int bars = Enumerable.Range(0, 128).Count(x => board.Panel.Pixel(x, 0) && !board.Panel.Pixel(x + 1, 0));
Console.WriteLine($"{log.Printed[^1]} presses, {bars} bars, {board.State}");
