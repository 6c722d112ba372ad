using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects;

namespace ProjectCycle.Web.Startup;

/// <summary>Binds amounts and percentages as <see cref="AmountText"/> reads them; what was typed stays in the input when it is no number.</summary>
internal sealed class NumberBinder : IModelBinder, IModelBinderProvider
{
    /// <summary>How an input shows a number, so that it reads back as the same.</summary>
    public const string Format = "{0:#,0.##########}";

    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var typed = given.FirstValue ?? "";
        if (AmountText.ReadNumber(typed) is { } number)
            bindingContext.Result = ModelBindingResult.Success(number);
        else if (string.IsNullOrWhiteSpace(typed) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Texts.Find("refusal.bad-number"));
        return Task.CompletedTask;
    }
}
