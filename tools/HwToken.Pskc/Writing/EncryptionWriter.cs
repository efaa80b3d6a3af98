using System.Globalization;
using HwToken.Pskc.Crypto;

namespace HwToken.Pskc.Writing;

/// <summary>Writes EncryptionKey, MACMethod and encrypted values.</summary>
internal static class EncryptionWriter
{
    public static void Header(CanonicalWriter xml, ContainerEncryptor encryptor, string keyName)
    {
        xml.Line();
        xml.Start("", Uris.Pskc, "EncryptionKey");
        xml.Line();
        if (encryptor.Derivation is null)
        {
            xml.Leaf("ds", Uris.DSig, "KeyName", keyName);
        }
        else
        {
            DerivedKey(xml, encryptor.Derivation, keyName);
        }

        xml.CloseOnNewLine();
        xml.Line();
        xml.Start("", Uris.Pskc, "MACMethod", ("Algorithm", encryptor.Mac.Uri));
        xml.Line();
        Encrypted(xml, "MACKey", encryptor.Method, encryptor.EncryptedMacKey());
        xml.CloseOnNewLine();
    }

    public static void Encrypted(CanonicalWriter xml, string name, CbcMethod method, byte[] cipher)
    {
        xml.Start("", Uris.Pskc, name);
        xml.Line();
        xml.Start("xenc", Uris.XEnc, "EncryptionMethod", ("Algorithm", method.Uri));
        xml.End();
        xml.Line();
        xml.Start("xenc", Uris.XEnc, "CipherData");
        xml.Leaf("xenc", Uris.XEnc, "CipherValue", Convert.ToBase64String(cipher));
        xml.End();
        xml.CloseOnNewLine();
    }

    /// <summary>The children of PBKDF2-params stand in no namespace: the one form that all known readers take.</summary>
    private static void DerivedKey(CanonicalWriter xml, Pbkdf2Parameters parameters, string keyName)
    {
        xml.Start("xenc11", Uris.XEnc11, "DerivedKey");
        xml.Line();
        xml.Start("xenc11", Uris.XEnc11, "KeyDerivationMethod", ("Algorithm", Uris.Pbkdf2));
        xml.Line();
        xml.Start("pkcs5", Uris.Pkcs5, "PBKDF2-params");
        xml.Start("", "", "Salt");
        xml.Leaf("", "", "Specified", Convert.ToBase64String(parameters.Salt));
        xml.End();
        xml.Leaf("", "", "IterationCount", parameters.Rounds.ToString(CultureInfo.InvariantCulture));
        xml.Leaf("", "", "KeyLength", parameters.KeyBytes!.Value.ToString(CultureInfo.InvariantCulture));
        if (parameters.Prf == MacMethod.HmacSha256.Hash)
        {
            xml.Start("", "", "PRF", ("Algorithm", Uris.HmacSha256));
            xml.End();
        }

        xml.End();
        xml.CloseOnNewLine();
        xml.Line();
        xml.Leaf("xenc11", Uris.XEnc11, "MasterKeyName", keyName);
        xml.CloseOnNewLine();
    }
}
