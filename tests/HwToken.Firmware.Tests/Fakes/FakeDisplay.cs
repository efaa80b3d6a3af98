using HwToken.Firmware.Board;
using HwToken.Simulator.Screens;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>A frame in memory.</summary>
internal sealed class FakeDisplay : IDisplay
{
    private readonly byte[] _frame = new byte[PanelPicture.Columns * PanelPicture.Pages];
    private byte[] _shown = new byte[PanelPicture.Columns * PanelPicture.Pages];

    public bool IsMissing { get; set; }

    /// <summary>Draws nothing and so allocates nothing: for measuring the firmware alone.</summary>
    public bool IsQuiet { get; set; }

    public PanelPicture Picture => new((x, y) => (_shown[(y / 8 * PanelPicture.Columns) + x] & (1 << (y % 8))) != 0);

    public bool IsPresent() => !IsMissing;

    public void Begin() => Array.Clear(_frame);

    public void Draw(int x, int page, int width, int pages, byte[] bitmap)
    {
        if (IsQuiet)
        {
            return;
        }

        Assert.Equal(width * pages, bitmap.Length);
        for (int row = 0; row < pages; row++)
        {
            Assert.InRange(x + width, 0, PanelPicture.Columns);
            Array.Copy(bitmap, row * width, _frame, ((page + row) * PanelPicture.Columns) + x, width);
        }
    }

    public void Show()
    {
        if (!IsQuiet)
        {
            _shown = (byte[])_frame.Clone();
        }
    }

    public void Dark()
    {
        Begin();
        Show();
    }
}
