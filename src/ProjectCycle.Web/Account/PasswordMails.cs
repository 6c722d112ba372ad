using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Features.Mail;
using ProjectCycle.Web.Security;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Account;

/// <summary>Mails that carry a link to choose a password. The link names the address of the settings, never one from a request.</summary>
public sealed class PasswordMails(AppDbContext db, UserManager<User> users, Postbox postbox, Settings settings)
{
    /// <summary>For somebody who forgot their password.</summary>
    public async Task SendResetAsync(User user, CancellationToken cancellation)
    {
        postbox.PostSecret(db, user, new PasswordReset(user.DisplayName, await LinkAsync(user), IdentitySetup.LinkHours));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>For somebody an administrator has just added.</summary>
    public async Task SendWelcomeAsync(User user, CancellationToken cancellation)
    {
        postbox.PostSecret(db, user, new Welcome(user.DisplayName, await LinkAsync(user), IdentitySetup.LinkHours));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<string> LinkAsync(User user)
    {
        var token = await users.GeneratePasswordResetTokenAsync(user);
        var query = new Dictionary<string, string?> { ["user"] = user.Id.ToString(), ["token"] = token };
        return new Uri(settings.PublicUrl, QueryHelpers.AddQueryString("/account/reset-password", query)).AbsoluteUri;
    }
}
