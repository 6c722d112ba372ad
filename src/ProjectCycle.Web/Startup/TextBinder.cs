using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Domain;

namespace ProjectCycle.Web.Startup;

/// <summary>Binds texts with the line ends of <see cref="Fields.Lines"/>: browsers send others than anything else does.</summary>
internal sealed class TextBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        bindingContext.Result = ModelBindingResult.Success(Fields.Lines(given.FirstValue ?? ""));
        return Task.CompletedTask;
    }
}
