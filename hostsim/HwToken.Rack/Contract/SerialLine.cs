namespace HwToken.Rack.Contract;

/// <summary>A line that went over the serial line.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">Virtual time, UTC.</param>
/// <param name="From"><c>host</c> or <c>token</c>.</param>
/// <param name="Text">The line without its end; keys are left out, other bytes than ASCII stand as U+FFFD.</param>
internal sealed record SerialLine(long Number, DateTimeOffset At, string From, string Text);
