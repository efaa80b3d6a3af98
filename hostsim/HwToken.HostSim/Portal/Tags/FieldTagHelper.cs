using HwToken.HostSim.Portal.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HwToken.HostSim.Portal.Tags;

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

    private protected Say Say => ViewContext.HttpContext.RequestServices.GetRequiredService<Say>();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_Field", Describe()).ConfigureAwait(false));
    }

    private protected abstract Field Describe();
}
