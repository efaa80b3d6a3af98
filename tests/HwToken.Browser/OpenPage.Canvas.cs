using System.Diagnostics;
using HwToken.Simulator.Screens;

namespace HwToken.Browser;

/// <content>What the canvas shows.</content>
internal sealed partial class OpenPage
{
    /// <summary>Waits until the canvas shows something, read back from its own pixels.</summary>
    public async Task<ScreenReading> ReadCanvasAsync(Func<ScreenReading, bool> wanted)
    {
        var waited = Stopwatch.StartNew();
        ScreenReading reading = ScreenDecoder.Read(await PictureAsync());
        while (!wanted(reading))
        {
            Assert.True(waited.ElapsedMilliseconds < Chromium.PatienceMs, "The canvas shows: " + reading.Describe());

            // No sleep: the browser's next frame.
            await Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
            reading = ScreenDecoder.Read(await PictureAsync());
        }

        return reading;
    }

    public Task<ScreenReading> ReadCodeAsync() => ReadCanvasAsync(reading => reading.Content == ScreenContent.Code);

    private async Task<PanelPicture> PictureAsync()
    {
        string bits = await Page.EvaluateAsync<string>("""
            () => {
              const canvas = document.getElementById("oled");
              const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              let bits = "";
              for (let i = 0; i < data.length; i += 4) {
                bits += data[i] + data[i + 1] + data[i + 2] > 384 ? "1" : "0";
              }
              return bits;
            }
            """);
        return new PanelPicture((x, y) => bits[(y * PanelPicture.Columns) + x] == '1');
    }
}
