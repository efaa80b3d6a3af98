namespace System.Device.Gpio;

/// <summary>Called at an edge of the kind that was asked for.</summary>
/// <param name="sender">Who tells.</param>
/// <param name="pinValueChangedEventArgs">Which edge of which pin.</param>
public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);
