namespace HwToken.Service.Portal.Contact;

/// <summary>Whom people call, and when: on every page that says "call". Set by environment variables (<c>HwToken__Contact__Telephone</c> and so on).</summary>
public sealed record ContactDesk
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Contact";

    /// <summary>Stands where no number was set: nobody can dial it.</summary>
    private const string ExampleTelephone = "0X-XXXX-XXXX";

    /// <summary>Name in Japanese.</summary>
    public string NameJapanese { get; init; } = "サービスデスク";

    /// <summary>Name in English.</summary>
    public string NameEnglish { get; init; } = "Service desk";

    /// <summary>Telephone number as people read it.</summary>
    public string Telephone { get; init; } = ExampleTelephone;

    /// <summary>When it is answered, in Japanese.</summary>
    public string HoursJapanese { get; init; } = "平日 9:00〜17:00(日本時間)";

    /// <summary>When it is answered, in English.</summary>
    public string HoursEnglish { get; init; } = "Monday to Friday, 9:00 to 17:00 Japan time (JST)";

    /// <summary>When it is not, in Japanese.</summary>
    public string HolidaysJapanese { get; init; } = "土・日・祝日、12月31日〜1月3日";

    /// <summary>When it is not, in English.</summary>
    public string HolidaysEnglish { get; init; } = "Weekends, public holidays in Japan, 31 December to 3 January";

    /// <summary>No number was set.</summary>
    public bool IsExample => Telephone == ExampleTelephone;

    /// <summary>What a telephone dials; null when the number is none.</summary>
    public string? Dialled => !IsExample && string.Concat(Telephone.Where(mark => char.IsAsciiDigit(mark) || mark == '+')) is { Length: > 2 } digits ? "tel:" + digits : null;
}
