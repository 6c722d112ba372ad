using System.Globalization;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Language;

/// <summary>Finds out for each request who looks, in which language, and makes them the scope's current user.</summary>
internal sealed class Viewers(RequestDelegate next)
{
    public const string LanguageCookie = "pc-language";
    public const string ThemeCookie = "pc-theme";

    public Task InvokeAsync(HttpContext context, CurrentUser user, Viewer viewer)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            user.Become(PersonClaims.Read(context.User), context.Connection.RemoteIpAddress?.ToString() ?? "");
            viewer.Zone = PersonClaims.ZoneOf(context.User);
            viewer.UnitNames = PersonClaims.UnitNames(context.User);
        }
        viewer.Language = user.IsSignedIn ? user.Language : Wish(context.Request);
        viewer.Theme = Enum.TryParse<Theme>(context.Request.Cookies[ThemeCookie], ignoreCase: true, out var theme) ? theme : Theme.Auto;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(viewer.Language);
        return next(context);
    }

    /// <summary>Before sign-in: what was chosen here, else what the browser asks for, else Indonesian.</summary>
    private static string Wish(HttpRequest request)
    {
        if (request.Cookies[LanguageCookie] is { } chosen)
            return Languages.OrDefault(chosen);
        var asked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant());
        return asked.FirstOrDefault(Languages.All.Contains) ?? Languages.Indonesian;
    }
}
