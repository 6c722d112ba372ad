namespace ProjectCycle.Domain.Language;

/// <summary>A text in the product's two languages. Both are always there; a third language is a new property and a new file.</summary>
/// <param name="En">English.</param>
/// <param name="Id">Indonesian.</param>
public sealed record LocalText(string En, string Id)
{
    /// <summary>No text in either language.</summary>
    public static LocalText Empty { get; } = new("", "");

    /// <summary>What people wrote in whatever language they did.</summary>
    public static LocalText AsWritten(string text) => new(text, text);

    /// <summary>True when neither language says anything.</summary>
    public bool IsEmpty => En.Length == 0 && Id.Length == 0;

    /// <summary>The text in <paramref name="language"/> ("en" or "id"); the other language where this one is blank.</summary>
    public string In(string language) =>
        language == Languages.English ? (En.Length > 0 ? En : Id) : (Id.Length > 0 ? Id : En);
}
