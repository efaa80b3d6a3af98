using HwToken.Simulator;

namespace HwToken.HostSim.Commands;

/// <summary>Prints presses as they come.</summary>
internal interface IPressWriter
{
    /// <summary>One press.</summary>
    void Write(PressResult press);

    /// <summary>After the last press.</summary>
    void Finish();
}
