using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Web.Language;

/// <summary>Light, dark, or as the person's computer is set.</summary>
public enum Theme
{
    Auto,
    Light,
    Dark,
}

/// <summary>How the person of this request wants to see things. What they may do is in <c>CurrentUser</c>.</summary>
public sealed class Viewer
{
    /// <summary>"id" or "en".</summary>
    public string Language { get; set; } = Languages.Indonesian;

    public IndonesianZone Zone { get; set; } = IndonesianZone.Wib;
    public Theme Theme { get; set; } = Theme.Auto;

    /// <summary>Their units; empty for those who look in from outside.</summary>
    public IReadOnlyList<string> UnitNames { get; set; } = [];
}
