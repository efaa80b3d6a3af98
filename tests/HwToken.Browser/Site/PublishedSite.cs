[assembly: AssemblyFixture(typeof(HwToken.Browser.Site.PublishedSite))]

namespace HwToken.Browser.Site;

/// <summary>The static page as <c>dotnet publish</c> makes it, once for all tests, when the first of them asks.</summary>
public sealed class PublishedSite : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<string>> _published;

    /// <summary>It takes long and waits all the while: on a thread of its own it keeps none of the pool's.</summary>
    public PublishedSite() => _published = new Lazy<Task<string>>(() => Task.Factory.StartNew(Publish, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    /// <summary>The folder that a host would serve.</summary>
    internal Task<string> FolderAsync() => _published.Value;

    public void Dispose() => _folder.Dispose();

    private string Publish()
    {
        string site = _folder["site"];

        // The analyzers have looked at these sources when the tests were built.
        PeerAnswer answer = Peer.Run("dotnet", "publish", Path.Combine(Project.Folder, "hostsim", "HwToken.Web"), "-o", site, "--nologo", "-v", "q", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=true");
        Assert.True(answer.Exit == 0, answer.Output + answer.Errors);
        return site;
    }
}
