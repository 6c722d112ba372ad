using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>An activity as a form hands it over.</summary>
public sealed record ActivityInput
{
    public Guid? ComponentId { get; init; }
    public string Name { get; init; } = "";
    public string Output { get; init; } = "";
    public string Responsible { get; init; } = "";
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public Money? PartnerAmount { get; init; }
    public Money? CounterpartAmount { get; init; }
}

/// <summary>Adds, changes and removes activities of a component.</summary>
public sealed class SaveActivity(Workbench bench, AppDbContext db) : SaveAppraisalRow<ProjectActivity, ActivityInput>(bench)
{
    public override ActivityInput InputOf(ProjectActivity row) => new()
    {
        ComponentId = row.ComponentId,
        Name = row.Name,
        Output = row.Output,
        Responsible = row.Responsible,
        StartsOn = row.StartsOn,
        EndsOn = row.EndsOn,
        PartnerAmount = row.PartnerCost,
        CounterpartAmount = row.CounterpartCost,
    };

    protected override ProjectActivity New(Guid projectId, ActivityInput input) => new() { ProjectId = projectId };

    protected override async Task<List<Refusal>> FaultsAsync(ActivityInput input, ProjectActivity row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 300)
            .Concat(Fields.Text(input.Output, nameof(input.Output), max: 2000))
            .Concat(Fields.Text(input.Responsible, nameof(input.Responsible), max: 200))
            .Concat(Period(input.StartsOn, nameof(input.StartsOn), input.EndsOn, nameof(input.EndsOn)))
            .Concat(Cost(input.PartnerAmount, nameof(input.PartnerAmount)))
            .Concat(Cost(input.CounterpartAmount, nameof(input.CounterpartAmount))).ToList();
        if (!await db.Components.AnyAsync(c => c.Id == input.ComponentId && c.ProjectId == place.Id, cancellation))
            faults.Add(new Refusal("unknown-component", nameof(input.ComponentId)));
        return faults;
    }

    protected override void Fill(ProjectActivity row, ActivityInput input)
    {
        row.ComponentId = input.ComponentId!.Value;
        row.Name = input.Name.Trim();
        row.Output = input.Output.Trim();
        row.Responsible = input.Responsible.Trim();
        row.StartsOn = input.StartsOn;
        row.EndsOn = input.EndsOn;
        row.Costs(input.PartnerAmount, input.CounterpartAmount);
    }

    private static IEnumerable<Refusal> Cost(Money? cost, string field)
    {
        if (cost is { MinorUnits: < 0 or > ProjectActivity.HighestCost } amount)
            yield return new Refusal("amount-too-large", field, amount with { MinorUnits = ProjectActivity.HighestCost });
    }
}
