using System.Reflection;
using System.Text.Json;

namespace HwToken.Service.Portal.Web.Results;

/// <summary>What a post came to, as the page shows it afterwards: once, and again at every reload.</summary>
/// <param name="Status">HTTP status of the page.</param>
/// <param name="Notice">How it went; null when the page has nothing to tell.</param>
/// <param name="WrongFields">See <see cref="PortalPage.WrongFields"/>.</param>
/// <param name="EndsVisit">See <see cref="PortalPage.EndsVisit"/>.</param>
/// <param name="Kept">The page's own properties that say <see cref="KeptAttribute"/>.</param>
internal sealed record PostResult(int Status, Notice? Notice, IReadOnlyList<string> WrongFields, bool EndsVisit, IReadOnlyDictionary<string, JsonElement> Kept)
{
    /// <summary>The result that stands on a page.</summary>
    /// <param name="page">The page, after its handler.</param>
    /// <param name="status">Status that the handler chose.</param>
    public static PostResult Of(PortalPage page, int status)
    {
        // What went well is no 201 any more when it is looked at again.
        int shown = status < StatusCodes.Status300MultipleChoices ? StatusCodes.Status200OK : status;
        return new PostResult(
            shown,
            page.Notice,
            page.WrongFields,
            page.EndsVisit,
            Properties(page).ToDictionary(kept => kept.Name, kept => JsonSerializer.SerializeToElement(kept.GetValue(page), kept.PropertyType, ResultJson.Options)));
    }

    /// <summary>Puts the page's own properties back.</summary>
    /// <param name="page">The page, before its handler.</param>
    public void Restore(PortalPage page)
    {
        foreach (PropertyInfo kept in Properties(page))
        {
            if (Kept.TryGetValue(kept.Name, out JsonElement value))
            {
                kept.SetValue(page, value.Deserialize(kept.PropertyType, ResultJson.Options));
            }
        }
    }

    private static IEnumerable<PropertyInfo> Properties(PortalPage page) =>
        page.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.IsDefined(typeof(KeptAttribute)));
}
