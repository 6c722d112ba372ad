using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>A covenant as a form hands it over.</summary>
public sealed record CovenantInput : FinancingRowInput
{
    public string Number { get; init; } = "";
    public string Requirement { get; init; } = "";
    public CovenantKind Kind { get; init; }
    public CovenantState State { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? MetOn { get; init; }
    public Guid? ResponsibleId { get; init; }
    public Guid? EvidenceId { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes covenants of an agreement; one with a date stands among the project's deadlines.</summary>
public sealed class SaveCovenant(Workbench bench, AppDbContext db, ItemDeadlines deadlines) : SaveMoneyRow<Covenant, CovenantInput>(bench, db)
{
    protected override Right Right => Rights.EditAgreement;

    public override Task<CovenantInput> InputOfAsync(Covenant row, CancellationToken cancellation) => Task.FromResult(new CovenantInput
    {
        FinancingId = row.FinancingId,
        Number = row.Number,
        Requirement = row.Requirement,
        Kind = row.Kind,
        State = row.State,
        DueOn = row.DueOn,
        MetOn = row.MetOn,
        ResponsibleId = row.ResponsibleId,
        EvidenceId = row.EvidenceId,
        Note = row.Note,
    });

    protected override Covenant New(Guid projectId, CovenantInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(CovenantInput input, Covenant row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Text(input.Number, nameof(input.Number), max: 60)
            .Concat(Fields.Required(input.Requirement, nameof(input.Requirement), max: 500))
            .Concat(Known(input.Kind, nameof(input.Kind)))
            .Concat(Known(input.State, nameof(input.State)))
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(MetFaults(input, place))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .Concat(await OfUnitAsync(input.ResponsibleId, nameof(input.ResponsibleId), place, cancellation)).ToList();
        if (!await Bench.HasDocumentAsync(input.EvidenceId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.EvidenceId)));
        return faults;
    }

    protected override void Fill(Covenant row, CovenantInput input)
    {
        row.Number = input.Number.Trim();
        row.Requirement = input.Requirement.Trim();
        row.Kind = input.Kind;
        row.State = input.State;
        row.DueOn = input.DueOn;
        row.MetOn = input.MetOn;
        row.ResponsibleId = input.ResponsibleId;
        row.EvidenceId = input.EvidenceId;
        row.Note = input.Note.Trim();
    }

    protected override Task FollowAsync(Covenant row, WorkPlace place, CancellationToken cancellation) =>
        deadlines.FollowAsync(row, Covenant.PartCode, place.State, cancellation);

    /// <summary>Its deadline is cancelled if it was open.</summary>
    protected override Task LeaveAsync(Covenant row, CancellationToken cancellation) => deadlines.EndAsync(row, cancellation);

    /// <summary>What is settled has its day, and nothing else has.</summary>
    private IEnumerable<Refusal> MetFaults(CovenantInput input, WorkPlace place)
    {
        var isSettled = input.State is CovenantState.Complied or CovenantState.Waived;
        if (isSettled && input.MetOn is null)
            return [new Refusal("required", nameof(input.MetOn))];
        if (!isSettled && input.MetOn is not null)
            return [new Refusal("covenant-not-met", nameof(input.MetOn))];
        return input.MetOn > Bench.Today(place) ? [new Refusal("date-in-future", nameof(input.MetOn))] : Fields.Date(input.MetOn, nameof(input.MetOn));
    }
}
