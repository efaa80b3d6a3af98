namespace HwToken.HostSim.Portal.Web;

/// <summary>What this run of the program offers besides the public pages.</summary>
/// <param name="HasBank">The demonstration service is there.</param>
/// <param name="HasTokens">The token page is at <c>/</c>.</param>
/// <param name="HasTray">Virtual tokens and two clocks stand beside each page.</param>
internal sealed record PortalParts(bool HasBank, bool HasTokens, bool HasTray);
