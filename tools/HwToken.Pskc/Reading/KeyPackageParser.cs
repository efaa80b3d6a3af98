using HwToken.Pskc.Crypto;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads one KeyPackage (RFC 6030, 4), also as the drafts spelled it (Device, KeyId, KeyAlgorithm, Usage).</summary>
internal sealed class KeyPackageParser(XmlCursor cursor, DataParser data, ContainerDecryptor decryptor)
{
    private readonly ParametersParser parameters = new(cursor);

    /// <summary>A key bore a drift in seconds: see <see cref="KeyDraft.ToKey"/>.</summary>
    public bool DriftInSeconds { get; private set; }

    public PskcKey Package()
    {
        cursor.Key = null;
        using var key = new KeyDraft();
        try
        {
            return Package(key);
        }
        catch (PskcException e) when (e.Line is null)
        {
            throw cursor.Placed(e);
        }
    }

    private PskcKey Package(KeyDraft key)
    {
        bool hasKey = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "DeviceInfo":
                    DeviceInfo(key);
                    break;
                case "CryptoModuleInfo" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Key" when !hasKey:
                    hasKey = true;
                    Key(key);
                    break;
                case "Key":
                    throw cursor.Fail(PskcError.RepeatedElement, "a key package holds two keys");
                default:
                    throw cursor.Unexpected();
            }
        }

        return hasKey ? Finish(key) : throw cursor.Fail(PskcError.MissingElement, "a key package holds no key");
    }

    private void DeviceInfo(KeyDraft key)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor.IsPskc && PolicyParser.TryDate(cursor, key))
            {
                continue;
            }

            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Manufacturer" when key.Manufacturer is null:
                    key.Manufacturer = Values.OptionalText(cursor, "Manufacturer", cursor.Leaf());
                    break;
                case "SerialNo" when key.SerialNo is null:
                    key.SerialNo = Values.OptionalText(cursor, "SerialNo", cursor.Leaf());
                    cursor.Key ??= key.SerialNo;
                    break;
                case "Model" when key.Model is null:
                    key.Model = Values.OptionalText(cursor, "Model", cursor.Leaf());
                    break;
                case "IssueNo" or "DeviceBinding" or "UserId" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Manufacturer" or "SerialNo" or "Model":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one device");
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    private void Key(KeyDraft key)
    {
        string? id = (cursor.Attribute("Id") ?? cursor.Attribute("KeyId"))?.Trim();
        key.Id = !string.IsNullOrEmpty(id) ? Values.Text(cursor, "Key Id", id)
            : key.SerialNo ?? throw cursor.Fail(PskcError.MissingElement, "a key has neither an Id nor a serial number, so nobody can be given it");
        cursor.Key = key.Id;
        string algorithm = cursor.Attribute("Algorithm") ?? cursor.Attribute("KeyAlgorithm") ?? "";
        key.Algorithm = AlgorithmNames.Algorithm(algorithm.Trim())
            ?? throw cursor.Fail(PskcError.UnknownAlgorithm, "its algorithm is neither HOTP nor TOTP");
        bool hasData = false;
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            switch (cursor.IsPskc ? cursor.Name : "")
            {
                case "Issuer" when key.Issuer is null:
                    key.Issuer = Values.OptionalText(cursor, "Issuer", cursor.Leaf());
                    break;
                case "AlgorithmParameters" or "Usage":
                    parameters.Parameters(key);
                    break;
                case "Data" when !hasData:
                    hasData = true;
                    data.Data(key, decryptor);
                    break;
                case "Policy":
                    PolicyParser.Policy(cursor, key);
                    break;
                case "KeyProfileId" or "KeyReference" or "FriendlyName" or "UserId" or "Extensions" or "Extension":
                    cursor.Skip();
                    break;
                case "Issuer" or "Data":
                    throw cursor.Fail(PskcError.RepeatedElement, $"{cursor.Name} stands twice in one key");
                default:
                    throw cursor.Unexpected();
            }
        }
    }

    private PskcKey Finish(KeyDraft key)
    {
        if (key.Secret is null)
        {
            throw cursor.Fail(PskcError.MissingElement, "a key has no secret");
        }

        if (key.Digits is null)
        {
            throw cursor.Fail(PskcError.MissingElement, "a key does not say how many digits its codes have (ResponseFormat)");
        }

        if (key is { Algorithm: PskcAlgorithm.Totp, Interval: null })
        {
            throw cursor.Fail(PskcError.MissingElement, "a TOTP key has no TimeInterval; tokens of 30 and of 60 seconds exist, so none is assumed");
        }

        DriftInSeconds |= key.IsDriftInSeconds;

        if (key.HasUsage && !key.MayMakeCodes)
        {
            throw cursor.Fail(PskcError.UnsupportedPolicy, "the key's policy does not allow one-time passwords (KeyUsage OTP)");
        }

        return key.Start is null || key.Expiry is null || key.Start <= key.Expiry
            ? key.ToKey()
            : throw cursor.Fail(PskcError.BadDate, "a key expires before it starts");
    }
}
