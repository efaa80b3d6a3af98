namespace HwToken.HostSim.Portal.Desk;

/// <summary>An operator who has signed in with password and code.</summary>
/// <param name="Name">The operator's name.</param>
internal sealed record DeskSession(string Name)
{
    /// <summary>Name in the audit.</summary>
    public string Actor => "desk:" + Name;
}
