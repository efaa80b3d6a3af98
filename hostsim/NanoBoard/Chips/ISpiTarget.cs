namespace NanoBoard.Chips;

/// <summary>A chip on an SPI bus, behind its select line.</summary>
public interface ISpiTarget
{
    /// <summary>A transfer, from select to deselect. Each byte that goes out brings one in.</summary>
    /// <param name="written">What the firmware sends; zeros while it only reads.</param>
    /// <param name="answer">As long as <paramref name="written"/>, to be filled.</param>
    void Exchange(ReadOnlySpan<byte> written, Span<byte> answer);
}
