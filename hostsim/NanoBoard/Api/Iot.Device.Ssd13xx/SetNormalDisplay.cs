namespace Iot.Device.Ssd13xx.Commands.Ssd1306Commands;

/// <summary>Lit pixels are ones. Sending it through the package sends the frame buffer too: see <see cref="Ssd1306.SendCommand(ISsd1306Command)"/>.</summary>
public class SetNormalDisplay : ISsd1306Command
{
    /// <inheritdoc/>
    public byte Id => 0xA6;

    /// <inheritdoc/>
    public byte[] GetBytes() => [Id];
}
