using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.People;
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
public sealed class SavePlan(Workbench bench)
{
    /// <summary>Begins the plan; a project has one.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, PlanInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        var plan = new CooperationPlan { ProjectId = opened.Value.Id };
        Fill(plan, input);
        return await bench.AddOnlyAsync(plan, cancellation);
    }

    /// <summary>Writes on.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, PlanInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<CooperationPlan>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes the headings away; the fields of cooperation stay.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<CooperationPlan>(id, version, Rights.EditWork, cancellation);

    private static void Fill(CooperationPlan plan, PlanInput input)
    {
        plan.Subject = input.Subject.Trim();
        plan.LegalBasis = input.LegalBasis.Trim();
        plan.Aim = input.Aim.Trim();
        plan.Location = input.Location.Trim();
        plan.CooperationObject = input.CooperationObject.Trim();
        plan.Scope = input.Scope.Trim();
        plan.Benefits = input.Benefits.Trim();
        plan.RightsAndDuties = input.RightsAndDuties.Trim();
        plan.PeriodFrom = input.PeriodFrom;
        plan.PeriodUntil = input.PeriodUntil;
        plan.WorkPlan = input.WorkPlan.Trim();
        plan.Termination = input.Termination.Trim();
        plan.TkksdOpinion = input.TkksdOpinion.Trim();
    }

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
