using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using HwToken.Validation.Import;

namespace HwToken.HostSim.Serving;

/// <summary>
/// Customers of the demonstration's bank who can sign in at once, for test suites: their TOTP tokens stand in a pool of the simulator's API, are active at
/// the service and registered at the bank, each under its own credential ID as the user ID.
/// </summary>
internal sealed class ReadyCustomers
{
    /// <summary>Name of their tokens' pool.</summary>
    public const string Pool = "bank";

    /// <summary>Most of them.</summary>
    public const int Most = 1000;

    private const int SecretBytes = 20;

    private readonly FleetToken[] tokens;

    private ReadyCustomers(FleetToken[] tokens) => this.tokens = tokens;

    /// <summary>Credential IDs of their tokens, and their user IDs.</summary>
    public IReadOnlyList<string> Ids => [.. tokens.Select(token => token.Id)];

    /// <summary>Thinks up their tokens.</summary>
    /// <param name="count">How many; zero: nobody.</param>
    public static ReadyCustomers New(int count)
    {
        var parameters = new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0);
        return new([.. Enumerable.Range(1, count).Select(number => new FleetToken(string.Create(CultureInfo.InvariantCulture, $"VSMT{number:D8}"), parameters, RandomNumberGenerator.GetBytes(SecretBytes)))]);
    }

    /// <summary>Makes their tokens known to the service, active.</summary>
    public Task ImportAsync(ISeedImporter importer, CancellationToken cancel) => tokens.Length == 0
        ? Task.CompletedTask
        : DemoTokens.ImportAsync(importer, [.. tokens.Select(token => (token.Parameters.Type, token.Id, token.Secret.ToArray()))], activate: true, cancel);

    /// <summary>Puts their tokens into the pool.</summary>
    public Task AddToAsync(LeaseDesk desk) => tokens.Length == 0 ? Task.CompletedTask : desk.AddAsync(Pool, tokens);
}
