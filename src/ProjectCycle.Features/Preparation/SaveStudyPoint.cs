using ProjectCycle.Domain;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>An open point of a study as a form hands it over.</summary>
public sealed record StudyPointInput
{
    /// <summary>The study that leaves it; a point stays with the one it was raised in.</summary>
    public StudyKind Kind { get; init; }

    public string Text { get; init; } = "";
    public Guid? OwnerId { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    public string Closing { get; init; } = "";
}

/// <summary>Raises, corrects, closes and removes open points of a study; the deadline of a dated one goes along in the same save.</summary>
public sealed class SaveStudyPoint(Workbench bench, ItemDeadlines deadlines)
    : SaveDatedRow<StudyPoint, StudyPointInput>(bench, deadlines, WorkParts.Studies)
{
    protected override StudyPoint New(Guid projectId, StudyPointInput input) => new() { ProjectId = projectId, Kind = input.Kind, Text = "" };

    protected override void Fill(StudyPoint row, StudyPointInput input)
    {
        row.Text = input.Text.Trim();
        row.OwnerId = input.OwnerId;
        row.DueOn = input.DueOn;
        row.ClosedOn = input.ClosedOn;
        row.Closing = input.ClosedOn is null ? "" : input.Closing.Trim();
    }

    protected override async Task<List<Refusal>> FaultsAsync(StudyPointInput input, StudyPoint row, WorkPlace place, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(input.Kind))
            return [Refusals.NotFound];
        var isClosed = input.ClosedOn is not null;
        var faults = Fields.Required(input.Text, nameof(input.Text), max: 1000)
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.ClosedOn, nameof(input.ClosedOn)))
            .Concat(isClosed ? Fields.Required(input.Closing, nameof(input.Closing), max: 2000) : Fields.Text(input.Closing, nameof(input.Closing), max: 2000))
            .ToList();
        if (input.ClosedOn > Bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.ClosedOn)));
        faults.AddRange(await OfUnitAsync(input.OwnerId, nameof(input.OwnerId), place, cancellation));
        return faults;
    }
}
