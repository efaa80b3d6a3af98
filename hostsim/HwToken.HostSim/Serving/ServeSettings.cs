using HwToken.HostSim.Demo;

namespace HwToken.HostSim.Serving;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Url">Loopback address, plain HTTP; port 0: any free one.</param>
/// <param name="Data">Data folder.</param>
/// <param name="Connection">Database; null for SQLite in the data folder.</param>
/// <param name="KeyFile">Key file; null for the one in the data folder.</param>
/// <param name="ServiceName">Name of the service in its receipts.</param>
/// <param name="ImportCertificates">PEM file of the certificates that sign PSKC files; null: no signature is demanded.</param>
/// <param name="IsDemo">Bank, tokens, accounts and clocks for a demonstration, in a folder of their own.</param>
/// <param name="Shortcuts">Of a demonstration; null: none.</param>
internal sealed record ServeSettings(
    Uri Url, string Data, string? Connection = null, string? KeyFile = null,
    string? ServiceName = null, string? ImportCertificates = null, bool IsDemo = false, DemoShortcuts? Shortcuts = null);
