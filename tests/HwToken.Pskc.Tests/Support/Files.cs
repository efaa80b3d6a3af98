namespace HwToken.Pskc.Tests.Support;

/// <summary>Files in clear, written by hand for these tests.</summary>
internal static class Files
{
    /// <summary>The secret of RFC 4226, Appendix D.</summary>
    public const string RfcSecret = "12345678901234567890";

    public const string RfcSecretBase64 = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";

    public const string Hotp = "urn:ietf:params:xml:ns:keyprov:pskc:hotp";

    public const string Totp = "urn:ietf:params:xml:ns:keyprov:pskc:totp";

    /// <summary>One TOTP and one HOTP key.</summary>
    public static string Plain => Container(TotpPackage("HWTA00000001") + HotpPackage("HWHA00000002"));

    public static string Container(string inner, string attributes = "") =>
        $"""<?xml version="1.0" encoding="UTF-8"?><KeyContainer Version="1.0" Id="LOT-7" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"{attributes}>{inner}</KeyContainer>""";

    public static string TotpPackage(string id, string secret = $"<PlainValue>{RfcSecretBase64}</PlainValue>") =>
        $"""
        <KeyPackage>
          <DeviceInfo><Manufacturer>iana.hwtoken</Manufacturer><SerialNo>{id}</SerialNo><Model>HW-T</Model></DeviceInfo>
          <CryptoModuleInfo><Id>CM-1</Id></CryptoModuleInfo>
          <Key Id="{id}" Algorithm="{Totp}">
            <Issuer>HwToken</Issuer>
            <AlgorithmParameters><Suite>HMAC-SHA1</Suite><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data>
              <Secret>{secret}</Secret>
              <Time><PlainValue>0</PlainValue></Time>
              <TimeInterval><PlainValue>30</PlainValue></TimeInterval>
              <TimeDrift><PlainValue>-4</PlainValue></TimeDrift>
            </Data>
            <Policy><StartDate>2026-01-01T00:00:00Z</StartDate><ExpiryDate>2036-12-31T23:59:59Z</ExpiryDate><KeyUsage>OTP</KeyUsage></Policy>
          </Key>
        </KeyPackage>
        """;

    public static string HotpPackage(string id, string secret = $"<PlainValue>{RfcSecretBase64}</PlainValue>") =>
        $"""
        <KeyPackage>
          <DeviceInfo><Manufacturer>iana.hwtoken</Manufacturer><SerialNo>{id}</SerialNo></DeviceInfo>
          <Key Id="{id}" Algorithm="{Hotp}">
            <Issuer>HwToken</Issuer>
            <AlgorithmParameters><ResponseFormat Length="8" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data>
              <Secret>{secret}</Secret>
              <Counter><PlainValue>42</PlainValue></Counter>
            </Data>
          </Key>
        </KeyPackage>
        """;
}
