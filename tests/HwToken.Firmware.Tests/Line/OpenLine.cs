using HwToken.Core.Line;
using HwToken.Firmware.Line;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;
using HwToken.NFUnitTest.Fakes;

namespace HwToken.Firmware.Tests.Line;

/// <summary>A token with an open line. Each call runs the session until its input is used up.</summary>
internal sealed class OpenLine
{
    private readonly LineSession _session;

    public OpenLine()
    {
        Records = new TokenRecords(Board.FakeStore);
        Records.Load();
        _session = new LineSession(Board, Records, new ScreenPainter(Board.FakeDisplay));
    }

    public FakeBoard Board { get; } = new();

    public TokenRecords Records { get; }

    /// <summary>Bytes as they are; the answers.</summary>
    public IReadOnlyList<string> Say(params byte[] bytes)
    {
        Board.FakeLine.Replies.Clear();
        Board.FakeLine.Drop();
        Board.FakeLine.SayRaw(bytes);
        while (_session.Poll())
        {
        }

        return [.. Board.FakeLine.Replies.Cast<string>()];
    }

    /// <summary>Commands with their checksums; the answers.</summary>
    public IReadOnlyList<string> Say(IEnumerable<string> commands) => Say([.. commands.SelectMany(LineCodec.Encode)]);
}
