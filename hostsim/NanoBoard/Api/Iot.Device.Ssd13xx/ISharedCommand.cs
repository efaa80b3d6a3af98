namespace Iot.Device.Ssd13xx.Commands;

/// <summary>A command that several controllers know.</summary>
public interface ISharedCommand : ICommand
{
}
