using System.Security.Cryptography.X509Certificates;
using HwToken.Validation.Rules;

namespace HwToken.Validation;

/// <summary>Where the validation service keeps its things, and by which numbers it judges.</summary>
public sealed record ValidationOptions
{
    /// <summary>Folder of the SQLite file, the key file and the receipt key. Made at first start; holds everything and nothing outside it.</summary>
    public string DataFolder { get; init; } = DefaultDataFolder;

    /// <summary>Connection string: PostgreSQL, SQLite, or null for the SQLite file of the data folder.</summary>
    public string? Connection { get; init; }

    /// <summary>Key file; null for <c>master.keys</c> in the data folder. Processes that share a database share the key file.</summary>
    public string? KeyFile { get; init; }

    /// <summary>File with the highest epoch that this host has seen; null for one beside the key file.</summary>
    public string? EpochFile { get; init; }

    /// <summary>What opening may make or change.</summary>
    public OpenMode Mode { get; init; }

    /// <summary>The database was put back from a copy, or may have been: no code that may have been accepted since is taken.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Windows and limits.</summary>
    public ValidationRules Rules { get; init; } = new();

    /// <summary>When set, a PSKC import must be signed by this certificate's key.</summary>
    public X509Certificate2? ImportCertificate { get; init; }

    /// <summary>When set, a PSKC import must be signed by the key of one of the certificates in this PEM file, which is read at every import.</summary>
    public string? ImportCertificateFile { get; init; }

    /// <summary>Name of this service in the receipts that it signs and in their certificate: 1 to 64 characters, no control characters.</summary>
    public string ServiceName { get; init; } = "HwToken validation";

    /// <summary>True time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The clock of sessions, which a demonstration does not set ahead with the codes' own.</summary>
    public TimeProvider SessionTime { get; init; } = TimeProvider.System;

    /// <summary>The folder under the user's local application data.</summary>
    public static string DefaultDataFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "HwToken");

    /// <summary>The key file that is used.</summary>
    public string KeyFilePath => KeyFile ?? Path.Combine(DataFolder, "master.keys");

    /// <summary>The epoch file that is used.</summary>
    public string EpochFilePath => EpochFile ?? KeyFilePath + ".epoch";
}
