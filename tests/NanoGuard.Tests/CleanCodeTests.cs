namespace NanoGuard.Tests;

/// <summary>Plain firmware code, with the helpers that the compiler makes of it, passes in both configurations.</summary>
public class CleanCodeTests
{
    private const string Source = """
        using System;
        using System.Collections;

        [Flags]
        public enum Pins { None = 0, A = 1, B = 2 }

        public delegate int Step(int value);

        public interface IStore { int Slot { get; } bool Save(byte[] record, out int error); }

        public struct Point { public int X; public int Y; public Point(int x, int y) { X = x; Y = y; } }

        public abstract class Base : IDisposable
        {
            public const int Size = 16;
            protected static readonly byte[] Table = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
            protected static readonly uint[] Keys = { 0x67452301, 0xEFCDAB89, 0x98BADCFE };
            protected static readonly string[] Names = { "one", "two" };
            protected static readonly byte[] Scratch = new byte[64];
            protected static readonly object Gate = new object();
            protected static readonly TimeSpan HoldOff = new TimeSpan(300000000L);
            private static readonly Point Origin = new Point(1, 2);
            public event EventHandler? Changed;
            public abstract int Value { get; }
            public string Name { get; init; } = "none";
            protected Point Start => Origin;
            public virtual void Dispose() { if (Changed != null) { Changed(this, null!); } }
            public override string ToString() => Name + "!";
        }

        public sealed class Token : Base, IStore
        {
            private readonly ArrayList list = new ArrayList();
            private bool stop;
            private int state;

            public override int Value => state;
            public int Slot => 1;

            public bool Save(byte[] record, out int error)
            {
                error = 0;
                try { record[0] = Table[1]; return true; }
                catch (InvalidOperationException e) when (e.Message.Length > 3) { error = 1; return false; }
                catch (Exception) { error = 2; throw; }
                finally { stop = true; }
            }

            public int Parse(string word) => word switch
            {
                "HELLO" => 1, "BEGIN" => 2, "KEY" => 3, "TIME" => 4, "CHECK" => 5, "CODE" => 6, "COMMIT" => 7, "SELFTEST" => 8,
                _ => throw new InvalidOperationException("unknown"),
            };

            public int Run(int bound)
            {
                Step step = x => x + bound;
                Step plain = x => x + 1;
                Step group = Twice;
                lock (Gate) { state = step(plain(group(state))); }
                foreach (object o in list) { if (o is int n && n > 3) { state += n; } }
                foreach (char c in "abc") { state += c; }
                foreach (byte b in Table) { state ^= b; }
                using (var t = new Token { Name = "inner" }) { t.Changed += OnChanged; t.Changed -= OnChanged; state += t.Value; }
                return Local(state) + Names.Length + (Pins.A == (Pins)state ? 1 : 0) + (int)(HoldOff.Ticks / 10L);

                int Local(int x) => stop ? x : x + Start.X + Keys.Length;
            }

            public uint Rotate(uint x) => (x << 5) | (x >> 27);
            public string Code(uint x) => ((int)(x % 1000000)).ToString("D6");
            public byte[][] Jagged() => new byte[][] { new byte[] { 1 }, new byte[] { 2 } };
            public ulong Counter(byte[] r) { ulong v = 0; for (int i = 0; i < 8; i++) { v = (v << 8) | r[i]; } return v; }
            private static int Twice(int x) => x * 2;
            private void OnChanged(object? sender, EventArgs e) => state++;
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plain_firmware_code_passes(bool debug)
    {
        using var firmware = new Planted(Source, debug);
        Assert.Empty(Guard.Check(firmware.Paths, SmallList.Api, new GuardOptions { Profile = GuardProfile.House }));
    }
}
