namespace ProjectCycle.Features;

/// <summary>One page of rows and how many there are in all.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Page, int PageSize)
{
    /// <summary>At least 1.</summary>
    public int Pages => Paging.Pages(Total, PageSize);
}

/// <summary>Which page to show.</summary>
public static class Paging
{
    /// <summary>The page asked for; the last one when it asks for more than there are.</summary>
    public static int Shown(int asked, int pageSize, int total) => Math.Clamp(asked, 1, Pages(total, pageSize));

    internal static int Pages(int total, int pageSize) => Math.Max(1, (total + pageSize - 1) / pageSize);
}
