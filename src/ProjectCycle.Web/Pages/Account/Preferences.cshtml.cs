using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Language;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Account;

/// <summary>Language and theme. The switches of the top bar post here too, also before sign-in.</summary>
[AllowAnonymous]
public sealed class PreferencesModel(UserManager<User> users, SignIns signIns) : PageModel
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : Challenge();

    public async Task<IActionResult> OnPostLanguageAsync(string language, string? returnUrl)
    {
        language = Languages.OrDefault(language);
        Keep(Viewers.LanguageCookie, language);
        if (await users.GetUserAsync(User) is { } user && user.Language != language)
        {
            user.Language = language;
            await users.UpdateAsync(user);
            await signIns.RefreshSignInAsync(user);
        }
        return Back(returnUrl);
    }

    public IActionResult OnPostTheme(Theme theme, string? returnUrl)
    {
        Keep(Viewers.ThemeCookie, theme.ToString());
        return Back(returnUrl);
    }

    private void Keep(string cookie, string value) =>
        Response.Cookies.Append(cookie, value, new CookieOptions { MaxAge = KeptFor, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = Request.IsHttps });

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
