using NanoBoard;

namespace HwToken.Rack.Contract;

/// <summary>The faults that are on.</summary>
/// <param name="PanelMissing">The panel's wires are off.</param>
/// <param name="ButtonStuck">The button is stuck down.</param>
/// <param name="RtcStopped">The clock chip's oscillator stands.</param>
/// <param name="BatteryLost">The clock chip's battery is empty.</param>
/// <param name="WritesFail">The flash refuses writes.</param>
/// <param name="Cut">Where in the next flash operation the power will go; null: not planned.</param>
internal sealed record FaultState(bool PanelMissing, bool ButtonStuck, bool RtcStopped, bool BatteryLost, bool WritesFail, CutMode? Cut);
