using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Documents;

/// <summary>
/// Seals what is known of an upload between its check and its import: the file waits in the store, and the form carries a note of which
/// file it was, that only this person can hand back, on this project, for two hours.
/// </summary>
public sealed class UploadSeal(IDataProtectionProvider protection, CurrentUser me)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("upload").ToTimeLimitedDataProtector();

    /// <summary>The note.</summary>
    /// <param name="purpose">What the upload is for.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="facts">What is to be known again.</param>
    public string Seal(string purpose, Guid projectId, params string[] facts) =>
        _seal.Protect(JsonSerializer.Serialize<string[]>([purpose, $"{projectId}", $"{me.Id}", .. facts]), Patience);

    /// <summary>The facts; null for a note that is too old, of somebody else, of another project or for something else.</summary>
    public string[]? Open(string purpose, Guid projectId, string? note)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(_seal.Unprotect(note ?? "")) is [var of, var project, var person, .. var facts]
                && of == purpose && project == $"{projectId}" && person == $"{me.Id}"
                    ? facts
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
