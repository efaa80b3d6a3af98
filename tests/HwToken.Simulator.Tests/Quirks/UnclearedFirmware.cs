using System.Device.I2c;
using HwToken.Firmware.Board;
using HwToken.Firmware.Board.Esp32;
using HwToken.Firmware.Token;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>A planted fault: the firmware, but the panel is switched off with its RAM left as it is, and on before the frame is sent.</summary>
internal static class UnclearedFirmware
{
    public static void Run() => new TokenDevice(new UnclearedBoard(new Esp32Board(BoardChoice.Profile))).Run();

    private sealed class UnclearedBoard(IBoard board) : IBoard
    {
        public IClock Clock => board.Clock;

        public IButton Button => board.Button;

        public IDisplay Display { get; } = new UnclearedDisplay(board.Display);

        public IStore Store => board.Store;

        public ILine Line => board.Line;

        public IPower Power => board.Power;
    }

    private sealed class UnclearedDisplay(IDisplay display) : IDisplay
    {
        public bool IsPresent() => display.IsPresent();

        public void Begin() => display.Begin();

        public void Draw(int x, int page, int width, int pages, byte[] bitmap) => display.Draw(x, page, width, pages, bitmap);

        public void Show()
        {
            Send(0xAF);
            display.Show();
        }

        public void Dark() => Send(0xAE);

        private static void Send(byte command) => I2cDevice.Create(new I2cConnectionSettings(1, 0x3C)).Write(new byte[] { 0x00, command });
    }
}
