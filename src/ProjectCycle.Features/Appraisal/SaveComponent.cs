using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>A component as a form hands it over.</summary>
public sealed record ComponentInput
{
    public int Number { get; init; }
    public string Name { get; init; } = "";
    public string Objective { get; init; } = "";
}

/// <summary>Adds, changes and removes components; one that still has activities stays.</summary>
public sealed class SaveComponent(Workbench bench, AppDbContext db) : SaveAppraisalRow<ProjectComponent, ComponentInput>(bench)
{
    private const int HighestNumber = 99;

    public override async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        await Bench.FindAsync<ProjectComponent>(id, Domain.People.Rights.EditWork, cancellation) is { Succeeded: true }
            && await db.Activities.AnyAsync(a => a.ComponentId == id, cancellation)
            ? new Refusal("component-has-activities")
            : await base.RemoveAsync(id, version, cancellation);

    public override ComponentInput InputOf(ProjectComponent row) => new() { Number = row.Number, Name = row.Name, Objective = row.Objective };

    protected override ProjectComponent New(Guid projectId, ComponentInput input) => new() { ProjectId = projectId };

    protected override async Task<List<Refusal>> FaultsAsync(ComponentInput input, ProjectComponent row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Between(input.Number, nameof(input.Number), 1, HighestNumber)
            .Concat(Fields.Required(input.Name, nameof(input.Name), max: 300))
            .Concat(Fields.Text(input.Objective, nameof(input.Objective), max: 2000)).ToList();
        if (await db.Components.AnyAsync(c => c.ProjectId == place.Id && c.Number == input.Number && c.Id != row.Id, cancellation))
            faults.Add(new Refusal("number-taken", nameof(input.Number), input.Number));
        return faults;
    }

    protected override void Fill(ProjectComponent row, ComponentInput input)
    {
        row.Number = input.Number;
        row.Name = input.Name.Trim();
        row.Objective = input.Objective.Trim();
    }
}
