namespace Iot.Device.Ssd13xx.Commands;

/// <summary>A command of the SSD1306.</summary>
public interface ISsd1306Command : ICommand
{
}
