using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Services;

/// <summary>A form of a page, filled in as a person without scripts would.</summary>
internal static class ServiceForm
{
    /// <summary>The form that has all the fields.</summary>
    /// <param name="page">The page.</param>
    /// <param name="at">The step, for messages.</param>
    /// <param name="fields">What is filled in.</param>
    public static (IHtmlFormElement Form, IReadOnlyList<KeyValuePair<string, string>> Values) Fill(IHtmlDocument page, ScenarioNode at, IReadOnlyDictionary<string, string> fields)
    {
        IHtmlFormElement[] forms = [.. page.Forms];
        IHtmlFormElement form = Array.Find(forms, one => fields.Keys.All(Names(one).Contains)) ?? throw at.Wrong(Missing(forms, fields));
        var values = Defaults(form).Where(pair => !fields.ContainsKey(pair.Key)).Concat(fields).ToArray();
        return (form, values);
    }

    private static string Missing(IHtmlFormElement[] forms, IReadOnlyDictionary<string, string> fields)
    {
        if (forms.Length == 0)
        {
            return "the page has no form";
        }

        string[] known = [.. forms.SelectMany(Names).Distinct()];
        string unknown = fields.Keys.FirstOrDefault(field => !known.Contains(field)) ?? string.Join(" with ", fields.Keys);
        string near = NearWord.Of(unknown, known) is { } word ? $"; did you mean '{word}'?" : ";";
        return $"no form of the page has the field '{unknown}'{near} its fields are {string.Join(", ", known)}";
    }

    private static HashSet<string> Names(IHtmlFormElement form) => [.. form.Elements.Select(element => element.GetAttribute("name") ?? "").Where(name => name.Length > 0)];

    private static IEnumerable<KeyValuePair<string, string>> Defaults(IHtmlFormElement form)
    {
        foreach (IElement element in form.Elements)
        {
            string name = element.GetAttribute("name") ?? "";
            string? value = element switch
            {
                _ when name.Length == 0 || element.HasAttribute("disabled") => null,
                IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => null,
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement choice => choice.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return new KeyValuePair<string, string>(name, value);
            }
        }
    }
}
