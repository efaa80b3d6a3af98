using HwToken.Pskc;

namespace HwToken.Service.Portal.Web;

/// <summary>How much a form may bring. Memory takes the whole of it; only a seed file waits on the disk, sealed (<see cref="SealedFormAttribute"/>): what people post may be secret.</summary>
internal static class FormLimits
{
    /// <summary>Bytes of a form.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Bytes of a form with a seed file: as much as every reader of the house takes, and the form around it.</summary>
    public const long MaxFileBytes = PskcLimits.DefaultMaxBytes + MaxBytes;

    /// <summary>Fields of a form.</summary>
    public const int MaxValues = 32;

    /// <summary>Characters of a field; no more are looked at.</summary>
    public const int MaxText = 64;
}
