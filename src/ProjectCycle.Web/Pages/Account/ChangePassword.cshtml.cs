using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Data.People;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Account;

public sealed class ChangePasswordModel(UserManager<User> users, SignIns signIns, Texts texts) : PageModel
{
    [BindProperty, DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [BindProperty, DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        var result = await users.ChangePasswordAsync(user, Current, Password);
        if (result.Errors.Any(error => error.Code == "PasswordMismatch"))
            ModelState.AddModelError(nameof(Current), texts["refusal.password-mismatch"]);
        else
            ModelState.Add(result, texts, nameof(Password));
        if (!result.Succeeded)
            return Page();
        await signIns.RefreshSignInAsync(user); // signed in elsewhere with the old password: out within a minute
        TempData.FlashDone(texts["account.change.done"]);
        return RedirectToPage("Preferences");
    }
}
