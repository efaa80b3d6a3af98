using System.Text.Json;

namespace HwToken.TokenPage.Tests;

/// <summary>Tokens outlive the program.</summary>
public sealed class SavedTokenStoreTests : IDisposable
{
    private readonly string _data = Path.Combine(RunningPage.NewData(), "made", "by the program");

    [Fact]
    public async Task Flash_and_clock_are_kept_between_runs()
    {
        long ahead;
        await using (RunningPage page = await RunningPage.StartAsync(_data))
        {
            await page.PauseAsync(3);
            await page.DoAsync("/tokens/3/provision", new { otpauth = RunningPage.RfcUri, credentialId = "DPHT00000001" });
            Assert.Equal("755224", await page.PressAsync(3));
            await page.JumpAsync(3, 86400);
            await page.DoAsync("/tokens/3/rtc-jump", new { seconds = 100 });
            await page.DoAsync("/tokens/1/power", new { on = false });
            ahead = (await page.StateAsync(3)).GetProperty("ahead").GetInt64();
        }

        await using (RunningPage page = await RunningPage.StartAsync(_data))
        {
            await page.PauseAsync(3);
            JsonElement state = await page.StateAsync(3);
            Assert.Equal("DPHT00000001", state.GetProperty("credentialId").GetString());

            // A paused token falls behind true time by what the test itself takes.
            Assert.InRange(state.GetProperty("ahead").GetInt64(), ahead - 600_000, ahead + 3000);
            Assert.InRange(state.GetProperty("rtc").GetProperty("time").GetInt64() - state.GetProperty("now").GetInt64(), 96_000, 101_000);
            Assert.Equal("off", await page.ActivityAsync(1));
            await page.JumpAsync(3, 20);
            Assert.Equal("287082", await page.PressAsync(3));
        }
    }

    [Fact]
    public async Task A_removed_token_does_not_come_back()
    {
        await using (RunningPage page = await RunningPage.StartAsync(_data))
        {
            await page.DeleteAsync("/tokens/2");
        }

        await using (RunningPage page = await RunningPage.StartAsync(_data))
        {
            Assert.Equal(404, (int)(await page.PostAsync("/tokens/2/reset")).StatusCode);
            Assert.Equal("asleep", await AwakenedAsync(page));
        }
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_folder_and_only_one_program_can_show_the_tokens()
    {
        await using (RunningPage page = await RunningPage.StartAsync(_data))
        {
            IOException second = await Assert.ThrowsAsync<IOException>(() => RunningPage.StartAsync(_data));
            Assert.Contains("--data", second.Message);
            await page.DoAsync("/tokens");
        }

        // Looked at after the end: while the program runs, files come and go under their draft names. A file keeps the mode it was made with.
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            string tokens = Path.Combine(_data, "tokens");
            string[] files = [.. Directory.EnumerateFileSystemEntries(tokens, "*", SearchOption.AllDirectories)];
            Assert.Equal(["1.json", "2.json", "3.json", "4.json", "leases.db", "lock"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
            foreach (string path in (string[])[_data, tokens, .. files])
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & Others);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_data))!, recursive: true);

    private static async Task<string> AwakenedAsync(RunningPage page)
    {
        await page.PauseAsync(1);
        await page.JumpAsync(1, 20);
        return await page.ActivityAsync(1);
    }
}
