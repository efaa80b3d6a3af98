using HwToken.Demo.Bank.Codes;
using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Demo.Guide;
using HwToken.Http;
using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo;

/// <summary>The sample bank, the tray and the guide, for a host that serves the validation service.</summary>
public sealed class Demonstration
{
    private readonly CustomerBook book;
    private readonly DemoClock clock;
    private readonly string bankKey;

    private Demonstration(DemoWorld world, CustomerBook book, DemoClock clock, string bankKey)
    {
        World = world;
        this.book = book;
        this.clock = clock;
        this.bankKey = bankKey;
    }

    /// <summary>Accounts, tokens and keys.</summary>
    public DemoWorld World { get; }

    /// <summary>What the demonstration adds to the portal.</summary>
    public static PageContribution Contribution { get; } = new()
    {
        Pages = typeof(Demonstration).Assembly,
        Sites = [BankPaths.Site],
        Styles = ["/demo-files/demo.css"],
        Links =
        [
            new PageLink(PageSpot.MenuStart, DemoWorld.GuidePath, "デモのはじめ方", "Where to begin"),
            new PageLink(PageSpot.Menu, BankPaths.Home, "みほん銀行", "Sample Bank"),
            new PageLink(PageSpot.OtherWays, BankPaths.SignIn, "みほん銀行にログイン", "Sign in at Sample Bank"),
            new PageLink(PageSpot.DeskMenu, BankPaths.Customers, "銀行のお客様", "Bank customers"),
        ],
        Parts =
        [
            new PagePart(PageSpot.Beside, "/Pages/_TrayBeside.cshtml"),
            new PagePart(PageSpot.Help, "/Bank/Pages/_WhyLink.cshtml"),
            new PagePart(PageSpot.ShutOut, "/Pages/_LetOperatorIn.cshtml"),
        ],
    };

    /// <summary>Lays the accounts out in an empty data folder.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="tokenIds">Credential IDs: three customers' tokens as <see cref="DemoWorld.Kinds"/> has them, then the operator's.</param>
    /// <param name="clock">The services' clock.</param>
    /// <param name="keys">API keys of the validation service.</param>
    /// <param name="passwordRounds">Rounds of the initial passwords' hashes.</param>
    /// <param name="readyIds">Credential IDs of more customers' tokens, active at the service: see <see cref="DemoWorld.ReadyIds"/>; null: none.</param>
    public static Demonstration LayOut(string data, IReadOnlyList<string> tokenIds, DemoClock clock, DemoKeys keys, int passwordRounds = PasswordHash.Rounds, IReadOnlyList<string>? readyIds = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var book = new CustomerBook(data, clock);
        return new Demonstration(DemoWorld.Create(tokenIds, keys, book, passwordRounds, readyIds ?? []), book, clock, keys.Bank);
    }

    /// <summary>Registers the services behind the pages.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="needs">What the host supplies.</param>
    public void AddTo(IServiceCollection services, DemoNeeds needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        services
            .AddSingleton(World)
            .AddSingleton(clock)
            .AddSingleton(needs)
            .AddSingleton(book)
            .AddSingleton<IReplacementFollower>(book)
            .AddSingleton(new ValidationClient(needs.Http, needs.Service, bankKey))
            .AddCookieSessions(BankSession.Scheme, BankPaths.Home, new MemoryTickets(BankSession.Scheme, TimeProvider.System, TimeSpan.FromMinutes(15)))
            .AddSingleton<Enrolment>()
            .AddSingleton<GuideProgress>()
            .AddScoped<Visit>();
    }

    /// <summary>Serves the demonstration's style sheets and scripts.</summary>
    /// <param name="app">The host.</param>
    public static void UseFiles(IApplicationBuilder app) => app.UseFilesOf(typeof(Demonstration).Assembly, "/demo-files");
}
