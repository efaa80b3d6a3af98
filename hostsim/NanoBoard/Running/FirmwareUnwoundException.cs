namespace NanoBoard.Running;

/// <summary>
/// Takes a firmware off its thread when the chip sleeps, resets or loses power. Sticky: whoever catches it meets it again at
/// the next board call.
/// </summary>
internal sealed class FirmwareUnwoundException() : Exception("The chip is no longer running this program (deep sleep, reset or power cut).");
