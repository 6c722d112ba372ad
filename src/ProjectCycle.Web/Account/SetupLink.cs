using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Account;

/// <summary>
/// The link that makes the first administrator. It is sealed with the key ring of the database, so any node can check it, and
/// it is good only while there is nobody: using it once ends it.
/// </summary>
public sealed class SetupLink(IDataProtectionProvider protection, Settings settings)
{
    private const string Content = "first administrator";
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("setup-link").ToTimeLimitedDataProtector();

    /// <summary>A link that is good for a day.</summary>
    public Uri Make() => new(settings.PublicUrl, $"/setup?token={_protector.Protect(Content, TimeSpan.FromHours(24))}");

    /// <summary>True for the token of a link made here within the last day.</summary>
    public bool IsGood(string? token)
    {
        try
        {
            return !string.IsNullOrEmpty(token) && _protector.Unprotect(token) == Content;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
