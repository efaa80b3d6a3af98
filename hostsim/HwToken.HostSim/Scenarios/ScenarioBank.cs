using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Demo;
using HwToken.Demo.Tray;
using HwToken.Keeping;
using HwToken.Scenarios.Services;
using HwToken.Service.Portal;
using HwToken.Service.Portal.Web;
using HwToken.Service.Serving;
using HwToken.Validation;
using HwToken.Validation.Access;

namespace HwToken.HostSim.Scenarios;

/// <summary>
/// The demonstration's bank, portal and desk for one story: begun anew, in a folder that goes away, with the story's tokens imported and at the story's time.
/// </summary>
internal sealed class ScenarioBank : IScenarioService
{
    /// <summary>Name of the token that is the service desk's own.</summary>
    private const string OperatorToken = "operator";

    private const string Actor = "scenario";
    private const int ReceiptKeyBits = 2048;
    private const int PasswordRounds = 1000;

    /// <summary>Making a key takes longer than a story: one for all of them.</summary>
    private static readonly Lazy<byte[]> ReceiptKey = new(() =>
    {
        using var key = RSA.Create(ReceiptKeyBits);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    });

    private readonly string folder = Directory.CreateTempSubdirectory("hwtoken-story-").FullName;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private ServiceHost? service;

    private ScenarioBank()
    {
    }

    public Uri Address => service!.Url;

    public IReadOnlyDictionary<string, string> Words { get; private set; } = new Dictionary<string, string>();

    /// <summary>Starts it.</summary>
    public static async Task<ScenarioBank> StartAsync(IReadOnlyList<ServiceToken> tokens, TimeProvider time, CancellationToken cancel)
    {
        var bank = new ScenarioBank();
        try
        {
            await bank.BeginAsync(tokens, new DemoClock(time), cancel).ConfigureAwait(false);
            return bank;
        }
        catch
        {
            await bank.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync().ConfigureAwait(false);
        }

        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync(IReadOnlyList<ServiceToken> tokens, DemoClock clock, CancellationToken cancel)
    {
        PrivateFile.Create(Path.Combine(folder, "receipt-key.pem"), stream => stream.Write(ReceiptKey.Value));
        service = await ServiceHost.OpenAsync(new ValidationOptions { DataFolder = folder, Time = clock }, cancel).ConfigureAwait(false);
        ServiceToken desk = tokens.FirstOrDefault(token => token.Name == OperatorToken)
            ?? new ServiceToken(OperatorToken, "DPOP00000000", new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, OtpParameters.MinDigits, OtpParameters.DefaultPeriodSeconds, 0), RandomNumberGenerator.GetBytes(20));
        ServiceToken[] customers = [.. tokens.Where(token => token != desk)];
        await ScenarioImport.RunAsync(service.System.Importer, customers, activate: false, cancel).ConfigureAwait(false);
        await ScenarioImport.RunAsync(service.System.Importer, [desk], activate: true, cancel).ConfigureAwait(false);
        var keys = new DemoKeys(await KeyAsync(ApiRole.RelyingParty, cancel).ConfigureAwait(false), await KeyAsync(ApiRole.RelyingParty, cancel).ConfigureAwait(false), await KeyAsync(ApiRole.Operator, cancel).ConfigureAwait(false));
        Demonstration demo = Demonstration.LayOut(folder, [.. customers.Select(token => token.Id), desk.Id], clock, keys, PasswordRounds);
        await service.Operators.PutAsync(demo.World.Operator.Id, demo.World.Operator.Password, desk.Id, Actor, PasswordRounds, cancel).ConfigureAwait(false);
        await service.System.Desk.SetOperatorsAsync(desk.Id, true, Actor, cancel).ConfigureAwait(false);
        Words = WordsOf(demo.World);
        await service.StartAsync(new Listening { Url = new Uri("http://127.0.0.1:0") }, Compose(demo), cancel).ConfigureAwait(false);
    }

    private async Task<string> KeyAsync(ApiRole role, CancellationToken cancel) => (await service!.System.ApiKeys.CreateAsync(role, Actor, cancellation: cancel).ConfigureAwait(false)).Secret;

    private ServiceComposition Compose(Demonstration demo) => new()
    {
        Contributions = [Demonstration.Contribution],
        Configure = builder =>
        {
            builder.Services.AddSingleton(new EvenTime(new EndedWaits()));
            demo.AddTo(builder.Services, new DemoNeeds(http, () => service!.Url, new EmptyTray(), _ => Task.CompletedTask));
        },
        Map = app =>
        {
            Demonstration.UseFiles(app);
            app.MapPortalAtRoot();
        },
    };

    /// <summary>What stories fill in: accounts and keys.</summary>
    private static Dictionary<string, string> WordsOf(DemoWorld world)
    {
        var words = new Dictionary<string, string>
        {
            ["operator"] = world.Operator.Id,
            ["operator-password"] = world.Operator.Password,
            ["party-key"] = world.PartyKey,
            ["operator-key"] = world.OperatorKey,
        };
        foreach ((int number, DemoAccount customer) in world.Customers.Index())
        {
            words[FormattableString.Invariant($"user{number + 1}")] = customer.Id;
            words[FormattableString.Invariant($"password{number + 1}")] = customer.Password;
        }

        return words;
    }

    /// <summary>A story holds its tokens itself.</summary>
    private sealed class EmptyTray : ITrayTokens
    {
        public IReadOnlyList<ITrayToken> All => [];
    }
}
