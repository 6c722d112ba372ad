using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Intent;

/// <summary>What both sides mean to do, under the headings of the plan (Rencana Kerja Sama): one for each project.</summary>
public sealed class CooperationPlan : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public string Subject { get; set; } = "";
    public string LegalBasis { get; set; } = "";
    public string Aim { get; set; } = "";
    public string Location { get; set; } = "";

    /// <summary>What the cooperation is about (objek kerja sama).</summary>
    public string CooperationObject { get; set; } = "";

    public string Scope { get; set; } = "";
    public string Benefits { get; set; } = "";
    public string RightsAndDuties { get; set; } = "";
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodUntil { get; set; }
    public string WorkPlan { get; set; } = "";
    public string Termination { get; set; } = "";

    /// <summary>What TKKSD said about it, in short; its decision stands with the decisions.</summary>
    public string TkksdOpinion { get; set; } = "";

    public int Version { get; set; }

    /// <summary>Codes of the headings that must still be filled before a gate may count on the plan.</summary>
    public IReadOnlyList<string> Missing()
    {
        var filled = new (string Code, bool IsFilled)[]
        {
            ("aim", Aim.Length > 0), ("scope", Scope.Length > 0), ("period-from", PeriodFrom is not null),
            ("period-until", PeriodUntil is not null), ("termination", Termination.Length > 0),
        };
        return [.. filled.Where(heading => !heading.IsFilled).Select(heading => heading.Code)];
    }

    /// <summary>True when a plan and its fields say enough for a gate: the headings, and at least one field, each with target and office.</summary>
    public static bool IsComplete(CooperationPlan? plan, IReadOnlyCollection<CooperationField> fields) =>
        plan is not null && plan.Missing().Count == 0 && fields.Count > 0 && fields.All(field => field.IsFixed);
}
