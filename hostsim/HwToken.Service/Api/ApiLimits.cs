namespace HwToken.Service.Api;

/// <summary>How much the API and the pages take from one client and for one credential, and how large a request may be.</summary>
internal sealed record ApiLimits
{
    /// <summary>Configuration section of the same numbers (environment: <c>HwToken__Limits__PerCredentialPerMinute</c> and so on).</summary>
    public const string Section = "Limits";

    /// <summary>Requests a second with one API key, or without a key from one address. Bursts of twice as many pass.</summary>
    public int PerClientPerSecond { get; init; } = 500;

    /// <summary>Forms a minute that pages take from one address (token test and reset, sign-ins, and what follows them); as many at
    /// once. A whole office may stand behind one address.</summary>
    public int PageFormsPerAddressPerMinute { get; init; } = 120;

    /// <summary>Requests a minute about one credential with one API key. A person makes two codes a minute; the lock stands behind this.</summary>
    public int PerCredentialPerMinute { get; init; } = 60;

    /// <summary>Connections open at once; more are closed at once. Each needs a file handle, and a process that has none left ends: a system that
    /// gives more than the usual 1,024 (<c>ulimit -n</c>) may have more here.</summary>
    public int Connections { get; init; } = 500;

    /// <summary>Bytes of a request with codes.</summary>
    public int MaxJsonBytes { get; init; } = 4096;

    /// <summary>Bytes of a seed file over REST: as many as every reader of the house takes, 200,000 credentials with long names. It waits on the disk, sealed.</summary>
    public long MaxImportBytes { get; init; } = Pskc.PskcLimits.DefaultMaxBytes;
}
