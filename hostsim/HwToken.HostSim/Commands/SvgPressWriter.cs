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
        if (_last is null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            // Told before the first code is printed, not after a million presses.
            throw new DirectoryNotFoundException($"There is no folder for the picture {path}: make it, or name another file.");
        }

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
