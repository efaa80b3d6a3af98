using System.Globalization;

namespace HwToken.Service.Portal.Web;

/// <summary>Moments as people read them: in the zone of the place that the service is for, with the zone's name. Exports have UTC.</summary>
public sealed class LocalTime
{
    /// <summary>Name of the setting (<c>HwToken__TimeZone</c>).</summary>
    public const string Setting = "TimeZone";

    /// <summary>Japan, which the pages' first readers live in; it has no summer time.</summary>
    public const string Default = "Asia/Tokyo";

    private static readonly TimeSpan JapanOffset = TimeSpan.FromHours(9);

    private readonly TimeZoneInfo zone;

    /// <summary>Chooses the zone.</summary>
    /// <param name="zoneId">IANA name, such as <c>Asia/Tokyo</c> or <c>UTC</c>.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public LocalTime(string zoneId)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out TimeZoneInfo? found))
        {
            zone = found;
        }
        else
        {
            // A machine without a table of zones knows Japan all the same.
            zone = zoneId == Default
                ? TimeZoneInfo.CreateCustomTimeZone(Default, JapanOffset, "JST", "JST")
                : throw new ArgumentException($"HwToken__TimeZone is '{zoneId}', which is no time zone here. Give an IANA name such as Asia/Tokyo or UTC.", nameof(zoneId));
        }
    }

    /// <summary>A moment to the second with its zone; a dash when there is none.</summary>
    /// <param name="moment">The moment.</param>
    public string Moment(DateTimeOffset? moment) => moment is { } at ? $"{Bare(at)} {Zone(at)}" : "-";

    /// <summary>A moment to the second, where the heading names the zone.</summary>
    /// <param name="at">The moment.</param>
    public string Bare(DateTimeOffset at) => Here(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The day, as figures.</summary>
    /// <param name="at">A moment of the day.</param>
    public string Day(DateTimeOffset at) => Here(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in words; a dash when there is none.</summary>
    /// <param name="text">The reader's language.</param>
    /// <param name="moment">A moment of the day.</param>
    public string Day(LocalText text, DateTimeOffset? moment)
    {
        ArgumentNullException.ThrowIfNull(text);
        return moment is not { } at
            ? "-"
            : text.In(Here(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture), Here(at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary>The hour and minute with the zone.</summary>
    /// <param name="at">The moment.</param>
    public string Minute(DateTimeOffset at) => $"{Here(at).ToString("HH:mm", CultureInfo.InvariantCulture)} {Zone(at)}";

    /// <summary>The zone's name at a moment: <c>JST</c>, <c>UTC</c>, else how far it is off: <c>UTC+02:00</c>.</summary>
    /// <param name="at">The moment: summer time has another.</param>
    public string Zone(DateTimeOffset at)
    {
        TimeSpan off = Here(at).Offset;
        return zone.Id == Default ? "JST" : off == TimeSpan.Zero ? "UTC" : $"UTC{(off < TimeSpan.Zero ? '-' : '+')}{off:hh\\:mm}";
    }

    private DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
