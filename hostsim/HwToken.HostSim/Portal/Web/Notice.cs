using HwToken.Validation.Errors;

namespace HwToken.HostSim.Portal.Web;

/// <summary>How something went. Shown by <c>_Notice.cshtml</c>; a screen reader says it first.</summary>
internal abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>An error with its code, as people read it out to the desk.</summary>
    /// <param name="What">The error.</param>
    /// <param name="CredentialId">The token that it is about; empty for none.</param>
    internal sealed record Error(ServiceError What, string CredentialId = "") : Notice;

    /// <summary>An error without a code.</summary>
    internal sealed record Bad(string Text) : Notice;

    /// <summary>It went well.</summary>
    internal sealed record Good(string Text) : Notice;
}
