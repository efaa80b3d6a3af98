using System.Text.Json.Serialization;

namespace HwToken.Service.Portal.Web;

/// <summary>How something went, in both languages: a person who changes the language reads the same. Shown by <c>_Notice.cshtml</c>; a screen reader says it first.</summary>
[JsonDerivedType(typeof(Refused), "r")]
[JsonDerivedType(typeof(Bad), "b")]
[JsonDerivedType(typeof(Good), "g")]
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>An error with its code, as people read it out to the desk.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Japanese">What it means.</param>
    /// <param name="English">What it means.</param>
    /// <param name="CredentialId">The token that it is about; empty for none.</param>
    public sealed record Refused(string Code, string Japanese, string English, string CredentialId = "") : Notice
    {
        /// <summary>Wrong codes that may still follow before the lock; null for whoever must not know it, or where it does not matter.</summary>
        public int? TriesLeft { get; init; }
    }

    /// <summary>An error without a code.</summary>
    /// <param name="Japanese">What is wrong and what to do.</param>
    /// <param name="English">What is wrong and what to do.</param>
    public sealed record Bad(string Japanese, string English) : Notice;

    /// <summary>It went well.</summary>
    /// <param name="Japanese">What was done.</param>
    /// <param name="English">What was done.</param>
    public sealed record Good(string Japanese, string English) : Notice;
}
