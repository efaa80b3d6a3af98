namespace HwToken.Service.Portal.Web;

/// <summary>How much a form may bring. Memory takes the whole of it: what people post may be secret and never lies in a temporary file.</summary>
internal static class FormLimits
{
    /// <summary>Bytes of a form.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Bytes of a form with a PSKC file. Larger files go over REST.</summary>
    public const int MaxFileBytes = 4 << 20;

    /// <summary>Fields of a form.</summary>
    public const int MaxValues = 32;

    /// <summary>Characters of a field; no more are looked at.</summary>
    public const int MaxText = 64;
}
