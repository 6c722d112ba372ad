using System.ComponentModel.DataAnnotations;
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

/// <summary>Where the link of a mail leads: a new password for who forgot theirs, the first for who is new.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class ResetPasswordModel(UserManager<User> users, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty, DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByIdAsync(UserId.ToString());
        var result = user is { IsActive: true }
            ? await users.ResetPasswordAsync(user, Token, Password)
            : IdentityResult.Failed(users.ErrorDescriber.InvalidToken());
        if (!result.Succeeded)
        {
            ModelState.Add(result, texts, nameof(Password));
            return Page();
        }
        await users.SetLockoutEndDateAsync(user!, null); // who holds the mail box need not wait
        TempData.FlashDone(texts["account.reset.done"]);
        return RedirectToPage("SignIn");
    }
}
