namespace Iot.Device.Ssd13xx.Commands;

/// <summary>A command of a display controller.</summary>
public interface ICommand
{
    /// <summary>First byte.</summary>
    byte Id { get; }

    /// <summary>All bytes.</summary>
    byte[] GetBytes();
}
