namespace Iot.Device.Ssd13xx.Commands;

/// <summary>Switches the panel off. Sending it through the package breaks the device: see <see cref="Ssd1306.SendCommand(ISharedCommand)"/>.</summary>
public class SetDisplayOff : ISharedCommand
{
    /// <inheritdoc/>
    public byte Id => 0xAE;

    /// <inheritdoc/>
    public byte[] GetBytes() => [Id];
}
