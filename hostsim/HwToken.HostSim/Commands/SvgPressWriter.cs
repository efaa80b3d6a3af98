using HwToken.Simulator;
using HwToken.Simulator.Screens;

namespace HwToken.HostSim.Commands;

/// <summary>Also keeps the panel's last picture, as a file.</summary>
internal sealed class SvgPressWriter(IPressWriter inner, string path) : IPressWriter
{
    private PanelPicture? _last;

    /// <inheritdoc/>
    public void Write(PressResult press)
    {
        inner.Write(press);
        _last = press.Picture;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        inner.Finish();
        if (_last is not null)
        {
            File.WriteAllText(path, Svg.Of(_last));
        }
    }
}
