using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Intent;

/// <summary>The headings of a cooperation plan as a form hands them over.</summary>
public sealed record PlanInput
{
    public string Subject { get; init; } = "";
    public string LegalBasis { get; init; } = "";
    public string Aim { get; init; } = "";
    public string Location { get; init; } = "";
    public string CooperationObject { get; init; } = "";
    public string Scope { get; init; } = "";
    public string Benefits { get; init; } = "";
    public string RightsAndDuties { get; init; } = "";
    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodUntil { get; init; }
    public string WorkPlan { get; init; } = "";
    public string Termination { get; init; } = "";
    public string TkksdOpinion { get; init; } = "";
}

/// <summary>Writes the headings of a project's cooperation plan, in as many sittings as it takes.</summary>
public sealed class SavePlan(Workbench bench) : SaveRow<CooperationPlan, PlanInput>(bench)
{
    protected override CooperationPlan New(Guid projectId, PlanInput input) => new() { ProjectId = projectId };

    protected override Task<List<Refusal>> FaultsAsync(PlanInput input, CooperationPlan row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input).ToList());

    protected override void Fill(CooperationPlan row, PlanInput input)
    {
        row.Subject = input.Subject.Trim();
        row.LegalBasis = input.LegalBasis.Trim();
        row.Aim = input.Aim.Trim();
        row.Location = input.Location.Trim();
        row.CooperationObject = input.CooperationObject.Trim();
        row.Scope = input.Scope.Trim();
        row.Benefits = input.Benefits.Trim();
        row.RightsAndDuties = input.RightsAndDuties.Trim();
        row.PeriodFrom = input.PeriodFrom;
        row.PeriodUntil = input.PeriodUntil;
        row.WorkPlan = input.WorkPlan.Trim();
        row.Termination = input.Termination.Trim();
        row.TkksdOpinion = input.TkksdOpinion.Trim();
    }

    /// <summary>A project has one.</summary>
    protected override Task<Outcome<Guid>> InsertAsync(CooperationPlan row, CancellationToken cancellation) => Bench.AddOnlyAsync(row, cancellation);

    private static IEnumerable<Refusal> Faults(PlanInput input)
    {
        var headings = new (string Text, string Name)[]
        {
            (input.Subject, nameof(input.Subject)), (input.LegalBasis, nameof(input.LegalBasis)), (input.Aim, nameof(input.Aim)),
            (input.Location, nameof(input.Location)), (input.CooperationObject, nameof(input.CooperationObject)), (input.Scope, nameof(input.Scope)),
            (input.Benefits, nameof(input.Benefits)), (input.RightsAndDuties, nameof(input.RightsAndDuties)),
            (input.WorkPlan, nameof(input.WorkPlan)), (input.Termination, nameof(input.Termination)), (input.TkksdOpinion, nameof(input.TkksdOpinion)),
        };
        var faults = headings.SelectMany(heading => Fields.Text(heading.Text, heading.Name, max: 4000))
            .Concat(Fields.Date(input.PeriodFrom, nameof(input.PeriodFrom)))
            .Concat(Fields.Date(input.PeriodUntil, nameof(input.PeriodUntil)));
        return input.PeriodUntil < input.PeriodFrom
            ? faults.Append(new Refusal("period-ends-before", nameof(input.PeriodUntil), input.PeriodFrom!.Value))
            : faults;
    }
}
