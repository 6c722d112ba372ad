using Microsoft.AspNetCore.Identity;
using ProjectCycle.Data.People;

namespace ProjectCycle.Web.Security;

/// <summary>Refuses passwords that are long enough and still guessed first: common ones, and those made of the person's own name.</summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public const int MinLength = 12;

    /// <summary>Shorter parts of a name occur in honest passwords too.</summary>
    private const int ShortestNamePart = 4;

    /// <summary>What must remain of a password when common words are taken out.</summary>
    private const int OwnCharacters = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var plain = (password ?? "").ToLowerInvariant();
        var faults = new List<IdentityError>();
        if (WithoutCommonWords(plain).Length < OwnCharacters)
            faults.Add(new IdentityError { Code = "PasswordCommon" });
        if (NameParts(user).Any(plain.Contains))
            faults.Add(new IdentityError { Code = "PasswordContainsName" });
        return Task.FromResult(faults.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. faults]));
    }

    private static string WithoutCommonWords(string password) =>
        CommonPasswords.LongestFirst.Aggregate(password, (rest, common) => rest.Replace(common, "", StringComparison.Ordinal));

    private static IEnumerable<string> NameParts(User user) =>
        $"{user.DisplayName} {user.Email?.Split('@')[0]}"
            .ToLowerInvariant()
            .Split([' ', '.', '-', '_', ',', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= ShortestNamePart);
}
