namespace ProjectCycle.Web.Language;

internal static class LanguageSetup
{
    public static void AddLanguage(this IServiceCollection services)
    {
        services.AddScoped<Viewer>();
        services.AddScoped<Show>();
        services.AddScoped<Texts>();
    }
}
