namespace ProjectCycle.Domain.Language;

/// <summary>The languages of screens, mails and workbooks.</summary>
public static class Languages
{
    public const string English = "en";
    public const string Indonesian = "id";

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [Indonesian, English];

    /// <summary><paramref name="language"/> when the product speaks it, else Indonesian.</summary>
    public static string OrDefault(string? language) => language == English ? English : Indonesian;
}
