using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Reminders;

/// <summary>
/// What kind of thing a deadline is, for policies: the code of the template's rule, the code of the part of the work it follows, or
/// <see cref="ByHand"/>.
/// </summary>
public static class DeadlineKinds
{
    /// <summary>Somebody set it.</summary>
    public const string ByHand = "by-hand";

    /// <summary>The kind of a deadline.</summary>
    public static string Of(Deadline deadline) => Of(deadline.PartCode, deadline.RuleCode);

    /// <summary>The kind of a deadline with these codes.</summary>
    public static string Of(string? partCode, string? ruleCode) => partCode ?? ruleCode ?? ByHand;
}
