using Spectre.Console.Rendering;

namespace HwToken.Tool.Console;

/// <summary>Keeps the last columns of the terminal free, not even filled with spaces.</summary>
internal sealed class RightMargin(IRenderable content, int columns) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, Narrowed(maxWidth));

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => content.Render(options, Narrowed(maxWidth));

    private int Narrowed(int width) => Math.Max(1, width - columns);
}
