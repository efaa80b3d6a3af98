namespace System.IO.Ports;

/// <summary>Called when bytes came in.</summary>
/// <param name="sender">The <see cref="SerialPort"/>.</param>
/// <param name="e">Why.</param>
public delegate void SerialDataReceivedEventHandler(object sender, SerialDataReceivedEventArgs e);
