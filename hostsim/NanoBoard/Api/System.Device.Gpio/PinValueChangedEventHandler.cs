namespace System.Device.Gpio;

/// <summary>Called at an edge.</summary>
/// <param name="sender">The <see cref="GpioPin"/>.</param>
/// <param name="e">Which edge of which pin.</param>
public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);
