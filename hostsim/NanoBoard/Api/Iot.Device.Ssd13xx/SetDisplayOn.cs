namespace Iot.Device.Ssd13xx.Commands;

/// <summary>Switches the panel on. Sending it through the package breaks the device: see <see cref="Ssd1306.SendCommand(ISharedCommand)"/>.</summary>
public class SetDisplayOn : ISharedCommand
{
    /// <inheritdoc/>
    public byte Id => 0xAF;

    /// <inheritdoc/>
    public byte[] GetBytes() => [Id];
}
