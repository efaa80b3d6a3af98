namespace HwToken.HostSim.TokenPage;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Url">Loopback address, plain HTTP; port 0: any free one.</param>
/// <param name="Data">Folder that keeps the tokens between runs.</param>
internal sealed record ServeOptions(Uri Url, string Data);
