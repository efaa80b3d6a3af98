namespace HwToken.Pskc;

/// <summary>Why a seed file was refused.</summary>
public enum PskcError
{
    /// <summary>Not well-formed XML.</summary>
    NotXml,

    /// <summary>XML, but the document element is no PSKC KeyContainer of version 1.0.</summary>
    NotPskc,

    /// <summary>No format that is read here (<see cref="SeedFormat"/>).</summary>
    UnknownFormat,

    /// <summary>A line of a list has too few fields, or is too long.</summary>
    BadLine,

    /// <summary>A document type declaration: never needed in PSKC, often an attack.</summary>
    ForbiddenMarkup,

    /// <summary>Over a limit of <see cref="PskcLimits"/>.</summary>
    TooLarge,

    /// <summary>An element stands where the format has none, or in the wrong order.</summary>
    UnexpectedElement,

    /// <summary>A required element or attribute is missing.</summary>
    MissingElement,

    /// <summary>An element that may stand once stands twice.</summary>
    RepeatedElement,

    /// <summary>Base64 was due: padding, alphabet or trailing bits are wrong, or the text is hexadecimal.</summary>
    BadBase64,

    /// <summary>Hexadecimal digits or Base32 were due (lists in text).</summary>
    BadSecret,

    /// <summary>A number was due.</summary>
    BadNumber,

    /// <summary>A date in UTC (ending in Z) was due.</summary>
    BadDate,

    /// <summary>A text is empty, too long or holds control characters.</summary>
    BadText,

    /// <summary>Digits, period, counter or secret length are out of range.</summary>
    OutOfRange,

    /// <summary>Two key packages bear the same ID or serial number.</summary>
    DuplicateId,

    /// <summary>The key is neither HOTP nor TOTP.</summary>
    UnknownAlgorithm,

    /// <summary>The Suite names no known hash.</summary>
    UnknownSuite,

    /// <summary>A response format other than plain decimal digits.</summary>
    UnsupportedFormat,

    /// <summary>A policy that this reader cannot enforce (RFC 6030, 5: then the key must not be used).</summary>
    UnsupportedPolicy,

    /// <summary>An encryption, derivation or MAC method that is not read.</summary>
    UnsupportedEncryption,

    /// <summary>The file needs a pre-shared key or passphrase that was not given, or the other of the two.</summary>
    KeyRequired,

    /// <summary>The key or passphrase does not fit.</summary>
    WrongKey,

    /// <summary>An encrypted value without a MAC.</summary>
    MacMissing,

    /// <summary>A MAC does not match: wrong key, or the file was altered.</summary>
    MacWrong,

    /// <summary>A secret in clear where encryption was announced or demanded.</summary>
    PlainSecret,

    /// <summary>A certificate was given, the file is not signed.</summary>
    SignatureMissing,

    /// <summary>The signature does not fit the file and the certificate.</summary>
    SignatureInvalid,

    /// <summary>The signature has a form that is refused (what it covers, transforms, algorithms, key).</summary>
    SignatureUnsupported,

    /// <summary>The lot's count, first or last ID disagree with the key packages.</summary>
    LotMismatch,

    /// <summary>The file changed between two passes over it.</summary>
    ChangedWhileReading,
}
