using System.Globalization;
using System.Net;
using HwToken.HostSim.Serving;
using HwToken.Simulator.Clocks;
using HwToken.Validation;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.HostSim.Tests.Serving;

/// <summary>Token page and portal put together.</summary>
public sealed class ServeHostTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("hwtoken-serve-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_second_server_of_a_data_folder_serves_the_portal_and_leaves_the_tokens_to_the_first()
    {
        await using ServeHost first = await StartAsync();
        await using ServeHost second = await StartAsync();
        Assert.NotNull(first.Rack);
        Assert.Null(second.Rack);
        Assert.Contains(second.Lines, line => line.StartsWith("Another server of this data folder", StringComparison.Ordinal));
        using var http = new HttpClient();
        Assert.Contains("<title>HwToken</title>", await http.GetStringAsync(first.Url, Cancel));
        Assert.Equal("/portal", (await http.GetAsync(second.Url, Cancel)).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    public async Task A_computer_whose_clock_no_token_can_be_set_to_is_told_to_set_it(string now)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var settings = new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data.FullName, Time = time });
        InvalidOperationException serve = await Assert.ThrowsAsync<InvalidOperationException>(() => ServeHost.StartAsync(settings, Cancel));
        InvalidOperationException sim = await Assert.ThrowsAsync<InvalidOperationException>(() => SimHost.StartAsync(settings.Url, data.FullName, time, Cancel));
        Assert.All([serve, sim], told => Assert.Contains("Set the computer's clock", told.Message, StringComparison.Ordinal));
        Assert.Empty(data.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Token_page_and_portal_link_to_each_other()
    {
        await using ServeHost host = await StartAsync();
        using var http = new HttpClient();
        string page = await http.GetStringAsync(host.Url, Cancel);
        Assert.Contains("<a href=\"/portal\"", page);
        Assert.Contains("<a href=\"/desk\"", page);
        Assert.Contains("<a href=\"/\">", await http.GetStringAsync(new Uri(host.Url, "/portal"), Cancel));
    }

    [Theory]
    [InlineData("/portal-files/portal.css")]
    [InlineData("/look/header.css")]
    [InlineData("/look/look.css")]
    [InlineData("/look/mark.svg")]
    [InlineData("/js/main.js")]
    public async Task Every_room_brings_its_own_files(string path)
    {
        await using ServeHost host = await StartAsync();
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(host.Url, path), Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_simulators_API_is_apart_from_the_services_in_its_addresses_and_documents()
    {
        await using ServeHost host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Url };
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/api/tokens/1/secret", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/sim/v1/tokens/1/secret", null, Cancel)).StatusCode);
        Assert.DoesNotContain("/sim/", await http.GetStringAsync("/openapi/v1.json", Cancel));
        string document = await http.GetStringAsync("/sim/v1/openapi.json", Cancel);
        Assert.DoesNotContain("\"/api/", document);
        Assert.Contains("\"/sim/v1/leases/{id}/code\"", document);
    }

    [Fact]
    public async Task A_dotnet_service_takes_the_simulators_clock_as_its_own()
    {
        await using ServeHost host = await StartAsync();
        host.Simulation!.Clock.Set(DateTimeOffset.UnixEpoch.AddYears(60), rate: 0);
        using var clock = new SimulatorClock(host.Url);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddYears(60), clock.GetUtcNow());
        host.Simulation.Clock.TryMoveTo(DateTimeOffset.UnixEpoch.AddYears(61));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddYears(61), clock.GetUtcNow());
    }

    private Task<ServeHost> StartAsync() =>
        ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data.FullName }), Cancel);
}
