namespace HwToken.Rack.Contract;

/// <summary>The clock chip.</summary>
/// <param name="Time">What it counts, Unix time in milliseconds; null when its registers hold nonsense.</param>
/// <param name="Stopped">Its oscillator-stop flag is set.</param>
/// <param name="Ppm">Error of its rate, parts per million; positive runs fast.</param>
public sealed record RtcState(long? Time, bool Stopped, double Ppm);
