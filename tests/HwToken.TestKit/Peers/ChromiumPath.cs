namespace HwToken.TestKit;

/// <summary>The Chromium that the system has; none is ever downloaded.</summary>
public static class ChromiumPath
{
    /// <summary>The headless shell is Chromium without the pages that draw its own window: every window of a test cost more than its pages.</summary>
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Where it is; null when there is none.</summary>
    public static string? Find() => Places.FirstOrDefault(File.Exists);

    /// <summary>How it is started on a machine without a screen.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
}
