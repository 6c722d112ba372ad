using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Account;

/// <summary>Words what ASP.NET Core Identity finds wrong.</summary>
internal static class IdentityFaults
{
    private static readonly DashedPaths Dashes = new();

    /// <summary>Adds the faults of <paramref name="result"/> to the input they are about.</summary>
    /// <param name="passwordField">Name of the password's input.</param>
    public static void Add(this ModelStateDictionary state, IdentityResult result, Texts texts, string passwordField)
    {
        foreach (var error in result.Errors.Where(error => error.Code != "DuplicateUserName")) // says the same as DuplicateEmail
        {
            var field = error.Code.StartsWith("Password", StringComparison.Ordinal) ? passwordField
                : error.Code.EndsWith("Email", StringComparison.Ordinal) ? "Input.Mail"
                : "";
            state.AddModelError(field, texts[$"refusal.{Dashes.TransformOutbound(error.Code)}", PasswordRules.MinLength]);
        }
    }
}
