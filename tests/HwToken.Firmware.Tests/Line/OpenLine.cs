using HwToken.Core.Line;
using HwToken.Core.Text;
using HwToken.Firmware.Line;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;
using HwToken.Firmware.Tests.Fakes;

namespace HwToken.Firmware.Tests.Line;

/// <summary>A token with an open line. Each call runs the session until its input is used up.</summary>
internal sealed class OpenLine
{
    private LineSession _session;

    public OpenLine(FakeBoard board)
    {
        Board = board;
        Records = new TokenRecords(board.Files);
        Records.Load();
        _session = NewSession();
    }

    public FakeBoard Board { get; }

    public TokenRecords Records { get; }

    /// <summary>The line closes and opens again, as after a sleep.</summary>
    public void Reopen()
    {
        _session.Run(0);
        Records.Load();
        _session = NewSession();
    }

    public IReadOnlyList<string> Say(params string[] commands)
    {
        Board.Wire.Forget();
        Board.Wire.Send(commands);
        while (_session.Poll())
        {
        }

        return Board.Wire.Replies;
    }

    public IReadOnlyList<string> Prove(string command) => Say(command + " " + Answer(command));

    public string Answer(string command)
    {
        string reply = Say("AUTH")[0];
        Assert.StartsWith("OK AUTH ", reply, StringComparison.Ordinal);
        Assert.True(Hex.TryDecode(reply[8..], out byte[] challenge));
        return Hex.Encode(LineProof.OfCommand(Tokens.AdminKey, challenge, command));
    }

    private LineSession NewSession() => new(Board, Records, new ScreenPainter(Board.Panel));
}
