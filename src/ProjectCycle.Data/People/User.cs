using Microsoft.AspNetCore.Identity;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Data.People;

/// <summary>A person who signs in with their mail address. ASP.NET Core Identity keeps password and lockout.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString();
    }

    public required string DisplayName { get; set; }

    /// <summary>"id" or "en": screens, mails and workbooks.</summary>
    public string Language { get; set; } = Languages.Indonesian;

    /// <summary>False once the person has left: no sign-in, no mail; the history keeps the name.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Name and address in lower case: a stored column, so that search means the same on every database.</summary>
    public string SearchText
    {
        get => $"{DisplayName} {Email}".ToLowerInvariant();
        private set { }
    }

    public List<UserRole> Roles { get; } = [];
    public List<UnitMembership> Units { get; } = [];
    public List<AgreementAccess> Agreements { get; } = [];
}
