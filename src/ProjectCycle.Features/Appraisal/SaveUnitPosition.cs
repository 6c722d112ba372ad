using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>A position as a form hands it over.</summary>
public sealed record UnitPositionInput
{
    public PositionKind Kind { get; init; }
    public string Title { get; init; } = "";
    public string Duties { get; init; } = "";

    /// <summary>Somebody of the unit.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Somebody else; not both.</summary>
    public string PersonName { get; init; } = "";

    public bool IsFullTime { get; init; }
    public string DecreeNumber { get; init; } = "";
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Adds, changes and removes positions of the project unit.</summary>
public sealed class SaveUnitPosition(Workbench bench) : SaveAppraisalRow<UnitPosition, UnitPositionInput>(bench)
{
    public override UnitPositionInput InputOf(UnitPosition row) => new()
    {
        Kind = row.Kind,
        Title = row.Title,
        Duties = row.Duties,
        PersonId = row.PersonId,
        PersonName = row.PersonName,
        IsFullTime = row.IsFullTime,
        DecreeNumber = row.DecreeNumber,
        StartsOn = row.StartsOn,
        EndsOn = row.EndsOn,
    };

    protected override UnitPosition New(Guid projectId, UnitPositionInput input) => new() { ProjectId = projectId };

    protected override async Task<List<Refusal>> FaultsAsync(UnitPositionInput input, UnitPosition row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Fields.Required(input.Title, nameof(input.Title), max: 200))
            .Concat(Fields.Text(input.Duties, nameof(input.Duties), max: 2000))
            .Concat(Fields.Text(input.PersonName, nameof(input.PersonName), max: 200))
            .Concat(Fields.Text(input.DecreeNumber, nameof(input.DecreeNumber), max: 100))
            .Concat(Period(input.StartsOn, nameof(input.StartsOn), input.EndsOn, nameof(input.EndsOn))).ToList();
        if (input.PersonId is not null && !string.IsNullOrWhiteSpace(input.PersonName))
            faults.Add(new Refusal("person-named-twice", nameof(input.PersonName)));
        faults.AddRange(await OfUnitAsync(input.PersonId, nameof(input.PersonId), place, cancellation));
        return faults;
    }

    protected override void Fill(UnitPosition row, UnitPositionInput input)
    {
        row.Kind = input.Kind;
        row.Title = input.Title.Trim();
        row.Duties = input.Duties.Trim();
        row.PersonId = input.PersonId;
        row.PersonName = input.PersonName.Trim();
        row.IsFullTime = input.IsFullTime;
        row.DecreeNumber = input.DecreeNumber.Trim();
        row.StartsOn = input.StartsOn;
        row.EndsOn = input.EndsOn;
    }
}
