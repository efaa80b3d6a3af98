using HwToken.Core.Line;

namespace HwToken.Core.Tests.Line;

/// <summary>What an assembler makes of received bytes.</summary>
internal static class Wire
{
    public static List<(LineStatus Status, string? Text)> Receive(params byte[] bytes)
    {
        return Receive(new LineAssembler(), bytes);
    }

    public static List<(LineStatus Status, string? Text)> Receive(LineAssembler assembler, byte[] bytes)
    {
        List<(LineStatus, string?)> lines = [];
        foreach (byte value in bytes)
        {
            if (assembler.Add(value, out LineStatus status, out string? text))
            {
                lines.Add((status, text));
            }
        }

        return lines;
    }
}
