namespace ProjectCycle.Web.Frame;

/// <summary>A step of the breadcrumb.</summary>
/// <param name="Href">Address; null for text alone.</param>
public sealed record Crumb(string Text, string? Href);

/// <summary>What a page tells the frame around it: <c>Frame.Title = …; Frame.Crumb(T["nav.projects"], "/projects");</c></summary>
public sealed class PageFrame
{
    /// <summary>The page's heading, which is also what the browser's tab says.</summary>
    public string Title { get; set; } = "";

    /// <summary>The steps above this page, without Home and without the page itself.</summary>
    public List<Crumb> Crumbs { get; } = [];

    /// <summary>Adds a step.</summary>
    public void Crumb(string text, string? href = null) => Crumbs.Add(new Crumb(text, href));
}
