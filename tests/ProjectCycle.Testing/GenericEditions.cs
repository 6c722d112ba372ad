namespace ProjectCycle.Testing;

/// <summary>Texts of the general template as somebody might upload them.</summary>
public static class GenericEditions
{
    /// <summary>Asked for by the later edition only.</summary>
    public const string AddedCondition = "has-letter-of-intent";

    /// <summary>Asked for by the first edition only.</summary>
    public const string RemovedCondition = "fits-partner-programme";

    /// <summary>A deadline of the first stage, 40 days after it began, that only the later edition has.</summary>
    public const string AddedRule = "partner-answers";

    /// <summary>The shipped text.</summary>
    public static string First { get; } = World.Templates.Loaded.Single(l => l.Template is { Id: "generic", Version: 1 }).Text;

    /// <summary>The same with another version number.</summary>
    public static string Numbered(int version) => Replaced(First, "version: 1\n", $"version: {version}\n");

    /// <summary>Another gate out of the first stage, one more deadline in it, and a second stage that is expected to be shorter.</summary>
    public static string Later(int version = 2)
    {
        var text = Numbered(version);
        var start = text.IndexOf($"      - code: {RemovedCondition}\n", StringComparison.Ordinal);
        var end = text.IndexOf("      - code: has-lead-partner\n", StringComparison.Ordinal);
        text = string.Concat(text.AsSpan(0, start), $$"""
                  - code: {{AddedCondition}}
                    kind: document
                    subject: letter-of-intent
                    text: { en: "The letter of intent is attached.", id: "Pernyataan kehendak sudah dilampirkan." }
                    suppliedBy: [staff]

            """.ReplaceLineEndings("\n"), text.AsSpan(end));
        text = Replaced(text, "      - code: concept-note-due\n", $$"""
                  - code: {{AddedRule}}
                    name: { en: "The partner answers", id: "Mitra menjawab" }
                    days: 40
                  - code: concept-note-due

            """.ReplaceLineEndings("\n"));
        return Replaced(text, "expectedDays: 365 ", "expectedDays: 300 ");
    }

    /// <summary>Replaces what must be there.</summary>
    public static string Replaced(string text, string what, string by) => text.Contains(what, StringComparison.Ordinal)
        ? text.Replace(what, by, StringComparison.Ordinal)
        : throw new ArgumentException($"'{what}' is not in the text.", nameof(what));
}
