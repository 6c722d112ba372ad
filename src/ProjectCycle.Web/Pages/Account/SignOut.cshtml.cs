using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Account;

public sealed class SignOutModel(SignIns signIns) : PageModel
{
    /// <summary>A link cannot sign anybody out; only the button can.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.SignOutAsync();
        return RedirectToPage("SignIn");
    }
}
