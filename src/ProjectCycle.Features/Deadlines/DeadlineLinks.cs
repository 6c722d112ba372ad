namespace ProjectCycle.Features.Deadlines;

/// <summary>Paths of the pages that mails point to. A test of the web project opens them.</summary>
public static class DeadlineLinks
{
    /// <summary>The reader's own open deadlines.</summary>
    public const string Mine = "/deadlines?mine=true";

    /// <summary>The deadlines of one project.</summary>
    public static string OfProject(string code) => $"/projects/{Uri.EscapeDataString(code)}/deadlines";
}
