namespace Nano.N;

/// <summary>A double of a type of the device, for the names of its parameters.</summary>
public sealed class Port(string name, int baudRate = 9600)
{
    public string Name { get; } = $"{name} {baudRate}";
}
