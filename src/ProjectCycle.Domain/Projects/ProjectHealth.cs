namespace ProjectCycle.Domain.Projects;

/// <summary>How a project stands; always shown with icon and word, never by colour alone.</summary>
public enum Light
{
    OnTrack,
    ForAttention,
    AtRisk,
}

/// <summary>The light and the reason for it.</summary>
/// <param name="Reason">Text code: "overdue", "due-soon", "long-in-stage", "none".</param>
/// <param name="Days">The number of days the reason speaks of.</param>
public sealed record ProjectHealth(Light Light, string Reason, int Days)
{
    /// <summary>A deadline within this many days asks for attention.</summary>
    public const int SoonDays = 7;

    /// <summary>
    /// Worst first: an open deadline in the past is a risk; one within <see cref="SoonDays"/>, or a stage that takes longer than
    /// its template expects, asks for attention.
    /// </summary>
    /// <param name="today">Business date.</param>
    /// <param name="nextDue">The earliest open deadline, or null.</param>
    /// <param name="daysInStage">Full days in the present stage.</param>
    /// <param name="expectedDays">What the template expects, or null.</param>
    public static ProjectHealth Of(DateOnly today, DateOnly? nextDue, int daysInStage, int? expectedDays)
    {
        var daysLeft = nextDue?.DayNumber - today.DayNumber;
        if (daysLeft < 0)
            return new(Light.AtRisk, "overdue", -daysLeft.Value);
        if (daysInStage > expectedDays)
            return new(Light.ForAttention, "long-in-stage", daysInStage - expectedDays.Value);
        if (daysLeft <= SoonDays)
            return new(Light.ForAttention, "due-soon", daysLeft.Value);
        return new(Light.OnTrack, "none", 0);
    }
}
