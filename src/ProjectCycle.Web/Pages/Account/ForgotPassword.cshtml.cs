using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProjectCycle.Data.People;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class ForgotPasswordModel(UserManager<User> users, PasswordMails mails, Texts texts) : PageModel
{
    [BindProperty]
    public string Mail { get; set; } = "";

    /// <summary>Answers the same whether the address is known or not.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await users.FindByEmailAsync(Mail) is { IsActive: true } user)
            await mails.SendResetAsync(user, cancellation);
        TempData.FlashDone(texts["account.forgot.done"]);
        return RedirectToPage("SignIn");
    }
}
