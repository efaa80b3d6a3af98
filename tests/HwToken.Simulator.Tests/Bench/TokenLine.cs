using System.Text;
using HwToken.Core.Line;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>Says lines to a token whose line is open, as a person with a terminal would.</summary>
internal static class TokenLine
{
    /// <summary>Opens a locked token's line.</summary>
    public static void OpenService(this VirtualToken token) => token.Hold(TimeSpan.FromSeconds(10.5));

    /// <summary>Says a line and waits for its answer.</summary>
    /// <returns>The answer without its closing.</returns>
    public static string Say(this VirtualToken token, string text)
    {
        token.Board.Uart.HostReadAll();
        token.Board.Uart.HostWrite(LineCodec.Encode(text));
        token.Advance(TimeSpan.FromSeconds(2));
        string answer = Encoding.ASCII.GetString(token.Board.Uart.HostReadAll());
        return answer.Length > 11 ? answer[..^11] : answer;
    }
}
