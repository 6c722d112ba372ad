using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
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
public sealed class SaveSignatory(Workbench bench)
{
    /// <summary>Names somebody who signs.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, SignatoryInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input, opened.Value) is { Count: > 0 } faults)
            return faults;
        var signatory = new Signatory { ProjectId = opened.Value.Id, Name = input.Name, Side = input.Side };
        Fill(signatory, input);
        return await bench.AddAsync(signatory, cancellation);
    }

    /// <summary>Changes one, such as by the day on which they signed.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, SignatoryInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<Signatory>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (signatory, place) = found.Value;
        if (Faults(input, place) is { Count: > 0 } faults)
            return faults;
        Fill(signatory, input);
        return await bench.SaveAsync(signatory, version, cancellation);
    }

    /// <summary>Takes one away.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<Signatory>(id, version, Rights.EditWork, cancellation);

    private static void Fill(Signatory signatory, SignatoryInput input)
    {
        signatory.Name = input.Name.Trim();
        signatory.Office = input.Office.Trim();
        signatory.Side = input.Side;
        signatory.PlannedOn = input.PlannedOn;
        signatory.SignedOn = input.SignedOn;
        signatory.Place = input.Place.Trim();
    }

    private List<Refusal> Faults(SignatoryInput input, WorkPlace place)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.Office, nameof(input.Office), max: 200))
            .Concat(Fields.Text(input.Place, nameof(input.Place), max: 200))
            .Concat(Fields.Date(input.PlannedOn, nameof(input.PlannedOn)))
            .Concat(Fields.Date(input.SignedOn, nameof(input.SignedOn)))
            .ToList();
        if (!Enum.IsDefined(input.Side))
            faults.Add(new Refusal("bad-value", nameof(input.Side)));
        if (input.SignedOn > bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.SignedOn)));
        return faults;
    }
}
