using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>A signatory as a form hands them over.</summary>
public sealed record SignatoryInput
{
    public string Name { get; init; } = "";
    public string Office { get; init; } = "";
    public NegotiationSide Side { get; init; }
    public DateOnly? PlannedOn { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string Place { get; init; } = "";
}

/// <summary>Names who signs, enters that they have, takes one away.</summary>
public sealed class SaveSignatory(Workbench bench) : SaveRow<Signatory, SignatoryInput>(bench)
{
    protected override Signatory New(Guid projectId, SignatoryInput input) => new() { ProjectId = projectId, Name = "", Side = input.Side };

    protected override Task<List<Refusal>> FaultsAsync(SignatoryInput input, Signatory row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input, place));

    protected override void Fill(Signatory row, SignatoryInput input)
    {
        row.Name = input.Name.Trim();
        row.Office = input.Office.Trim();
        row.Side = input.Side;
        row.PlannedOn = input.PlannedOn;
        row.SignedOn = input.SignedOn;
        row.Place = input.Place.Trim();
    }

    private List<Refusal> Faults(SignatoryInput input, WorkPlace place)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.Office, nameof(input.Office), max: 200))
            .Concat(Fields.Text(input.Place, nameof(input.Place), max: 200))
            .Concat(Fields.Date(input.PlannedOn, nameof(input.PlannedOn)))
            .Concat(Fields.Date(input.SignedOn, nameof(input.SignedOn)))
            .Concat(Known(input.Side, nameof(input.Side)))
            .ToList();
        if (input.SignedOn > Bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.SignedOn)));
        return faults;
    }
}
