namespace System.Device.Adc;

/// <summary>Against what a channel measures.</summary>
public enum AdcChannelMode
{
    /// <summary>Against ground.</summary>
    SingleEnded = 0,

    /// <summary>Against another pin: these chips do not.</summary>
    Differential = 1,
}
