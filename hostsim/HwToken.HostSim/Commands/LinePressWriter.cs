using HwToken.Simulator;

namespace HwToken.HostSim.Commands;

/// <summary>Codes one a line; whatever else the panel shows goes to the error stream in its words.</summary>
internal sealed class LinePressWriter(TextWriter output, TextWriter errors) : IPressWriter
{
    /// <inheritdoc/>
    public void Write(PressResult press)
    {
        if (press.Code is not null)
        {
            output.WriteLine(press.Code);
            return;
        }

        errors.WriteLine($"{press.At:yyyy-MM-ddTHH:mm:ssZ}: {press.Screen.Describe()}");
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();
}
