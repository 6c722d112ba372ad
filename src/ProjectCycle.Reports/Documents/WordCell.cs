namespace ProjectCycle.Reports.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Share">Its part of the page's width, beside the shares of the others.</param>
/// <param name="IsNumber">Aligned to the right.</param>
internal sealed record WordColumn(string Head, int Share, bool IsNumber = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says; line ends stay.</param>
internal sealed record WordCell(string Text)
{
    /// <summary>A second, quieter line; blank for none.</summary>
    public string Note { get; init; } = "";

    public bool IsBold { get; init; }

    /// <summary>Fill colour as RRGGBB; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>Text colour as RRGGBB; null for the page's own.</summary>
    public string? Color { get; init; }

    /// <summary>How many columns it takes.</summary>
    public int Span { get; init; } = 1;

    public static implicit operator WordCell(string text) => new(text);
}
