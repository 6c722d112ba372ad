namespace ProjectCycle.Web.Frame;

/// <summary>Where a list stands, for the partial <c>_Pager</c>. Links keep the whole query and change <c>page</c>.</summary>
public sealed record Pager(int Page, int PageSize, int Total)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public int First => Total == 0 ? 0 : ((Page - 1) * PageSize) + 1;
    public int Last => Math.Min(Total, Page * PageSize);

    /// <summary>The page numbers to offer; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var before = 0;
        foreach (var number in new[] { 1, Page - 1, Page, Page + 1, Pages }.Where(n => n >= 1 && n <= Pages).Distinct().Order())
        {
            if (number > before + 1)
                yield return 0;
            yield return before = number;
        }
    }
}

/// <summary>What a list says when it has nothing, for the partial <c>_Empty</c>: it teaches and offers the first action.</summary>
/// <param name="Icon">Name in Bootstrap Icons.</param>
/// <param name="Title">A sentence.</param>
/// <param name="Text">What will stand here, and how it gets here.</param>
/// <param name="Action">Word of the button; null where the person can do nothing.</param>
public sealed record EmptyState(string Icon, string Title, string Text, string? Action = null, string? Href = null);

/// <summary>A number that leads to the rows it counts, for the partial <c>_Tile</c>.</summary>
/// <param name="Tone">"", "ok", "warn" or "risk": the state colour of its icon.</param>
public sealed record Tile(string Label, string Value, string Href, string Icon, string Note = "", string Tone = "");
