using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HwToken.Service.Portal.Tags;

/// <summary>A form field as one tag.</summary>
public abstract class FieldTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>The page.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name and id of the field.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its label.</summary>
    public string Label { get; set; } = "";

    /// <summary>The page opens with the cursor here.</summary>
    public bool Focus { get; set; }

    private protected LocalText Text => ViewContext.HttpContext.RequestServices.GetRequiredService<LocalText>();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_Field", Judge(Describe())).ConfigureAwait(false));
    }

    /// <summary>After a refusal the cursor goes to what was wrong, wherever the page would have put it.</summary>
    private Field Judge(Field field) => ViewContext.HttpContext.Features.Get<PortalPage>() is { WrongFields: { Count: > 0 } wrong }
        ? field with { IsWrong = wrong.Contains(field.Name), HasFocus = wrong.Contains(field.Name) && Fields.TakesCursor(field.Name) }
        : field;

    private protected abstract Field Describe();
}
