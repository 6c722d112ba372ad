using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProjectCycle.Data.People;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class SignInModel(UserManager<User> users, SignIns signIns, UnknownAddresses unknown, Texts texts, Show show) : PageModel
{
    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty, DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public IActionResult OnGet(string? returnUrl) => User.Identity?.IsAuthenticated == true ? Onward(returnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (await users.FindByEmailAsync(Mail) is not { IsActive: true } user)
        {
            // The same work and the same answers as for somebody who is there.
            users.PasswordHasher.HashPassword(new User { DisplayName = "" }, Password);
            return Refuse(unknown.Try(Mail));
        }
        var result = await signIns.PasswordSignInAsync(user, Password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Onward(returnUrl) : Refuse(result.IsLockedOut ? user.LockoutEnd : null);
    }

    private PageResult Refuse(DateTimeOffset? lockedUntil)
    {
        ModelState.AddModelError("", lockedUntil is { } end
            ? texts["account.sign-in.locked", show.Clock(end.UtcDateTime)]
            : texts["account.sign-in.wrong"]);
        return Page();
    }

    private LocalRedirectResult Onward(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
