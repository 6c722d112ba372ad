using System.Text;
using ProjectCycle.Domain;

namespace ProjectCycle.Web.Documents;

/// <summary>Lists that people bring as a text file.</summary>
internal static class TextUpload
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; refused with <c>days-not-text</c> when it is none in UTF-8, and with <paramref name="tooLarge"/> and the size in KiB.</summary>
    public static async Task<Outcome<string>> ReadAsync(IFormFile file, int maxSize, string tooLarge, CancellationToken cancellation)
    {
        if (file.Length > maxSize)
            return new Refusal(tooLarge, null, maxSize / 1024);
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict);
            var text = await reader.ReadToEndAsync(cancellation);
            return text.Contains('\0', StringComparison.Ordinal) ? new Refusal("days-not-text") : text;
        }
        catch (DecoderFallbackException)
        {
            return new Refusal("days-not-text");
        }
    }
}
