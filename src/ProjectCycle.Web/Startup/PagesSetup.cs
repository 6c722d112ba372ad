using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Contracts;
using ProjectCycle.Web.Pages.Reminders;

namespace ProjectCycle.Web.Startup;

/// <summary>Razor Pages as this product uses them.</summary>
internal static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => SetAddresses(pages.Conventions))
            .AddMvcOptions(SetBinding)
            .AddMvcOptions(mvc => mvc.Filters.Add<OneConnection>())
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false); // faults come from the use cases
        services.AddScoped<ReminderWords>();
        services.AddScoped<LedgerChoices>();
        services.AddScoped<UploadSeal>();
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddAntiforgery(form => form.Cookie.Name = "pc-form");
        services.Configure<CookieTempDataProviderOptions>(temp => temp.Cookie.Name = "pc-flash");
    }

    private static void SetAddresses(PageConventionCollection pages)
    {
        pages.Add(new PageRouteTransformerConvention(new DashedPaths()));
        pages.AddPageRoute("/Deadlines/File", "projects/{code}/deadlines.ics");
        pages.AddPageRoute("/Projects/Ledger/WithdrawalForm", "projects/{code}/money/withdrawals/new");
        pages.AddPageRoute("/Partners/Edit", "partners/new"); // the form of a new row is that of an old one, empty
        pages.AddPageRoute("/Admin/Users/Edit", "admin/users/new");
        pages.AddPageRoute("/Admin/Units/Edit", "admin/units/new");
        pages.AddPageRoute("/Reminders/Policies/Edit", "reminders/policies/new");
        pages.AddPageRoute("/Projects/Ledger/Financing", "projects/{code}/money/agreements/new");
    }

    private static void SetBinding(MvcOptions mvc)
    {
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true; // use cases say what is required
        mvc.ModelMetadataDetailsProviders.Add(new EmptyTextStaysText());
        mvc.ModelBinderProviders.Insert(0, new NumberBinder());
        mvc.ModelBinderProviders.Insert(0, new TextBinder());
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Texts.Find("refusal.bad-value"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Texts.Find("refusal.bad-value"));
        messages.SetUnknownValueIsInvalidAccessor(_ => Texts.Find("refusal.bad-value"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Texts.Find("refusal.bad-value"));
        messages.SetValueIsInvalidAccessor(_ => Texts.Find("refusal.bad-value"));
        messages.SetValueMustBeANumberAccessor(_ => Texts.Find("refusal.bad-number"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Find("refusal.bad-number"));
        messages.SetValueMustNotBeNullAccessor(_ => Texts.Find("refusal.required"));
        messages.SetMissingBindRequiredValueAccessor(_ => Texts.Find("refusal.required"));
        messages.SetMissingKeyOrValueAccessor(() => Texts.Find("refusal.required"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Texts.Find("refusal.required"));
    }

    /// <summary>An input left blank arrives as an empty text, so that a form's texts are never null.</summary>
    private sealed class EmptyTextStaysText : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context) =>
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}

/// <summary>The page <c>Account/SignIn</c> has the address <c>/account/sign-in</c>.</summary>
internal sealed partial class DashedPaths : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) =>
        value?.ToString() is { } name ? WordEnd().Replace(name, "$1-$2").ToLowerInvariant() : null;

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordEnd();
}
