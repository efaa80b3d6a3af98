using System.Collections.Frozen;
using System.Data.Common;
using HwToken.Core.Otp;
using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Storage.Attempts;

/// <summary>Reads a credential that a statement of an attempt returns, by the names of its columns. EF Core reads it everywhere else.</summary>
internal static class CredentialColumns
{
    /// <summary>Every stored property, in the order in which the statements ask for their columns.</summary>
    public static readonly string[] Properties =
    [
        nameof(Credential.Id), nameof(Credential.WrittenId), nameof(Credential.Lot), nameof(Credential.Type), nameof(Credential.Algorithm), nameof(Credential.Digits),
        nameof(Credential.PeriodSeconds), nameof(Credential.SecretKey), nameof(Credential.Secret), nameof(Credential.State), nameof(Credential.LockedAt),
        nameof(Credential.Failures), nameof(Credential.NextFactor), nameof(Credential.DriftOffset), nameof(Credential.DriftRate),
        nameof(Credential.DriftOffsetVariance), nameof(Credential.DriftCovariance), nameof(Credential.DriftRateVariance), nameof(Credential.DriftAt),
        nameof(Credential.PublicShift), nameof(Credential.PublicShiftAt), nameof(Credential.RestoredAt),
        nameof(Credential.ImportedAt), nameof(Credential.ActivatedAt), nameof(Credential.LastSuccessAt), nameof(Credential.NotBefore),
        nameof(Credential.NotAfter), nameof(Credential.ReplacedBy), nameof(Credential.Holder), nameof(Credential.AuditSeq), nameof(Credential.AuditHead),
        nameof(Credential.IsOperators), nameof(Credential.RecentFailures), nameof(Credential.Mac),
    ];

    /// <summary>The columns, for SELECT and RETURNING.</summary>
    public static readonly string List = string.Join(", ", Properties.Select(ColumnNames.Of));

    private static readonly FrozenDictionary<string, int> Places = Properties.Index().ToFrozenDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);

    /// <summary>Reads the row that the reader stands on.</summary>
    public static Credential Read(DbDataReader row)
    {
        return new Credential
        {
            Id = Text(nameof(Credential.Id)),
            WrittenId = Text(nameof(Credential.WrittenId)),
            Lot = Text(nameof(Credential.Lot)),
            Type = (OtpType)Int(nameof(Credential.Type)),
            Algorithm = (OtpAlgorithm)Int(nameof(Credential.Algorithm)),
            Digits = Int(nameof(Credential.Digits)),
            PeriodSeconds = Int(nameof(Credential.PeriodSeconds)),
            SecretKey = Int(nameof(Credential.SecretKey)),
            Secret = Bytes(nameof(Credential.Secret)),
            State = (CredentialState)Int(nameof(Credential.State)),
            LockedAt = Long(nameof(Credential.LockedAt)),
            Failures = Int(nameof(Credential.Failures)),
            NextFactor = Long(nameof(Credential.NextFactor)),
            DriftOffset = Double(nameof(Credential.DriftOffset)),
            DriftRate = Double(nameof(Credential.DriftRate)),
            DriftOffsetVariance = Double(nameof(Credential.DriftOffsetVariance)),
            DriftCovariance = Double(nameof(Credential.DriftCovariance)),
            DriftRateVariance = Double(nameof(Credential.DriftRateVariance)),
            DriftAt = Long(nameof(Credential.DriftAt)),
            PublicShift = Double(nameof(Credential.PublicShift)),
            PublicShiftAt = Long(nameof(Credential.PublicShiftAt)),
            RestoredAt = Long(nameof(Credential.RestoredAt)),
            ImportedAt = Long(nameof(Credential.ImportedAt)),
            ActivatedAt = Long(nameof(Credential.ActivatedAt)),
            LastSuccessAt = Long(nameof(Credential.LastSuccessAt)),
            NotBefore = Long(nameof(Credential.NotBefore)),
            NotAfter = Long(nameof(Credential.NotAfter)),
            ReplacedBy = Text(nameof(Credential.ReplacedBy)),
            Holder = Text(nameof(Credential.Holder)),
            AuditSeq = Long(nameof(Credential.AuditSeq)),
            AuditHead = Bytes(nameof(Credential.AuditHead)),
            IsOperators = row.GetBoolean(Places[nameof(Credential.IsOperators)]),
            RecentFailures = Bytes(nameof(Credential.RecentFailures)),
            Mac = Bytes(nameof(Credential.Mac)),
        };

        string Text(string property) => row.GetString(Places[property]);
        int Int(string property) => row.GetInt32(Places[property]);
        long Long(string property) => row.GetInt64(Places[property]);
        double Double(string property) => row.GetDouble(Places[property]);
        byte[] Bytes(string property) => row.GetFieldValue<byte[]>(Places[property]);
    }
}
