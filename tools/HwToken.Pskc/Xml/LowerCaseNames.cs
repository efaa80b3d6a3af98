using System.Collections.Frozen;

namespace HwToken.Pskc.Xml;

/// <summary>RFC 6030's names of elements, found by their spelling in lower case.</summary>
internal static class LowerCaseNames
{
    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "KeyContainer", "EncryptionKey", "KeyName", "DerivedKey", "KeyDerivationMethod", "PBKDF2-params", "Salt", "Specified", "IterationCount", "KeyLength", "PRF",
        "MasterKeyName", "DerivedKeyName", "CarriedKeyName", "ReferenceList", "MACMethod", "MACKey", "EncryptionMethod", "CipherData", "CipherValue",
        "KeyPackage", "DeviceInfo", "Manufacturer", "SerialNo", "Model", "IssueNo", "DeviceBinding", "StartDate", "ExpiryDate", "UserId", "CryptoModuleInfo", "Id",
        "Key", "Issuer", "AlgorithmParameters", "Suite", "ResponseFormat", "ChallengeFormat", "KeyProfileId", "KeyReference", "FriendlyName",
        "Data", "Secret", "Counter", "Time", "TimeInterval", "TimeDrift", "PlainValue", "EncryptedValue", "ValueMAC",
        "Policy", "PINPolicy", "KeyUsage", "NumberOfTransactions", "Extensions", "Signature",
    }.ToFrozenDictionary(name => name.ToLowerInvariant());

    public static string Canonical(string name) => Names.GetValueOrDefault(name, name);
}
