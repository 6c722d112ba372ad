using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>An open point of a study as a form hands it over.</summary>
public sealed record StudyPointInput
{
    public string Text { get; init; } = "";
    public Guid? OwnerId { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    public string Closing { get; init; } = "";
}

/// <summary>Raises, corrects, closes and removes open points of a study; the deadline of a dated one goes along in the same save.</summary>
public sealed class SaveStudyPoint(Workbench bench, ItemDeadlines deadlines)
{
    /// <summary>Raises one, open or already closed.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, StudyKind kind, StudyPointInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (!Enum.IsDefined(kind))
            return Refusals.NotFound;
        var place = opened.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        var point = new StudyPoint { ProjectId = place.Id, Kind = kind, Text = "" };
        await FillAsync(point, input, place, cancellation);
        return await bench.AddAsync(point, cancellation);
    }

    /// <summary>Corrects or closes one; without a day of closing it is open again.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, StudyPointInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<StudyPoint>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (point, place) = found.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        await FillAsync(point, input, place, cancellation);
        return await bench.SaveAsync(point, version, cancellation);
    }

    /// <summary>Takes one away that should not be there.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<StudyPoint>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await deadlines.EndAsync(found.Value.Row, cancellation);
        return await bench.RemoveAsync<StudyPoint>(id, version, Rights.EditWork, cancellation);
    }

    private Task FillAsync(StudyPoint point, StudyPointInput input, WorkPlace place, CancellationToken cancellation)
    {
        point.Text = input.Text.Trim();
        point.OwnerId = input.OwnerId;
        point.DueOn = input.DueOn;
        point.ClosedOn = input.ClosedOn;
        point.Closing = input.ClosedOn is null ? "" : input.Closing.Trim();
        return deadlines.FollowAsync(point, WorkParts.Studies, place.State, cancellation);
    }

    private async Task<List<Refusal>> FaultsAsync(StudyPointInput input, WorkPlace place, CancellationToken cancellation)
    {
        var isClosed = input.ClosedOn is not null;
        var faults = Fields.Required(input.Text, nameof(input.Text), max: 1000)
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.ClosedOn, nameof(input.ClosedOn)))
            .Concat(isClosed ? Fields.Required(input.Closing, nameof(input.Closing), max: 2000) : Fields.Text(input.Closing, nameof(input.Closing), max: 2000))
            .ToList();
        if (input.ClosedOn > bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.ClosedOn)));
        if (input.OwnerId is { } person && !await bench.IsOfUnitAsync(person, place, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.OwnerId)));
        return faults;
    }
}
