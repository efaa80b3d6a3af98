using System.Net;
using HwToken.Service.Tests.Api.Support;
using HwToken.Validation.Health;

namespace HwToken.Service.Tests.Api;

/// <summary>What machines that watch the service are told.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private LocalApi api = null!;
    private ApiClient watcher = null!;

    private string KeyFile => Path.Combine(api.System.DataFolderPath, "master.keys");

    public async ValueTask InitializeAsync()
    {
        api = await LocalApi.StartAsync();
        watcher = api.Client(null);
    }

    public async ValueTask DisposeAsync()
    {
        watcher.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task A_service_that_can_write_is_ready()
    {
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync("/readyz"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync("/healthz"));
    }

    [Fact]
    public async Task A_write_that_does_not_reach_the_disk_makes_it_unready_and_not_dead()
    {
        await AskAsync("/readyz");
        string epoch = KeyFile + ".epoch";
        File.Delete(epoch);
        Directory.CreateDirectory(Path.Combine(epoch, "in the way"));

        // What was found stands for a while: who asks often costs no write each time.
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync("/readyz"));
        api.Clock.Advance(Readiness.Lately);
        (HttpStatusCode status, string words) = await AskAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("space on the disk", words);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync("/healthz"));
        Directory.Delete(epoch, recursive: true);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync("/readyz"));
    }

    [Fact]
    public async Task A_key_file_that_is_gone_or_another_services_makes_it_unready()
    {
        byte[] right = await File.ReadAllBytesAsync(KeyFile);
        File.Delete(KeyFile);
        await AssertWrongKeyAsync();
        await using (LocalApi other = await LocalApi.StartAsync())
        {
            File.Copy(Path.Combine(other.System.DataFolderPath, "master.keys"), KeyFile);
        }

        await AssertWrongKeyAsync();
        await File.WriteAllBytesAsync(KeyFile, right);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/readyz")).Status);
    }

    private async Task AssertWrongKeyAsync()
    {
        (HttpStatusCode status, string words) = await AskAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("key file", words);
    }

    private async Task<(HttpStatusCode Status, string Words)> AskAsync(string path)
    {
        using HttpResponseMessage answer = await watcher.Http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
