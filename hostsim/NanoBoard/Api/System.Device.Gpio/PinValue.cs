using System.Diagnostics.CodeAnalysis;

namespace System.Device.Gpio;

/// <summary>Level of a pin.</summary>
public readonly struct PinValue
{
    private readonly byte _value;

    private PinValue(byte value) => _value = value;

    /// <summary>Supply voltage.</summary>
    public static PinValue High => new(1);

    /// <summary>Ground.</summary>
    public static PinValue Low => new(0);

    /// <summary>0 is low, all else high.</summary>
    public static implicit operator PinValue(int value) => value == 0 ? Low : High;

    /// <summary>False is low.</summary>
    public static implicit operator PinValue(bool value) => value ? High : Low;

    /// <summary>0 or 1.</summary>
    public static explicit operator byte(PinValue value) => value._value;

    /// <summary>0 or 1.</summary>
    public static explicit operator int(PinValue value) => value._value;

    /// <summary>High is true.</summary>
    public static explicit operator bool(PinValue value) => value._value != 0;

    /// <summary>Same level.</summary>
    public static bool operator ==(PinValue a, PinValue b) => a.Equals(b);

    /// <summary>Other level.</summary>
    public static bool operator !=(PinValue a, PinValue b) => !a.Equals(b);

    /// <summary>Same level.</summary>
    public bool Equals(PinValue other) => other._value == _value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PinValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _value == 0 ? "Low" : "High";
}
