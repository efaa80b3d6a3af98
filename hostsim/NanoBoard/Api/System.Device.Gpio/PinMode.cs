namespace System.Device.Gpio;

/// <summary>Direction and pull of a pin.</summary>
public enum PinMode
{
    /// <summary>Input without pull.</summary>
    Input,

    /// <summary>Input, pulled down.</summary>
    InputPullDown,

    /// <summary>Input, pulled up.</summary>
    InputPullUp,

    /// <summary>Push-pull output.</summary>
    Output,

    /// <summary>Open-drain output.</summary>
    OutputOpenDrain,

    /// <summary>Open-drain output with pull-up.</summary>
    OutputOpenDrainPullUp,

    /// <summary>Open-source output.</summary>
    OutputOpenSource,

    /// <summary>Open-source output with pull-down.</summary>
    OutputOpenSourcePullDown,
}
