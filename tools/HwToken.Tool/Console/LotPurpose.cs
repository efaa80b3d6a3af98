namespace HwToken.Tool.Console;

/// <summary>What a command does with a lot, and so which options it has.</summary>
internal enum LotPurpose
{
    /// <summary>Changes it: needs its key, for the audit trail at least.</summary>
    Work,

    /// <summary>Looks at it, and at more with its key.</summary>
    Look,

    /// <summary>Looks at it and never needs its key.</summary>
    Glance,
}
