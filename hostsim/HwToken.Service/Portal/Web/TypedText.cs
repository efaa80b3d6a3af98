using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HwToken.Service.Portal.Web;

/// <summary>Binds a handler's text parameters: empty when nothing came, and no longer than <see cref="FormLimits.MaxText"/>.</summary>
internal sealed class TypedText : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        string text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue ?? "";
        bindingContext.Result = ModelBindingResult.Success(text.Length <= FormLimits.MaxText ? text : text[..FormLimits.MaxText]);
        return Task.CompletedTask;
    }
}
