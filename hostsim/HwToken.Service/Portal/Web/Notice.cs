namespace HwToken.Service.Portal.Web;

/// <summary>How something went. Shown by <c>_Notice.cshtml</c>; a screen reader says it first.</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>An error with its code, as people read it out to the desk.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Text">What it means, in the person's language.</param>
    /// <param name="CredentialId">The token that it is about; empty for none.</param>
    public sealed record Refused(string Code, string Text, string CredentialId = "") : Notice;

    /// <summary>An error without a code.</summary>
    /// <param name="Text">What is wrong and what to do, in the person's language.</param>
    public sealed record Bad(string Text) : Notice;

    /// <summary>It went well.</summary>
    /// <param name="Text">What was done, in the person's language.</param>
    public sealed record Good(string Text) : Notice;
}
