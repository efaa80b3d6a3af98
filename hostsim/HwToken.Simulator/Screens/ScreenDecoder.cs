namespace HwToken.Simulator.Screens;

/// <summary>
/// Reads the panel as a person would: from its pixels alone, by matching glyphs. What does not match exactly is
/// unreadable; nothing is guessed.
/// </summary>
public static class ScreenDecoder
{
    /// <summary>Reads a picture.</summary>
    public static ScreenReading Read(PanelPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.IsDark(0, PanelPicture.Pages))
        {
            return ScreenReading.Dark;
        }

        if (CodeReader.Read(picture) is { } code && TextReader.ReadSmall(picture, CodeReader.NotePage) is { } note)
        {
            return new ScreenReading(ScreenContent.Code, code, note);
        }

        return TextReader.Read(picture) is { } lines ? new ScreenReading(ScreenContent.Text, null, lines) : ScreenReading.Unreadable;
    }
}
