using HwToken.Firmware.Board;
using HwToken.Firmware.Token;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>A board in memory. What survives a wake on the device survives here: store, panel, chip clock, world time.</summary>
    public sealed class FakeBoard : IBoard
    {
        /// <summary>2026-01-01T00:00:00Z, when a fake board is made.</summary>
        public const long Start = 1767225600;

        public readonly FakeClock FakeClock = new FakeClock();
        public readonly FakeButton FakeButton;
        public readonly FakeDisplay FakeDisplay = new FakeDisplay();
        public readonly FakeStore FakeStore = new FakeStore();
        public readonly FakeLine FakeLine = new FakeLine();
        public readonly FakePower FakePower = new FakePower();

        public FakeBoard()
        {
            FakeButton = new FakeButton(FakeClock);
            FakeDisplay.Store = FakeStore;
        }

        public IClock Clock
        {
            get { return FakeClock; }
        }

        public IButton Button
        {
            get { return FakeButton; }
        }

        public IDisplay Display
        {
            get { return FakeDisplay; }
        }

        public IStore Store
        {
            get { return FakeStore; }
        }

        public ILine Line
        {
            get { return FakeLine; }
        }

        public IPower Power
        {
            get { return FakePower; }
        }

        /// <summary>Boots the chip for a cause and runs the wake until it sleeps.</summary>
        public void Wake(WakeCause cause)
        {
            FakePower.Cause = cause;
            FakePower.Sleeps = 0;
            FakeStore.PowerUp();
            FakeClock.Boot(cause == WakeCause.PowerOn);
            new TokenDevice(this).Run();
        }

        /// <summary>Presses for a while; the press wakes the chip.</summary>
        public void Press(int milliseconds)
        {
            FakeButton.DownFrom(FakeClock.Milliseconds, milliseconds);
            Wake(WakeCause.Button);
        }

        /// <summary>A short press, and the code that the panel shows afterwards; empty when it shows none.</summary>
        public string PressForCode()
        {
            Press(100);
            return FakeDisplay.ReadCode(6);
        }

        /// <summary>Asleep for some seconds.</summary>
        public void Pass(int seconds)
        {
            FakeClock.Milliseconds += seconds * 1000L;
        }
    }
}
